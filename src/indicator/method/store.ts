import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { describeDoer, withIndicatorTables } from "../tables.ts";
import { type Method, methodShape } from "./contract.ts";

/** A version of a municipality's own method. */
export interface KeptMethod {
  readonly id: Id;
  readonly version: number;
  readonly method: Method;
  readonly reason: string;
}

/** The last version of every own method, in the order in which they were made. */
export async function selectMethods(ctx: Context<Tx>): Promise<readonly KeptMethod[]> {
  const rows = await withIndicatorTables(ctx.tx)
    .selectFrom("indicator_method")
    .select(["id", "version", "content", "reason"])
    .distinctOn("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("id")
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ content, ...row }) => ({ ...row, method: methodShape.parse(content) }));
}

/** False where that version is there already. */
export async function insertMethod(ctx: Context<Tx>, { id, version, method, reason }: KeptMethod): Promise<boolean> {
  const doer = describeDoer(ctx);
  const { numInsertedOrUpdatedRows } = await withIndicatorTables(ctx.tx)
    .insertInto("indicator_method")
    .values({
      municipality_id: ctx.municipalityId,
      ...{ id, version, reason },
      content: sql`${JSON.stringify(method)}::jsonb`,
      recorded_at: ctx.now,
      recorded_by_person_id: doer.personId,
      recorded_by_name: doer.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
