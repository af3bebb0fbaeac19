import { type Cell, cellText, type Table } from "../../../office/tree.ts";
import type { Activity, FigureKind, Rollup, Words } from "../../contract.ts";
import { readPrintedNumber } from "../../language/number.ts";
import { readBareKind, readRowKind } from "../../language/vocabulary.ts";
import { oneLine, splitNumber } from "../../language/words.ts";
import type { PartTable } from "../parts/parts.ts";
import { readFacts, type TableWords } from "../table/facts.ts";
import type { Fact } from "../table/figure.ts";
import type { Head } from "../table/head.ts";
import { type RowReader, readRows } from "../table/rows.ts";
import { ActivityBlock } from "./activity-block.ts";
import { Outline, readHeadingKind } from "./outline.ts";
import { readTotal, TotalBlock } from "./total-block.ts";

export interface ActivityTable {
  readonly outline: Outline;
  readonly activities: Activity[];
  readonly rollups: Rollup[];
}

/** Annex 2: objectives as rows across the table, activities as a row or a block of rows, totals after or before them; nested tables continue the same stream. */
export function readActivities(
  tables: readonly { readonly table: PartTable; readonly words: TableWords }[],
): ActivityTable {
  const reader = new ActivityReader();
  for (const { table, words } of tables) {
    if (table.head) reader.readPart(table.table, { head: table.head, words }, table.above);
  }
  return reader.finish();
}

interface Under {
  readonly head: Head;
  readonly words: TableWords;
}

class ActivityReader {
  private readonly outline = new Outline();
  private readonly activities: Activity[] = [];
  private readonly totals: TotalBlock[] = [];
  private open: ActivityBlock | TotalBlock | null = null;

  /** A table of the annex with what the words above it say of its lines. */
  readPart(table: Table, under: Under, above: readonly Words[]): void {
    if (above.some((line) => readHeadingKind(line.text))) this.close();
    this.outline.readAbove(above);
    this.readTable(table, under);
  }

  readTable(table: Table, under: Under, from = under.head.rows + 1): void {
    for (const row of readRows("annex2", table, { head: under.head, from })) {
      if (row.repeatsHead) continue;
      if (row.spanning) this.readSpanning(row, row.spanning, under);
      else this.readRow(row, under);
    }
  }

  finish(): ActivityTable {
    this.close();
    return {
      outline: this.outline,
      activities: this.activities,
      rollups: this.totals.map((total, at) => total.finish(this.totals.slice(at + 1))),
    };
  }

  /** A cell across the table: headings in its paragraphs, further rows in the tables inside it, in the order of the page. */
  private readSpanning(row: RowReader, cell: Cell, under: Under): void {
    for (const block of cell.blocks) {
      if (block.kind === "table") {
        this.readTable(block, { ...under, head: fitHead(under.head, block.columns) }, 1);
        continue;
      }
      const text = oneLine(block.text);
      if (text === "") continue;
      this.close();
      const words = { text, place: { ...row.placeOf(cell.column), text: text.slice(0, 300) } };
      if (!this.outline.read(words))
        under.words.report.add("not-understood", words.place, { variant: "row", found: text });
    }
  }

  private readRow(row: RowReader, under: Under): void {
    const name = row.name("activity");
    if (onlyAnnounces(row, labelOf(row) ?? name)) return;
    const total = name ? readTotal(name.text) : null;
    if (name && readHeadingKind(name.text)) this.readHeadingRow(row, name, under);
    else if (name && total && !this.isOwnSum(total.of, name, row)) this.readTotalRow(row, name, under);
    else if (name && this.opens(row, name, under)) this.openActivity(row, name, under);
    else this.continueOpen(row, name, under);
  }

  /** A heading with figures beside it is a heading and its total in one. */
  private readHeadingRow(row: RowReader, name: Words, under: Under): void {
    this.close();
    const kind = this.outline.read(name);
    const facts = this.factsOf(row, name, under);
    if (!kind || facts.every(({ figure }) => figure.value === null)) return;
    this.open = new TotalBlock({ of: kind, number: null }, this.outline.standing, this.activities.length);
    this.open.add(facts);
  }

  private readTotalRow(row: RowReader, name: Words, under: Under): void {
    this.close();
    this.open = new TotalBlock(
      readTotal(name.text) ?? { of: null, number: null },
      this.outline.standing,
      this.activities.length,
    );
    this.open.add(this.factsOf(row, name, under));
  }

