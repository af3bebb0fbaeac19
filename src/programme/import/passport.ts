import { cellText, type Table } from "../../office/tree.ts";
import type { FigureRow, Passport, Words } from "../contract.ts";
import { normaliseWords, oneLine, readYears, splitNumber } from "../language/words.ts";
import { splitExecutors } from "./activity-block.ts";
import type { ReadingReport } from "./report.ts";
import { readRunningFinance } from "./running-money.ts";

interface PassportRow {
  readonly label: Words;
  readonly text: Words;
  readonly lines: readonly Words[];
}

/** The passport: each row is known by its label, whatever its order. */
export function readPassport(tables: readonly Table[], report: ReadingReport): Passport {
  const rows = tables.flatMap(readPassportRows);
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

function readFinance(row: PassportRow | undefined, report: ReadingReport): FigureRow[] {
  return readRunningFinance(row?.lines ?? [], { report });
}

/** The acts of the passport stand in their own row; the caller searches `rows` for them. */
function readPassportRows(table: Table): PassportRow[] {
  return table.rows.flatMap((row) => {
    const [label, ...values] = row.cells;
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
    const lines = value.split("\n").map((line) => ({ text: oneLine(line), place }));
    return [
      {
        label: { text, place: { ...place, column: label.column } },
        text: { text: value.trim(), place },
        lines: lines.filter((line) => line.text),
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
