import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectCalls, selectContests } from "./store.ts";

/** Calls as what the role of a juror is held in; given in those that are not over. */
export async function listCallSubjects(ctx: Context<Tx>): Promise<readonly { id: Id; name: string; open: boolean }[]> {
  const names = new Map((await selectContests(ctx)).map(({ id, name }) => [id, name]));
  return (await selectCalls(ctx)).map(({ id, contestId, year, state }) => ({
    id,
    name: `${names.get(contestId) ?? ""}, ${year}`,
    open: state === "draft" || state === "announced" || state === "review",
  }));
}
