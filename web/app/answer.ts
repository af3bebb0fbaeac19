import { data } from "react-router";
import type { Context } from "../../src/kernel/context.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import type { Doors } from "./doors.ts";

/** What an error page says of a refusal. */
export interface Explanation {
  readonly code: string;
  readonly sentence: string;
}

/** Runs a door that the page cannot do without: a refusal becomes the page's status and sentence. */
export async function answer<T>(doors: Doors, work: (ctx: Context<Tx>) => Promise<T>): Promise<T> {
  try {
    return await doors.run(work);
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    throw data({ code, sentence } satisfies Explanation, { status });
  }
}
