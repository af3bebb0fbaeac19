import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";

type Deed<Rest extends readonly unknown[], Result> = (ctx: Context<Tx>, ...rest: Rest) => Promise<Result>;

/**
 * Tells the database who reads: the policies of migration 0035-contests.sql then show a juror only what they may see, whatever
 * other roles they hold and whatever a query asks. A transaction that did not say sees no application at all.
 */
export async function sayReader({ tx, actor }: Pick<Context<Tx>, "tx" | "actor">): Promise<void> {
  const reader = actor.kind === "person" ? actor.personId : actor.kind;
  await sql`select set_config('sosedstvo.contest_reader', ${reader}, true)`.execute(tx);
}

/** An action behind the wall: every door of the slice is one. */
export function walled<Rest extends readonly unknown[], Result>(deed: Deed<Rest, Result>): Deed<Rest, Result> {
  return async (ctx, ...rest) => {
    await sayReader(ctx);
    return deed(ctx, ...rest);
  };
}

/**
 * Reads past the wall, for what no reader gets to see as it is: the calculation, a list of titles, the export of a person's own
 * data. Whoever calls it answers for what they give out.
 */
export async function pastWall<Result>(ctx: Context<Tx>, work: () => Promise<Result>): Promise<Result> {
  await sayReader({ tx: ctx.tx, actor: { kind: "system", name: "contest" } });
  const result = await work();
  await sayReader(ctx);
  return result;
}
