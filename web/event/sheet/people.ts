import type { LoaderFunctionArgs } from "react-router";
import { doorsOf } from "../../app/doors.ts";
import { answerDevice } from "./answer.ts";

/** `/sheet/:id/people`: whom the sheet shows and who is marked, for a device that keeps it. */
export function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const { run, events } = doors;
  return answerDevice(doors, () => run((ctx) => events.attendance.getRoster(ctx, args.params.id ?? "")));
}
