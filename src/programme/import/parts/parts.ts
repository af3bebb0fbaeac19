import { type Block, cellText, type DocumentTree, type Paragraph, type Table } from "../../../office/tree.ts";
import type { Part, PartText, ReadingHints, TableAnswer, Words } from "../../contract.ts";
import { type ColumnMeaning, readBareKind } from "../../language/vocabulary.ts";
import { normaliseWords, oneLine } from "../../language/words.ts";
import { readHeadingKind } from "../annex/outline.ts";
import { HeadingReader } from "../prose/headings.ts";
import { continueHead, type Head, hintKey, readHead } from "../table/head.ts";
import { PartTexts } from "./part-texts.ts";

export interface PartTable {
  readonly table: Table;
  readonly head: Head | null;
  /** The words above it that no table before it has: its name, its unit, the objective it is about. */
  readonly above: readonly Words[];
}

/** A document cut into the parts of a programme, by what heads and rows mean and not by their position. */
export interface DocumentParts {
  readonly paragraphs: Readonly<Record<Part, readonly Words[]>>;
  readonly tables: Readonly<Record<Part, readonly PartTable[]>>;
  /** The words above and below the tables of the passport and of each annex, in the order of the document. */
  readonly partTexts: readonly PartText[];
  /** Tables of which nothing was recognised, with the part in which they stand. */
  readonly unknown: readonly { readonly part: Part; readonly table: Table }[];
  /** Tables that are what a person said of them. */
  readonly answered: readonly { readonly part: Part; readonly table: Table }[];
  /** The passport of another programme in the same document: nothing from there on is read. */
  readonly second: Table | null;
}

export function splitParts(tree: DocumentTree, hints: ReadingHints): DocumentParts {
  const splitter = new Splitter(hints);
  for (const block of tree.blocks) splitter.take(block);
  return splitter.finish();
}

class Splitter {
  private readonly paragraphs = emptyParts<Words>();
  private readonly tables = emptyParts<PartTable>();
  private readonly unknown: { part: Part; table: Table }[] = [];
  private readonly answered: { part: Part; table: Table }[] = [];
  private readonly texts = new PartTexts();
  private readonly headings = new HeadingReader();
  private part: Part = "title";
  /** The words above an annex's table belong to the annex; which annex it is, the table says. */
  private waiting: Words[] | null = null;
  private second: Table | null = null;
  /** The words since the last table. */
  private since: Words[] = [];
  private readonly hints: ReadingHints;

  constructor(hints: ReadingHints) {
    this.hints = hints;
  }

  take(block: Block): void {
    if (this.second) return;
    if (block.kind === "paragraph") this.takeParagraph(block);
    else this.takeTable(block);
  }

  finish(): DocumentParts {
    const annex = this.waiting?.length ? this.part : null;
    if (annex) this.release(annex);
    const { paragraphs, tables, unknown, answered, second } = this;
    return { paragraphs, tables, unknown, answered, partTexts: this.texts.list, second };
  }

  private takeParagraph(paragraph: Paragraph): void {
    const text = paragraph.text.trim();
    const opens = this.opensAnnex(text);
    if (!opens && !this.waiting) this.part = this.partOf(text);
    if (text === "" && this.part !== "sections") return;
    if (opens) this.waiting ??= [];
    if (this.waiting) this.waiting.push(placeOutside(this.part, text));
    else this.add(this.part, text);
  }

  private partOf(text: string): Part {
    const words = normaliseWords(text);
    const passport = /^(?:(?:раздел )?[ivxlc\d]+\.? )?паспорт(?: |$)/.test(words);
    if (passport && this.tables.passport.length === 0) return "passport";
    const heading = this.headings.take(text);
    if (!heading) return this.part;
    return this.part.startsWith("annex") ? this.part : "sections";
  }

  private opensAnnex(text: string): boolean {
    const early = this.part === "title" || (this.part === "passport" && this.tables.passport.length === 0);
    return !early && /^(?:утвержден[оаы]?|приложение)(?:[\s№\d]|$)/i.test(oneLine(text));
  }

  private takeTable(table: Table): void {
    const found = recogniseTable(table, this.hints) ?? this.continueTable(table);
    if (!found) this.unknown.push({ part: this.part, table });
    if (this.hints.tables[tableKey(table)]) this.answered.push({ part: this.part, table });
    if (!found || found.part === "none") return;
    if (found.part === "passport" && this.isSecond(table)) {
      this.second = table;
      return;
    }
    const formal = this.waiting !== null || this.part.startsWith("annex");
    // Among the sections of text only the caption is about the table; in an annex everything since the last one.
    if (this.waiting || this.part === "sections") this.since = [];
    if (this.waiting) this.release(found.part);
    else if (this.part === "sections") this.takeCaption(found.part);
    this.tables[found.part].push({ table, head: found.head, above: this.since });
    this.since = [];
    this.texts.closeHead(found.part);
    // A table among the sections of text is an annex of its own only as long as it lasts.
    this.part = formal || found.part === "passport" ? found.part : "sections";
  }

  /** A table without a head right below one of an annex goes on with it. */
  private continueTable(table: Table): Recognised | null {
    const { part } = this;
    if (part !== "annex1" && part !== "annex2" && part !== "annex3") return null;
    const before = this.tables[part].at(-1)?.head;
    const head = before && this.waiting === null ? continueHead(table, before) : null;
    return head ? { part, head } : null;
  }