  /** «Всего» without a word of whose total it is, below an activity that has no sum yet. */
  private isOwnSum(of: Rollup["of"] | null, name: Words, row: RowReader): boolean {
    const bare = of === null && readBareKind(name.text) === "cost";
    return bare && row.words("label") === null && this.open instanceof ActivityBlock && !this.open.hasFigures;
  }

  private opens(row: RowReader, name: Words, under: Under): boolean {
    const { open } = this;
    const label = labelOf(row);
    if (!label && readBareKind(name.text) && open) return false;
    if (!(open instanceof ActivityBlock)) return row.figureCells().length > 0;
    const number = splitNumber(name.text).number ?? row.number;
    if (number !== null && number !== open.number) return true;
    const facts = this.factsOf(row, name, under);
    if (facts.some((fact) => fact.kind === "quantity" || open.rows.has(fact))) return true;
    return facts.length > 0 && open.hasFigures && !open.isTornBefore(name.text);
  }

  private openActivity(row: RowReader, name: Words, under: Under): void {
    this.close();
    const { number, rest } = splitNumber(name.text);
    const place = { ...name.place, text: row.text };
    const open = new ActivityBlock({
      number: number ?? row.number,
      name: { text: rest, place },
      standing: this.outline.standing,
      report: under.words.report,
    });
    open.addRow(row, { head: under.head, facts: this.factsOf(row, name, under) });
    this.open = open;
  }

  private continueOpen(row: RowReader, name: Words | null, under: Under): void {
    const { open } = this;
    if (row.text === "" && row.figureCells().every(({ cell }) => isBlank(cell))) return;
    const label = labelOf(row) ?? name;
    const known = label === null || kindOf(label, under) !== null || row.period !== null || label.text.includes("\n");
    if (!open || !label || (!known && labelOf(row))) {
      if (open && !label && row.period) open.add(this.factsOf(row, name, under));
      else under.words.report.add("not-understood", row.placeOf(), { variant: "row", found: row.text });
      return;
    }
    const facts = this.factsOf(row, label, under);
    if (open instanceof TotalBlock) open.add(facts);
    else {
      if (name && labelOf(row)) open.continueCell("name", name);
      open.addRow(row, { head: under.head, facts });
    }
  }

  private factsOf(row: RowReader, name: Words | null, under: Under): Fact[] {
    const label = labelOf(row) ?? name ?? { text: row.text, place: row.placeOf() };
    const lines = labelLines(row, label, under.head);
    const kind = lines.length > 1 ? null : kindOf(label, under);
    const bare = labelOf(row) ? kind : (readBareKind(label.text) ?? null);
    return readFacts(row, { kind: labelOf(row) ? kind : bare, label, key: row.period, lines }, under.words);
  }

  private close(): void {
    const { open } = this;
    if (open instanceof ActivityBlock) this.activities.push(open.finish());
    else if (open) this.totals.push(open);
    this.open = null;
  }
}

/** What says which figure a row holds: its label, else its source. */
function labelOf(row: RowReader): Words | null {
  return row.words("label") ?? row.words("source");
}

function kindOf(label: Words, { words }: Under): FigureKind | null {
  return words.sourceCodes.get(label.text) ?? readRowKind(label.text);
}

function labelLines(row: RowReader, label: Words, head: Head): Words[] {
  const column = head.columns.find((candidate) => candidate.column === label.place.column);
  const cell = column ? row.cellAt(column.column) : null;
  const lines = cell ? cellText(cell).split("\n").map(oneLine).filter(Boolean) : [];
  // A label that merely runs over two lines names one thing.
  if (lines.some((line) => readRowKind(line) === null)) return [];
  return lines.map((text) => ({ text, place: label.place }));
}

/** «в том числе:» without a figure beside it: it says that sources follow, which they say themselves. */
function onlyAnnounces(row: RowReader, words: Words | null): boolean {
  const announces = /^(?:в том числе|в т\. ?ч\.?|из них)(?: по (?:источникам|годам)[^\d]*)?:?$/iu;
  return words !== null && announces.test(words.text) && row.figureCells().every(({ cell }) => isBlank(cell));
}

function isBlank(cell: Cell): boolean {
  return readPrintedNumber(cellText(cell)).kind === "blank";
}

/** A nested table of other width: its columns take the meanings from the left as far as they go. */
function fitHead(head: Head, columns: number): Head {
  return columns === head.columns.length ? head : { ...head, columns: head.columns.slice(0, columns) };
}
