import { listHoldersOf, may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { findCall, selectCalls, selectContests } from "./store.ts";

/** Calls as what the role of a juror is held in; given in those that are not over. */
export async function listCallSubjects(ctx: Context<Tx>): Promise<readonly { id: Id; name: string; open: boolean }[]> {
  const nameOf = await loadNames(ctx);
  return (await selectCalls(ctx)).map((call) => ({
    id: call.id,
    name: nameOf(call),
    open: call.state === "draft" || call.state === "announced" || call.state === "review",
  }));
}

/** A call as a record that the office talks about: coordinators and operators are told, jurors are not. Null where there is none. */
export async function findCallSubject(ctx: Context<Tx>, id: Id) {
  const call = await findCall(ctx, id);
  if (!call) return null;
  const coordinators = await listHoldersOf(ctx, "coordinator", null);
  const operators = await listHoldersOf(ctx, "operator", null);
  return {
    title: (await loadNames(ctx))(call),
    href: `/desk/contests/${id}`,
    belongsTo: [...new Set([...coordinators, ...operators])],
    may: may(ctx.actor, "contest.read"),
  };
}

async function loadNames(ctx: Context<Tx>) {
  const names = new Map((await selectContests(ctx)).map(({ id, name }) => [id, name]));
  return ({ contestId, year }: { readonly contestId: Id; readonly year: number }) =>
    `${names.get(contestId) ?? ""}, ${year}`;
}
