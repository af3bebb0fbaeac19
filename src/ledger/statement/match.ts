import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Part } from "../contract.ts";
import { splitAs, sumParts } from "../sums.ts";
import type { BankDocument } from "./read-exchange.ts";

/** An obligation that a payment may belong to, with what is left of it. */
export interface Candidate {
  readonly id: Id;
  readonly date: string;
  readonly year: number;
  readonly basis: string;
  readonly payee: string;
  readonly kopecks: Kopecks;
  readonly left: readonly Part[];
}

/** Why a document is thought to belong to an obligation; the first weighs most. */
export const REASONS = ["number", "sum", "payee", "date"] as const;
export type Reason = (typeof REASONS)[number];
const WEIGHTS: Readonly<Record<Reason, number>> = { number: 8, sum: 4, payee: 4, date: 1 };
/** A sum or a day alone proves nothing. */
const ENOUGH = 5;

export interface Proposal {
  readonly commitmentId: Id;
  readonly reasons: readonly Reason[];
  readonly parts: readonly Part[];
}

export type Match =
  | { readonly kind: "proposed"; readonly proposal: Proposal }
  /** Nothing fits, several fit alike, it came in instead of going out, it has no day of the treasury's mark, it is too much. */
  | { readonly kind: "none" | "several" | "incoming" | "no-mark" | "too-much" };

/** The day of the treasury's mark: when it was debited. */
export function markOf(document: BankDocument): string | null {
  return document.debited;
}

/** Proposes the obligation that a document pays. Only a person accepts it. */
export function matchDocument(
  document: BankDocument,
  candidates: readonly Candidate[],
  accounts: readonly string[],
): Match {
  if (accounts.includes(document.payeeAccount) && !accounts.includes(document.payerAccount))
    return { kind: "incoming" };
  const mark = markOf(document);
  if (mark === null) return { kind: document.credited === null ? "no-mark" : "incoming" };
  const scored = candidates
    .filter(({ year, date }) => year === Number(mark.slice(0, 4)) && date <= mark)
    .map((candidate) => ({ candidate, reasons: findReasons(document, candidate) }))
    .map((found) => ({ ...found, score: found.reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (!best) return { kind: "none" };
  if (next?.score === best.score) return { kind: "several" };
  const { candidate, reasons } = best;
  const open = sumParts(candidate.left);
  if (document.kopecks > open) return { kind: "too-much" };
  const parts = chooseParts(document.kopecks, candidate.left).filter(({ kopecks }) => kopecks > 0n);
  return { kind: "proposed", proposal: { commitmentId: candidate.id, reasons, parts } };
}

/** A sum that is just what one source has left comes from it; else it is split as what is left. */
function chooseParts(kopecks: Kopecks, left: readonly Part[]): readonly Part[] {
  const same = left.find((part) => part.kopecks === kopecks);
  return same ? [same] : splitAs(kopecks, left);
}

function findReasons(document: BankDocument, candidate: Candidate): readonly Reason[] {
  const has: Readonly<Record<Reason, boolean>> = {
    number: namesNumber(document.purpose, candidate),
    sum:
      document.kopecks === candidate.kopecks ||
      document.kopecks === sumParts(candidate.left) ||
      candidate.left.some(({ kopecks }) => kopecks === document.kopecks),
    payee: isSamePayee(document.payee, candidate.payee),
    date: daysOf(document.purpose).some((day) => daysOf(candidate.basis).includes(day)),
  };
  return REASONS.filter((reason) => has[reason]);
}

/** «№ 7», «N 7», «номер 7»: the agreement's number in the purpose, where its day stands there too or nothing contradicts it. */
function namesNumber(purpose: string, { basis }: Candidate): boolean {
  const own = numbersOf(basis);
  const said = numbersOf(purpose);
  if (!own.some((number) => said.includes(number))) return false;
  const [ownDays, saidDays] = [daysOf(basis), daysOf(purpose)];
  return saidDays.length === 0 || ownDays.length === 0 || saidDays.some((day) => ownDays.includes(day));
}

function numbersOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:№|N|номер)\s*([\p{L}\d]+(?:[-/.][\p{L}\d]+)*)/giu)].map(([, number = ""]) =>
    number.toLowerCase(),
  );
}

function daysOf(text: string): readonly string[] {
  return [...text.matchAll(/\b(\d\d)\.(\d\d)\.(?:20)?(\d\d)\b/g)].map(
    ([, day, month, year]) => `${day}.${month}.${year}`,
  );
}

/** Words of a legal form say nothing of whose it is. */
const FORMS = new Set(
  "общество с ограниченной ответственностью ооо индивидуальный предприниматель ип ано нко тос пример".split(" "),
);

function isSamePayee(said: string, known: string): boolean {
  const [a, b] = [wordsOf(said), wordsOf(known)];
  return a.length >= 3 && b.length >= 3 && (a.includes(b) || b.includes(a));
}

function wordsOf(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll("ё", "е")
    .split(/[^\p{L}\d]+/u);
  return words.filter((word) => word !== "" && !FORMS.has(word)).join(" ");
}
