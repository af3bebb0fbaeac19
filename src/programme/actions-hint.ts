import { loadMunicipality, requirePermission, writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { loadReading } from "./actions.ts";
import { findYears, makeSlug } from "./approval.ts";
import { COLUMN_ANSWERS, type Reading, type ReadingHints, TABLE_ANSWERS } from "./contract.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import { type HintAnswer, selectHints, updateReading, upsertHints } from "./store-hint.ts";

/** Answers as a form sends them: anything. */
export interface SaidAnswer {
  readonly kind: string;
  readonly key: string;
  readonly answer: string;
}

/** What people of the municipality said of heads before; reading a document takes it along. */
export async function loadHints(ctx: Context<Tx>): Promise<ReadingHints> {
  requirePermission(ctx, "programme.import");
  return selectHints(ctx);
}

/**
 * Keeps answers to the questions of an open reading, for this document and the next, and gives what reading it again
 * needs. Refuses `reading-unknown`, `reading-closed`, `version-changed`, `answer-unknown`.
 */
export async function keepAnswers(
  ctx: Context<Tx>,
  files: Files,
  given: { readonly id: Id; readonly version: number; readonly answers: readonly SaidAnswer[] },
): Promise<{ readonly bytes: Uint8Array; readonly hints: ReadingHints }> {
  requirePermission(ctx, "programme.import");
  const reading = await loadReading(ctx, given.id);
  if (reading.state !== "open") throw refuse("reading-closed");
  if (reading.version !== given.version) {
    throw refuse("version-changed", { expected: given.version, actual: reading.version });
  }
  const asked = new Set(reading.questions.map((question) => `${question.kind} ${question.key}`));
  const answers = given.answers.map((said) => checkAnswer(said, asked));
  await upsertHints(ctx, answers);
  await writeAudit(ctx, {
    action: "programme.import",
    subject: { kind: "reading", id: given.id },
    detail: { answers: answers.length },
  });
  return { bytes: await files.read(reading.file.hash), hints: await selectHints(ctx) };
}

/** The document as it reads with the answers, in place of what it read before. Refuses as `keepAnswers`, and `years-unknown`. */
export async function saveRereading(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly version: number; readonly reading: Reading },
): Promise<void> {
  requirePermission(ctx, "programme.import");
  const before = await loadReading(ctx, given.id);
  const { slug: municipality } = await loadMunicipality(ctx);
  const base = makeSlug(municipality, findYears(given.reading.programme));
  if (!base) throw refuse("years-unknown", { fileName: before.file.name });
  const slug = before.slug.startsWith(base) ? before.slug : base;
  const saved = await updateReading(ctx, { ...given, slug });
  if (!saved) throw refuse("version-changed", { expected: given.version, actual: before.version });
}

function checkAnswer({ kind, key, answer }: SaidAnswer, asked: ReadonlySet<string>): HintAnswer {
  const table = TABLE_ANSWERS.find((known) => known === answer);
  const column = COLUMN_ANSWERS.find((known) => known === answer);
  if (asked.has(`${kind} ${key}`)) {
    if (kind === "table" && table) return { kind, key, answer: table };
    if (kind === "column" && column) return { kind, key, answer: column };
  }
  throw refuse("answer-unknown", { key });
}

function refuse(
  code: ProgrammeRefusalCode,
  values: Record<string, string | number> = {},
): Refusal<ProgrammeRefusalCode> {
  return new Refusal(code, values);
}