  private isSecond(table: Table): boolean {
    const [first] = this.tables.passport;
    const [name, other] = [first?.table, table].map((passport) => passport && readProgrammeName(passport));
    return Boolean(name && other && name !== other);
  }

  private release(to: Part): void {
    for (const { text } of this.waiting ?? []) if (text) this.add(to, text);
    this.waiting = null;
  }

  /** «Таблица 1», the table's name and «(тыс. рублей)» right above a table among the sections. */
  private takeCaption(to: Part): void {
    const { sections } = this.paragraphs;
    const caption: Words[] = [];
    while (caption.length < 4) {
      const last = sections.at(-1);
      if (!last || !isCaption(last.text)) break;
      caption.unshift(last);
      sections.pop();
    }
    for (const { text } of caption) if (text.trim()) this.add(to, text);
  }

  private add(part: Part, text: string): void {
    const words = placeOutside(part, text);
    this.paragraphs[part].push(words);
    this.since.push(words);
    if (text) this.texts.add(words);
  }
}

function emptyParts<T>(): Record<Part, T[]> {
  return { title: [], passport: [], sections: [], annex1: [], annex2: [], annex3: [] };
}

function placeOutside(part: Part, text: string): Words {
  return { text, place: { part, table: null, row: null, column: null, text: oneLine(text).slice(0, 200) } };
}

function isCaption(text: string): boolean {
  const line = oneLine(text);
  if (readHeadingKind(line)) return true;
  return line === "" || /^(?:таблица(?: №? ?\d+)?|\(?(?:в )?(?:тыс|млн|руб)[^.]*\.?(?: ?руб[^ ]*)?\)?$)/i.test(line);
}

interface Recognised {
  readonly part: Part;
  readonly head: Head | null;
}

function recogniseTable(table: Table, hints: ReadingHints): Recognised | { readonly part: "none" } | null {
  const answer = hints.tables[tableKey(table)];
  if (answer === "none") return { part: "none" };
  if (answer) return nameTable(readHead(table, hints, true), answer);
  return recogniseByWords(table, readHead(table, hints));
}

/** Under which a person's answer about a table is kept: the words of its first row. */
export function tableKey(table: Table): string {
  return hintKey((table.rows[0]?.cells ?? []).map((cell) => oneLine(cellText(cell))).join(" | "));
}

/** A table that a person named: its lines are named in the column for that, else in the first with an unknown head. */
function nameTable(head: Head | null, part: Exclude<TableAnswer, "none">): Recognised {
  const naming = { annex1: "indicator", annex2: "activity", annex3: "source" }[part] as ColumnMeaning;
  if (!head || head.columns.some((column) => column.meaning === naming)) return { part, head };
  const first = head.columns.find((column) => column.meaning === "unknown" || column.meaning === "label")?.column;
  const columns = head.columns.map((column) => (column.column === first ? { ...column, meaning: naming } : column));
  return { part, head: { ...head, columns } };
}

function recogniseByWords(table: Table, head: Head | null): Recognised | null {
  const meanings = new Set(head?.columns.map((column) => column.meaning));
  const dated = meanings.has("year");
  const counted = dated || meanings.has("amount") || (meanings.has("total") && meanings.has("period"));
  if (head && counted && meanings.has("activity")) return { part: "annex2", head };
  if (head && dated && meanings.has("indicator")) return { part: "annex1", head };
  if (head && dated && meanings.has("label") && meanings.has("unit") && !meanings.has("source"))
    return { part: "annex1", head: renameColumn(head, "label", "indicator") };
  if (head && counted && (meanings.has("source") || namesSources(table, head))) return { part: "annex3", head };
  return isPassport(table) ? { part: "passport", head: null } : null;
}

/** A table of money whose rows or columns are sources, whatever its head calls them. */
function namesSources(table: Table, head: Head): boolean {
  const columns = head.columns.filter((column) => column.kind !== null && column.kind !== "quantity");
  const rows = table.rows.filter((row) => {
    const words = row.cells.slice(0, 2).map(cellText);
    return row.number > head.rows && words.some((text) => readBareKind(text) !== null);
  });
  return rows.length >= 2 || columns.length >= 2;
}

function renameColumn(head: Head, from: string, to: "indicator"): Head {
  const first = head.columns.find((column) => column.meaning === from)?.column;
  const columns = head.columns.map((column) => (column.column === first ? { ...column, meaning: to } : column));
  return { ...head, columns };
}

const PASSPORT_ROWS = [
  /^наименование(?: муниципальной)?(?: под)?программы/,
  /заказчик/,
  /разработчик/,
  /исполнител/,
  /^(?:срок|этапы)/,
  /^(?:объем\S*(?: и источники)?|ресурсное|источники) (?:финансирования|обеспечение)/,
  /^ожидаем/,
  /^цел[ьи]/,
  /^задач/,
];

function isPassport(table: Table): boolean {
  const labels = table.rows.flatMap((row) => (row.cells[0] ? [normaliseWords(cellText(row.cells[0]))] : []));
  return PASSPORT_ROWS.filter((pattern) => labels.some((label) => pattern.test(label))).length >= 3;
}

function readProgrammeName(passport: Table): string | null {
  const row = passport.rows.find((candidate) =>
    /^(?:полное )?наименование(?: муниципальной)? программы/.test(
      normaliseWords(cellText(candidate.cells[0] ?? EMPTY)),
    ),
  );
  return row?.cells[1] ? normaliseWords(cellText(row.cells[1])) : null;
}

const EMPTY = { row: 1, column: 1, columnSpan: 1, rowSpan: 1, blocks: [] };
