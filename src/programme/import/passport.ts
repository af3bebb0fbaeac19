import { cellText, type Table } from "../../office/tree.ts";
import type { FigureRow, Passport, Words } from "../contract.ts";
import { normaliseWords, oneLine, readYears, splitNumber } from "../language/words.ts";
import { splitExecutors } from "./activity-block.ts";
import { readInnerFinance } from "./passport-finance.ts";
import type { ReadingReport } from "./report.ts";
import { readRunningFinance } from "./running-money.ts";

interface PassportRow {
  readonly label: Words;
  readonly text: Words;
  readonly lines: readonly Words[];
  /** Where the row holds a table of money of its own. */
  readonly finance: readonly FigureRow[] | null;
}

/** The passport: each row is known by its label, whatever its order. */
export function readPassport(tables: readonly Table[], report: ReadingReport): Passport {
  const rows = tables.flatMap((table) => readPassportRows(table, report));
  const find = (pattern: RegExp) => rows.find((row) => pattern.test(normaliseWords(row.label.text)));
  const names = (pattern: RegExp) =>
    rows.filter((row) => pattern.test(normaliseWords(row.label.text))).flatMap(splitNames);
  const term = find(/^срок/)?.text ?? null;
  return {
    rows: rows.map(({ label, text }) => ({ label, text })),
    name: find(/^наименование (?:муниципальной )?программы/)?.text ?? null,
    customers: names(/заказчик/),
    drafters: names(/разработчик/),
    heads: names(/руководитель|куратор/),
    executors: names(/исполнител|^участник/),
    term,
    termYears: term ? readYears(term.text) : [],
    finance: readFinance(find(FINANCE), report),
    indicators: readList(find(/индикатор|целев\S* показател/)),
    expectedResults: find(/^ожидаем/)?.text ?? null,
  };
}

const FINANCE =
  /^(?:объем\S*|источник\S*|ресурсн\S*|финансов\S*).*(?:финансирован|обеспечен)|^объем\S* (?:бюджетных )?ассигнован/;

function readFinance(row: PassportRow | undefined, report: ReadingReport): readonly FigureRow[] {
  return row?.finance ?? readRunningFinance(row?.lines ?? [], { report });
}

/** The acts of the passport stand in their own row; the caller searches `rows` for them. */
function readPassportRows(table: Table, report: ReadingReport): PassportRow[] {
  return table.rows.flatMap((row) => {
    const [label, ...values] = row.cells;
    // Rows beside a label that goes on from above belong to its row.
    if (label && label.column > 1) return [];
    const text = label ? oneLine(cellText(label)) : "";
    if (!label || values.length === 0) return [];
    const value = values.map(cellText).join("\n");
    const place = {
      part: "passport" as const,
      table: table.number,
      row: row.number,
      column: values[0]?.column ?? null,
      text,
    };
    const inner = FINANCE.test(normaliseWords(text)) ? readInnerFinance(table, { label, values }, report) : null;
    const said = inner?.text ?? value;
    const lines = said.split("\n").map((line) => ({ text: oneLine(line), place }));
    return [
      {
        label: { text, place: { ...place, column: label.column } },
        text: { text: said.trim(), place },
        lines: lines.filter((line) => line.text),
        finance: inner?.rows ?? null,
      },
    ];
  });
}

function splitNames(row: PassportRow): Words[] {
  return row.lines.flatMap((line) => (line.text.includes(";") ? splitExecutors(line) : [line]));
}

function readList(row: PassportRow | undefined): Words[] {
  return (row?.lines ?? []).map((line) => ({
    text: splitNumber(line.text).rest,
    place: { ...line.place, text: line.text },
  }));
}
