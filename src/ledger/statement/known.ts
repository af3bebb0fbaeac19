import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import { type BankDocument, dayOf } from "./reading.ts";

/** A payment or a refund of the ledger that stands, as statements are held against it. */
export interface KnownMove {
  readonly id: Id;
  readonly key: string;
  readonly date: string;
  readonly basis: string;
  readonly kopecks: Kopecks;
  readonly isRefund: boolean;
}

/** What the ledger has of a document, and in what the two disagree. */
export interface Recognised {
  readonly move: KnownMove;
  readonly differs: "sum" | "date" | null;
}

/**
 * What a document is for ever: the same one in another file makes no second payment. Of several with one number and day, as
 * where an order is split by budget codes, each has its place among them.
 */
export function nameDocuments(documents: readonly BankDocument[]): ReadonlyMap<BankDocument, string> {
  const seen = new Map<string, number>();
  return new Map(
    documents.map((document) => {
      const { payerAccount, date, number } = document;
      const name = `bank ${payerAccount} ${date ?? ""} ${number}`.slice(0, 180);
      const place = (seen.get(name) ?? 0) + 1;
      seen.set(name, place);
      return [document, place === 1 ? name : `${name} ${place}`];
    }),
  );
}

const AGAIN = / again \d$/;

/** The keys that a document's payments may have: the first, and one for each time that it was reversed and posted again. */
export function listKeys(name: string): readonly string[] {
  return Array.from({ length: 10 }, (_, time) => (time === 0 ? name : `${name} again ${time}`));
}

/**
 * Which payment or refund each document is: by its own key, else by number and day, the same sum first; then those of
 * another sum; then, by number and sum, those of another day of the year. None is taken twice.
 */
export function recogniseDocuments(
  documents: readonly BankDocument[],
  moves: readonly KnownMove[],
): ReadonlyMap<BankDocument, Recognised> {
  const names = nameDocuments(documents);
  const found = new Map<BankDocument, Recognised>();
  const taken = new Set<Id>();
  const index = indexMoves(moves);
  const take = (document: BankDocument, candidates: readonly KnownMove[]) => {
    const isIncoming = document.debited === null && document.credited !== null;
    const move = candidates.find((some) => !taken.has(some.id) && some.isRefund === isIncoming);
    if (!move || found.has(document)) return;
    taken.add(move.id);
    const day = dayOf(document);
    const differs = move.kopecks !== document.kopecks ? "sum" : day !== null && move.date !== day ? "date" : null;
    found.set(document, { move, differs });
  };
  const rules: readonly ((document: BankDocument) => readonly KnownMove[])[] = [
    (document) => index.byKey.get(names.get(document) ?? "") ?? [],
    (document) => sameSum(document, index.byDay.get(`${dayOf(document)} ${document.number}`)),
    (document) => index.byDay.get(`${dayOf(document)} ${document.number}`) ?? [],
    (document) => index.bySum.get(`${yearOf(dayOf(document))} ${document.number} ${document.kopecks}`) ?? [],
  ];
  for (const rule of rules) for (const document of documents) take(document, rule(document));
  return found;
}

function sameSum(document: BankDocument, moves: readonly KnownMove[] = []): readonly KnownMove[] {
  return moves.filter(({ kopecks }) => kopecks === document.kopecks);
}

function yearOf(day: string | null): string {
  return day?.slice(0, 4) ?? "";
}

function indexMoves(moves: readonly KnownMove[]) {
  const byNumber = moves.flatMap((move) => numbersOf(move.basis).map((number) => ({ move, number })));
  const group = (name: (one: { move: KnownMove; number: string }) => string) =>
    new Map([...Map.groupBy(byNumber, name)].map(([key, own]) => [key, own.map(({ move }) => move)]));
  return {
    byKey: Map.groupBy(moves, ({ key }) => key.replace(AGAIN, "")),
    byDay: group(({ move, number }) => `${move.date} ${number}`),
    bySum: group(({ move, number }) => `${yearOf(move.date)} ${number} ${move.kopecks}`),
  };
}

function numbersOf(basis: string): readonly string[] {
  return [...new Set([...basis.matchAll(/№\s*([\p{L}\d/-]+)/gu)].map(([, number = ""]) => number))];
}
