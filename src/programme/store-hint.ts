import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { encodeFindings, encodeProgramme } from "./codec.ts";
import type { ColumnAnswer, Reading, ReadingHints, TableAnswer } from "./contract.ts";
import { describeDoer } from "./store.ts";
import { withProgrammeTables } from "./tables.ts";

/** What a person says of one head. */
export type HintAnswer =
  | { readonly kind: "table"; readonly key: string; readonly answer: TableAnswer }
  | { readonly kind: "column"; readonly key: string; readonly answer: ColumnAnswer };

/** Everything that was said in this municipality. */
export async function selectHints(ctx: Context<Tx>): Promise<ReadingHints> {
  const rows = await withProgrammeTables(ctx.tx)
    .selectFrom("reading_hint")
    .select(["kind", "key", "answer"])
    .where("municipality_id", "=", ctx.municipalityId)
    .execute();
  const of = (kind: string) =>
    Object.fromEntries(rows.flatMap((row) => (row.kind === kind ? [[row.key, row.answer]] : [])));
  return { tables: of("table"), columns: of("column") } as ReadingHints;
}

/** The newest answer about a head counts. */
export async function upsertHints(ctx: Context<Tx>, answers: readonly HintAnswer[]): Promise<void> {
  const doer = describeDoer(ctx);
  const by = { answered_at: ctx.now, answered_by_person_id: doer.personId, answered_by_name: doer.name };
  for (const { kind, key, answer } of answers) {
    await withProgrammeTables(ctx.tx)
      .insertInto("reading_hint")
      .values({ municipality_id: ctx.municipalityId, kind, key, answer, ...by })
      .onConflict((conflict) => conflict.columns(["municipality_id", "kind", "key"]).doUpdateSet({ answer, ...by }))
      .execute();
  }
}

/** What an open reading of this very version says now; false where it was changed or closed meanwhile. */
export async function updateReading(
  ctx: Context<Tx>,
  given: { id: Id; version: number; slug: string; reading: Reading },
): Promise<boolean> {
  const row = await withProgrammeTables(ctx.tx)
    .updateTable("programme_reading")
    .set((eb) => ({
      slug: given.slug,
      content: encodeProgramme(given.reading.programme),
      findings: encodeFindings(given.reading.findings),
      questions: JSON.stringify(given.reading.questions),
      version: eb("version", "+", 1),
    }))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", given.id)
    .where("state", "=", "open")
    .where("version", "=", given.version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
