import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { LineKind } from "../contract.ts";
import { describeDoer, withIndicatorTables } from "../tables.ts";
import type { SignOffMove, SignOffStep } from "./views.ts";

/** A line in a period that ends with a day. */
export interface SignOffKey {
  readonly line: { readonly kind: LineKind; readonly id: Id };
  readonly until: string;
}

export interface KeptStep extends SignOffStep, SignOffKey {
  /** What was proposed, letter by letter. */
  readonly content: string | null;
}

/** Every step of a year, of one line or of all, in their order. */
export async function selectSteps(
  ctx: Context<Tx>,
  { year, line = null }: { readonly year: number; readonly line?: SignOffKey["line"] | null },
): Promise<readonly KeptStep[]> {
  const { rows } = await sql<Omit<KeptStep, "at" | "line"> & { at: Date; lineKind: LineKind; lineId: Id }>`
    select own.line_kind as "lineKind", own.line_id as "lineId", own.until, own.step, own.move, own.content, own.hash,
      own.reason, own.at, coalesce(person.name, own.by_name) as by
    from indicator_sign_off as own left join person on person.id = own.by_person_id
    where own.municipality_id = ${ctx.municipalityId} and own.until between ${`${year}-01-01`} and ${`${year}-12-31`}
      and (${line === null} or (own.line_kind = ${line?.kind ?? null} and own.line_id = ${line?.id ?? null}::uuid))
    order by own.line_kind, own.line_id, own.until, own.step`.execute(ctx.tx);
  return rows.map(({ lineKind, lineId, at, ...step }) => {
    return { ...step, at: at.toISOString(), line: { kind: lineKind, id: lineId } };
  });
}

export interface NewStep extends SignOffKey {
  readonly step: number;
  readonly move: SignOffMove;
  readonly content: string | null;
  readonly hash: string | null;
  readonly reason: string | null;
}

/** False where somebody made that step already. */
export async function insertStep(ctx: Context<Tx>, { line, ...step }: NewStep): Promise<boolean> {
  const doer = describeDoer(ctx);
  const { numInsertedOrUpdatedRows } = await withIndicatorTables(ctx.tx)
    .insertInto("indicator_sign_off")
    .values({
      municipality_id: ctx.municipalityId,
      line_kind: line.kind,
      line_id: line.id,
      ...step,
      at: ctx.now,
      by_person_id: doer.personId,
      by_name: doer.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
