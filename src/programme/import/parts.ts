import { type Block, cellText, type DocumentTree, type Paragraph, type Table } from "../../office/tree.ts";
import type { Part, PartText, Words } from "../contract.ts";
import { normaliseWords, oneLine } from "../language/words.ts";
import { type Head, readHead } from "./head.ts";

export interface PartTable {
  readonly table: Table;
  readonly head: Head | null;
}

/** A document cut into the parts of a programme, by what heads and rows mean and not by their position. */
export interface DocumentParts {
  readonly paragraphs: Readonly<Record<Part, readonly Words[]>>;
  readonly tables: Readonly<Record<Part, readonly PartTable[]>>;
  /** The words above and below the tables of the passport and of each annex, in the order of the document. */
  readonly partTexts: readonly PartText[];
  /** Tables of which nothing was recognised, with the part in which they stand. */
  readonly unknown: readonly { readonly part: Part; readonly table: Table }[];
}

export function splitParts(tree: DocumentTree): DocumentParts {
  const paragraphs = emptyParts<Words>();
  const tables = emptyParts<PartTable>();
  const unknown: { part: Part; table: Table }[] = [];
  let part: Part = "title";
  let waiting: string[] = [];
  const partTexts = new PartTexts();
  const add = (to: Part, text: string) => {
    const words = { text, place: outside(to, text) };
    paragraphs[to].push(words);
    if (text) partTexts.add(words);
  };
  const release = (to: Part) => {
    for (const text of waiting) add(to, text);
    waiting = [];
  };
  for (const block of tree.blocks) {
    if (block.kind === "paragraph") {
      part = partOfParagraph(block, part, tables);
      const text = block.text.trim();
      if (part !== "sections" && waiting.length === 0 && text === "") continue;
      // The words above an annex's table belong to the annex; which annex it is, the table says.
      if (opensAnnex(text, part) || waiting.length > 0) waiting.push(text);
      else add(part, text);
      continue;
    }
    const found = recogniseTable(block);
    if (!found) {
      unknown.push({ part, table: block });
      continue;
    }
    release(found.part);
    tables[found.part].push({ table: block, head: found.head });
    partTexts.closeHead(found.part);
    part = found.part;
  }
  release(part);
  return { paragraphs, tables, unknown, partTexts: partTexts.list };
}

class PartTexts {
  readonly list: { part: PartText["part"]; before: Words[]; after: Words[] }[] = [];
  private readonly withTable = new Set<Part>();

  add(words: Words): void {
    const { part } = words.place;
    if (part === "title" || part === "sections") return;
    const side = this.withTable.has(part) ? "after" : "before";
    this.of(part)[side].push(words);
  }

  /** From here on words of this part stand below a table of it. */
  closeHead(part: Part): void {
    this.withTable.add(part);
  }

  private of(part: PartText["part"]) {
    const known = this.list.find((text) => text.part === part);
    if (known) return known;
    const made = { part, before: [], after: [] };
    this.list.push(made);
    return made;
  }
}

function emptyParts<T>(): Record<Part, T[]> {
  return { title: [], passport: [], sections: [], annex1: [], annex2: [], annex3: [] };
}

function outside(part: Part, text: string): Words["place"] {
  return { part, table: null, row: null, column: null, text: oneLine(text).slice(0, 200) };
}

const HEADING = /^(?:раздел\s+)?(?:[IVXLC]+|[1-9])[.)]\s+\S|^раздел\s+\S/i;

/** Whether a paragraph reads as the heading of a section: «II. Обоснование…». */
export function isHeading(text: string): boolean {
  const line = oneLine(text);
  return HEADING.test(line) && line.length < 200 && !/[;]$/.test(line) && /^(?:раздел|[IVXLC]+\.)/i.test(line);
}

function partOfParagraph(paragraph: Paragraph, part: Part, tables: Record<Part, PartTable[]>): Part {
  if (isHeading(paragraph.text)) {
    if (/паспорт/.test(normaliseWords(paragraph.text))) return "passport";
    return part.startsWith("annex") ? part : "sections";
  }
  if (/^паспорт(?: |$)/.test(normaliseWords(paragraph.text)) && tables.passport.length === 0) return "passport";
  return part;
}

function opensAnnex(text: string, part: Part): boolean {
  return part !== "title" && part !== "passport" && /^(?:утвержден[оаы]?|приложение)(?:[\s№\d]|$)/i.test(oneLine(text));
}

function recogniseTable(table: Table): { part: Part; head: Head | null } | null {
  const head = readHead(table);
  const meanings = new Set(head?.columns.map((column) => column.meaning));
  const dated = head?.columns.some((column) => column.key !== null && column.key !== "total") ?? false;
  if (dated && meanings.has("activity")) return { part: "annex2", head };
  if (dated && meanings.has("indicator")) return { part: "annex1", head };
  if (dated && meanings.has("source")) return { part: "annex3", head };
  return isPassport(table) ? { part: "passport", head: null } : null;
}

const PASSPORT_ROWS = [
  /^наименование(?: муниципальной)? программы/,
  /заказчик/,
  /разработчик/,
  /исполнител/,
  /^срок/,
  /^объем\S*(?: и источники)? финансирования/,
  /^ожидаем/,
];

function isPassport(table: Table): boolean {
  const labels = table.rows.flatMap((row) => (row.cells[0] ? [normaliseWords(cellText(row.cells[0]))] : []));
  return PASSPORT_ROWS.filter((pattern) => labels.some((label) => pattern.test(label))).length >= 3;
}

/** Every table of a block with the tables inside its cells, in reading order. */
export function* walkTables(blocks: readonly Block[]): Generator<Table> {
  for (const block of blocks) {
    if (block.kind === "paragraph") continue;
    yield block;
    for (const row of block.rows) for (const cell of row.cells) yield* walkTables(cell.blocks);
  }
}
