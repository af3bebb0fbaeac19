import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type Computation, computationShape, type LineKind } from "../contract.ts";
import type { Direction, Level } from "../method/contract.ts";
import { describeDoer, withIndicatorTables } from "../tables.ts";

/** «Паспорт показателя»: how its actual is computed, and how an assessment takes it. */
export interface PassportFields {
  readonly computation: Computation;
  readonly direction: Direction;
  readonly level: Level;
  /** The formula as a document prints it. */
  readonly printed: string | null;
  readonly reason: string;
}

export interface KeptPassport extends PassportFields {
  readonly line: { readonly kind: LineKind; readonly id: Id };
  readonly version: number;
  readonly recordedAt: Date;
  readonly byPersonId: Id | null;
  readonly byName: string | null;
}

/** The passport of every line as it was known at an instant. */
export async function selectPassports(ctx: Context<Tx>, knownAt: Date): Promise<readonly KeptPassport[]> {
  const rows = await selectRows(ctx)
    .distinctOn(["line_kind", "line_id"])
    .where("recorded_at", "<=", knownAt)
    .orderBy("line_kind")
    .orderBy("line_id")
    .orderBy("version", "desc")
    .execute();
  return rows.map(toPassport);
}

/** All versions of a line's passport, the newest first. */
export async function selectVersions(ctx: Context<Tx>, line: KeptPassport["line"]): Promise<readonly KeptPassport[]> {
  const rows = await selectRows(ctx)
    .where("line_kind", "=", line.kind)
    .where("line_id", "=", line.id)
    .orderBy("version", "desc")
    .execute();
  return rows.map(toPassport);
}

function selectRows(ctx: Context<Tx>) {
  return withIndicatorTables(ctx.tx)
    .selectFrom("indicator_passport")
    .selectAll()
    .where("municipality_id", "=", ctx.municipalityId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRows>["execute"]>>[number];

function toPassport(row: Row): KeptPassport {
  const { version, direction, level, printed, reason } = row;
  return {
    ...{ version, direction, level, printed, reason },
    line: { kind: row.line_kind, id: row.line_id },
    computation: computationShape.parse(row.computation),
    recordedAt: row.recorded_at,
    byPersonId: row.recorded_by_person_id,
    byName: row.recorded_by_name,
  };
}

/** False where that version is there already. */
export async function insertPassport(
  ctx: Context<Tx>,
  { line, version, ...fields }: PassportFields & Pick<KeptPassport, "line" | "version">,
): Promise<boolean> {
  const doer = describeDoer(ctx);
  const { numInsertedOrUpdatedRows } = await withIndicatorTables(ctx.tx)
    .insertInto("indicator_passport")
    .values({
      municipality_id: ctx.municipalityId,
      line_kind: line.kind,
      line_id: line.id,
      version,
      ...fields,
      computation: sql`${JSON.stringify(fields.computation)}::jsonb`,
      recorded_at: ctx.now,
      recorded_by_person_id: doer.personId,
      recorded_by_name: doer.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
