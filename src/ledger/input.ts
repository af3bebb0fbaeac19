import { type FundingSource, SOURCES } from "../programme/contract.ts";
import {
  type BasisKind,
  COMMITMENT_BASES,
  type CommitmentBasis,
  NOTE_LIMIT,
  PAYEE_LIMIT,
  type Part,
  PLAN_BASES,
  TEXT_LIMIT,
} from "./contract.ts";
import { refuseLedger } from "./refusals.ts";
import { parseRoubles, sumParts } from "./sums.ts";

/** Roubles by source as a form sends them: any text at all. */
export type SumsInput = Readonly<Partial<Record<FundingSource, string>>>;

/** What every form of the ledger sends. `key` is the form's own: the same form sent twice records once. */
export interface EntryInput {
  readonly key: string;
  readonly date: string;
  readonly basis: string;
  readonly note?: string;
}

/** Shorter than the column: a carry-over adds a word to it. */
const KEY_LIMIT = 190;

export function cleanText(text: string): string {
  return text.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();
}

/** Refuses `ledger-date-wrong` where it is no day of this century's calendar. */
export function parseDate(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  const isDay = /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return isDay ? text : refuseLedger("ledger-date-wrong");
}

/** Date, basis, note and key; the day has come. Refuses what is missing. */
export function parseEntry(input: EntryInput, today: string) {
  const key = cleanText(input.key);
  if (key === "" || key.length > KEY_LIMIT) refuseLedger("ledger-key-missing");
  const date = parseDate(input.date);
  if (date > today) refuseLedger("ledger-date-future", { date });
  return { key, date, basis: parseBasis(input.basis), note: parseNote(input.note ?? "") };
}

export function parseBasis(text: string): string {
  const basis = cleanText(text);
  if (basis === "" || basis.length > TEXT_LIMIT) refuseLedger("ledger-basis-missing", { limit: TEXT_LIMIT });
  return basis;
}

export function parseNote(text: string): string | null {
  const note = text.replaceAll("\u0000", "").trim();
  if (note.length > NOTE_LIMIT) refuseLedger("ledger-note-long", { limit: NOTE_LIMIT });
  return note || null;
}

export function parsePayee(text: string): string {
  const payee = cleanText(text);
  if (payee === "" || payee.length > PAYEE_LIMIT) refuseLedger("ledger-payee-missing", { limit: PAYEE_LIMIT });
  return payee;
}

export function parsePlanBasis(text: string): BasisKind {
  return PLAN_BASES.find((kind) => kind === text) ?? refuseLedger("ledger-basis-kind");
}

export function parseCommitmentBasis(text: string): CommitmentBasis {
  return COMMITMENT_BASES.find((kind) => kind === text) ?? refuseLedger("ledger-basis-kind");
}

/** The sources of which the form says anything; nothing said is no part. */
export function parseSums(sums: SumsInput): readonly Part[] {
  return SOURCES.flatMap((source) => {
    const kopecks = parseRoubles(sums[source] ?? "");
    return kopecks === null ? [] : [{ source, kopecks }];
  });
}

/** The same where something must move: parts of nothing are left out. Refuses `ledger-sum-missing`. */
export function parseMoved(sums: SumsInput): readonly Part[] {
  const parts = parseSums(sums).filter(({ kopecks }) => kopecks > 0n);
  return sumParts(parts) > 0n ? parts : refuseLedger("ledger-sum-missing");
}
