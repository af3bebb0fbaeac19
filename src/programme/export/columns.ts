import type { PaperCell, PaperRow } from "../../office/paper.ts";
import type { Part, Programme } from "../contract.ts";
import { type ColumnMeaning, readColumnKind, readColumnMeaning } from "../language/vocabulary.ts";
import { readYears } from "../language/words.ts";

/** A column of an annex as it is printed. */
export interface Column {
  readonly meaning: ColumnMeaning;
  /** The key of its figures, null where it holds words. */
  readonly key: string | null;
  /** The words of the head over it, from top to bottom; columns side by side share what they have in common. */
  readonly texts: readonly string[];
  /** Relative width. */
  readonly width: number;
  /** What the document's own numbering row printed; null where it printed none. */
  readonly numbered?: string | null;
}

type OwnColumn = Programme["heads"][number]["columns"][number];

/** The usual columns under the document's own words and in its own order, as far as it has such columns, with those of its columns that stand empty. */
export function adoptHead(usual: readonly Column[], own: readonly OwnColumn[]): Column[] {
  if (own.length === 0) return [...usual];
  let position = 0;
  const placed = usual.map((column) => {
    const match = own.find((candidate) => matches(candidate, column));
    position = match ? match.column : position + 0.001;
    return { position, column: match ? withOwnWords(column, match) : column };
  });
  const empty = own
    .filter(isBeside)
    .filter(({ column }) => !placed.some(({ position: taken }) => taken === column))
    .map((column) => ({ position: column.column, column: besideColumn(column) }));
  return [...placed, ...empty].sort((a, b) => a.position - b.position).map(({ column }) => column);
}

/** The columns of a part's first table that has a head. */
export function ownHead(programme: Programme, part: Part): readonly OwnColumn[] {
  return programme.heads.find((head) => head.part === part)?.columns ?? [];
}

function isBeside({ meaning, text }: OwnColumn): boolean {
  return meaning === "note" && text !== "";
}

function besideColumn({ text, numbered }: OwnColumn): Column {
  return { meaning: "note", key: null, texts: text.split(" / "), width: 13, numbered };
}

function matches(own: OwnColumn, column: Column): boolean {
  if (column.key !== null) return (own.key ?? keyOf(own)) === column.key;
  if (column.meaning === "note") return own.text === column.texts.join(" / ");
  return own.meaning === column.meaning;
}

/** Heads of editions read earlier hold no key. */
function keyOf({ meaning, text }: OwnColumn): string | null {
  if (meaning === "total") return "total";
  return meaning === "year" ? String(readYears(text.split(" / ").at(-1) ?? "")[0] ?? "") || null : null;
}

/** Own words are taken where they mean in print what the column means here; a head that spreads sources over columns does not. */
function withOwnWords(column: Column, own: OwnColumn): Column {
  const texts = own.text.split(" / ");
  const numbered = own.numbered;
  const means = readColumnMeaning(texts);
  if (column.key === null) return means === column.meaning ? { ...column, texts, numbered } : { ...column, numbered };
  const kind = readColumnKind(texts);
  const plain = kind === null || kind === "cost";
  const year = readYears(texts.at(-1) ?? "");
  const dated = column.key === "total" ? means === "total" : year.length === 1 && String(year[0]) === column.key;
  return plain && dated && means === column.meaning ? { ...column, texts, numbered } : { ...column, numbered };
}

/** Rows of the head: shared words merged side by side, the lowest words down to the head's foot, then the numbering row. */
export function makeHeadRows(columns: readonly Column[]): PaperRow[] {
  if (columns.length < NUMBERED_FROM) return [{ cells: columns.map(({ texts }) => ({ text: texts.join(" – ") })) }];
  const depth = Math.max(...columns.map(({ texts }) => texts.length));
  const rows = Array.from({ length: depth }, (_, level) => ({ cells: makeLevel(columns, level, depth) }));
  return [...rows, { cells: makeNumbers(columns).map((text) => ({ text, align: "center" as const })) }];
}

/** Fewer numbers in a row would not be known for a numbering row. */
const NUMBERED_FROM = 3;

function makeLevel(columns: readonly Column[], level: number, depth: number): PaperCell[] {
  const cells: PaperCell[] = [];
  for (let at = 0; at < columns.length; ) {
    const texts = columns[at]?.texts ?? [];
    const upper = level < texts.length - 1;
    let span = 1;
    while (upper && sharesUpTo(columns[at + span]?.texts, texts, level)) span++;
    const rowSpan = level === texts.length - 1 ? depth - level : 1;
    if (level < texts.length) cells.push({ text: texts[level] ?? "", columnSpan: span, rowSpan, align: "center" });
    at += span;
  }
  return cells;
}

function sharesUpTo(other: readonly string[] | undefined, texts: readonly string[], level: number): boolean {
  if (!other || other.length - 1 <= level) return false;
  return texts.slice(0, level + 1).every((text, at) => text === other[at]);
}

function makeNumbers(columns: readonly Column[]): string[] {
  const own = columns.map(({ numbered }) => numbered ?? null);
  const printed = own.filter((number) => number !== null && number !== "");
  const usable = own.every((number) => number !== null) && printed.length >= NUMBERED_FROM;
  const inOrder = printed.every((number, at) => Number(number) === Number(printed[0]) + at);
  return usable && inOrder ? own.map((number) => number ?? "") : columns.map((_, at) => String(at + 1));
}

/** The keys of an annex's figures in the order of its columns: what was before, the years, the whole. */
export function orderKeys(rows: readonly { readonly values: Readonly<Record<string, unknown>> }[]): string[] {
  const keys = new Set(rows.flatMap((row) => Object.keys(row.values)));
  const years = [...keys].filter((key) => /^\d+$/.test(key)).sort((a, b) => Number(a) - Number(b));
  return [...(keys.has("base") ? ["base"] : []), ...years, ...(keys.has("total") ? ["total"] : [])];
}
