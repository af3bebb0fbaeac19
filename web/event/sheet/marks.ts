import type { ActionFunctionArgs } from "react-router";
import { NAME_LIMIT } from "../../../src/event/attendance/views.ts";
import type { BatchInput } from "../../../src/event/index.ts";
import { doorsOf } from "../../app/doors.ts";
import { answerDevice } from "./answer.ts";
import type { Answer } from "./device/mark.ts";

/** `/sheet/:id/marks`: takes in what a device kept, and says of each mark what became of it. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const { run, events, say } = doors;
  const sent = await readBody(args.request);
  return answerDevice(doors, async (): Promise<Answer> => {
    const batch = { ...sent, channel: "device" } as BatchInput;
    const { refused, ...outcome } = await run((ctx) => events.attendance.recordMarks(ctx, args.params.id ?? "", batch));
    return { ...outcome, refused: refused.map(({ id, code }) => ({ id, sentence: say(code, { limit: NAME_LIMIT }) })) };
  });
}

/** What is no JSON is a batch that cannot be understood, which the door refuses. */
async function readBody(request: Request): Promise<object> {
  try {
    return { ...((await request.json()) as object) };
  } catch (error) {
    if (error instanceof SyntaxError) return { marks: null };
    throw error;
  }
}
