import { type ActionFunctionArgs, data } from "react-router";
import type { Explanation } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { paths } from "../app/paths.ts";
import { go, readForm } from "./parts/attempt.ts";

/** One click on an invented person of the demonstration; whoever only opens the address finds nothing. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const field = await readForm(args.request);
  try {
    return go(doors, paths.desk, await doors.access.enterDemonstration(field("role")));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    throw data({ code, sentence } satisfies Explanation, { status });
  }
}

export function loader(): never {
  throw data(null, { status: 404 });
}
