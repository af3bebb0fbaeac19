import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Part } from "../contract.ts";
import { splitAs, sumParts } from "../sums.ts";
import { type BankDocument, markOf } from "./reading.ts";

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
/** So many obligations are offered for one document. */
const MOST_OFFERED = 5;

export interface Proposal {
  readonly commitmentId: Id;
  readonly reasons: readonly Reason[];
  readonly parts: readonly Part[];
}

export type Match =
  /** One fits best, or several fit alike and a person chooses; the best first. */
  | { readonly kind: "proposed" | "several"; readonly proposals: readonly Proposal[] }
  /** Nothing fits, it came in instead of going out, it has no day of the treasury's mark, it is too much. */
  | { readonly kind: "none" | "incoming" | "no-mark" | "too-much" };

/** What of an obligation does not change while a file is matched, read once. */
interface Known {
  candidate: Candidate;
  readonly numbers: readonly string[];
  readonly days: readonly string[];
  readonly payee: string;
}

/** Obligations by what a document may name of them, so that a file against many thousands is matched in one go. */
export class CandidateIndex {
  private readonly byId = new Map<Id, Known>();
  private readonly byWord = new Map<string, Set<Known>>();

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) {
      const known = {
        candidate,
        numbers: numbersOf(candidate.basis),
        days: daysOf(candidate.basis),
        payee: wordsOf(candidate.payee),
      };
      this.byId.set(candidate.id, known);
      for (const number of known.numbers) this.note(`№ ${number}`, known);
      for (const word of splitWords(known.payee)) this.note(word, known);
      for (const sum of sumsOf(candidate)) this.note(`= ${sum}`, known);
    }
  }

  private note(word: string, known: Known): void {
    const own = this.byWord.get(word) ?? new Set();
    own.add(known);
    this.byWord.set(word, own);
  }

  /** Those that share a number, a word of the payee's name or a sum with the document; the others have no reason. */
  find(document: BankDocument): readonly Known[] {
    const words = [
      ...numbersOf(document.purpose).map((number) => `№ ${number}`),
      ...splitWords(wordsOf(document.payee)),
      `= ${document.kopecks}`,
    ];
    return [...new Set(words.flatMap((word) => [...(this.byWord.get(word) ?? [])]))];
  }

  /** What one document takes the next no longer finds. */
  take({ commitmentId, parts }: Proposal): void {
    const known = this.byId.get(commitmentId);
    if (!known) return;
    const takenOf = (part: Part) => parts.find(({ source }) => source === part.source)?.kopecks ?? 0n;
    const left = known.candidate.left.map((part) => ({ ...part, kopecks: part.kopecks - takenOf(part) }));
    known.candidate = { ...known.candidate, left };
    for (const sum of sumsOf(known.candidate)) this.note(`= ${sum}`, known);
  }
}

function sumsOf({ kopecks, left }: Candidate): readonly Kopecks[] {
  return [kopecks, sumParts(left), ...left.map((part) => part.kopecks)];
}

/** Proposes the obligations that a document may pay. Only a person accepts one. */
export function matchDocument(document: BankDocument, index: CandidateIndex, accounts: readonly string[]): Match {
  if (accounts.includes(document.payeeAccount) && !accounts.includes(document.payerAccount)) {
    return { kind: "incoming" };
  }
  const mark = markOf(document);
  if (mark === null) return { kind: document.credited === null ? "no-mark" : "incoming" };
  const scored = index
    .find(document)
    .filter(({ candidate: { year, date } }) => year === Number(mark.slice(0, 4)) && date <= mark)
    .map((known) => ({ candidate: known.candidate, reasons: findReasons(document, known) }))
    .map((found) => ({ ...found, score: found.reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1));
  if (scored.length === 0) return { kind: "none" };
  const open = scored.filter(({ candidate }) => sumParts(candidate.left) >= document.kopecks);
  const [best, next] = open;
  if (!best || best.score < (scored[0]?.score ?? 0)) return { kind: "too-much" };
  const proposals = open.slice(0, MOST_OFFERED).map(({ candidate, reasons }) => ({
    commitmentId: candidate.id,
    reasons,
    parts: chooseParts(document.kopecks, candidate.left).filter(({ kopecks }) => kopecks > 0n),
  }));
  return { kind: next?.score === best.score ? "several" : "proposed", proposals };
}

/** A sum that is just what one source has left comes from it; else it is split as what is left. */
function chooseParts(kopecks: Kopecks, left: readonly Part[]): readonly Part[] {
  const same = left.find((part) => part.kopecks === kopecks);
  return same ? [same] : splitAs(kopecks, left);
}

function findReasons(document: BankDocument, { candidate, ...known }: Known): readonly Reason[] {
  const has: Readonly<Record<Reason, boolean>> = {
    number: namesNumber(document.purpose, known),
    sum: sumsOf(candidate).includes(document.kopecks),
    payee: isSamePayee(wordsOf(document.payee), known.payee),
    date: daysOf(document.purpose).some((day) => known.days.includes(day)),
  };
  return REASONS.filter((reason) => has[reason]);
}

/** «№ 7», «N 7», «номер 7»: the agreement's number in the purpose, where its day stands there too or nothing contradicts it. */
function namesNumber(purpose: string, { numbers, days }: Omit<Known, "candidate">): boolean {
  const said = numbersOf(purpose);
  if (!numbers.some((number) => said.includes(number))) return false;
  const saidDays = daysOf(purpose);
  return saidDays.length === 0 || days.length === 0 || saidDays.some((day) => days.includes(day));
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

function isSamePayee(a: string, b: string): boolean {
  return a.length >= 3 && b.length >= 3 && (a.includes(b) || b.includes(a));
}

/** An empty name has no word. */
function splitWords(words: string): readonly string[] {
  return words === "" ? [] : words.split(" ");
}

function wordsOf(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll("ё", "е")
    .split(/[^\p{L}\d]+/u);
  return words.filter((word) => word !== "" && !FORMS.has(word)).join(" ");
}
