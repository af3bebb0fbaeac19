import { cellText, type Table } from "../../../office/tree.ts";
import type { FigureRow, Passport, Words } from "../../contract.ts";
import { normaliseWords, oneLine, readYears, splitNumber } from "../../language/words.ts";
import { splitExecutors } from "../annex/activity-block.ts";
import { readRunningFinance } from "../prose/running-money.ts";
import type { ReadingReport } from "../report.ts";
import { readInnerFinance } from "./passport-finance.ts";

interface PassportRow {
  readonly label: Words;
  readonly text: Words;
  readonly lines: readonly Words[];
  /** Where the row holds a table of money of its own. */
  readonly finance: readonly FigureRow[] | null;
}

/** Where the passport stands: in tables, or as lines «Наименование программы: …» under its heading. */
export interface PassportSource {
  readonly tables: readonly Table[];
  readonly lines: readonly Words[];
}

/** The passport: each row is known by its label, whatever its order. */
export function readPassport({ tables, lines }: PassportSource, report: ReadingReport): Passport {
  const rows =
    tables.length > 0
      ? tables.flatMap((table) => readPassportRows(table, report))
      : listPassportLines(lines).map(readPassportLine);
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

const LABELLED =
  /^((?:полное )?наименование|(?:муниципальн\S+ )?заказчик|разработчик|основани|исполнител|ответственн|соисполнител|участник|куратор|руководител|цел[ьи]|задач|целев|важнейш|срок|этап|объем|источник|ресурсн|финансов|ожидаем|контрол|подпрограмм)[^:]{0,80}:\s*\S/iu;

/** The rows of a passport that is no table: each begins with a line that has its label and a colon, and goes on to the next one. */
export function listPassportLines(lines: readonly Words[]): readonly (readonly Words[])[] {
  const rows: Words[][] = [];
  for (const line of lines) {
    if (LABELLED.test(oneLine(line.text))) rows.push([line]);
    else rows.at(-1)?.push(line);
  }
  return rows.length >= 3 ? rows : [];
}

function readPassportLine(row: readonly Words[]): PassportRow {
  const text = oneLine(row.map((line) => line.text).join(" "));
  const place = row[0]?.place ?? NOWHERE;
  const colon = text.indexOf(":");
  const [label, said] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  const words = { text: said, place };
  return { label: { text: label, place }, text: words, lines: [words], finance: null };
}

const NOWHERE = { part: "passport" as const, table: null, row: null, column: null, text: "" };

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

/** A numbered list, an item to a line or all of them in one line. */
function readList(row: PassportRow | undefined): Words[] {
  return (row?.lines ?? []).flatMap(splitItems).map((line) => ({
    text: splitNumber(line.text).rest,
    place: { ...line.place, text: line.text },
  }));
}

/** «1. Первое 2. Второе» → two lines; numbers must follow each other from the first one's. */
function splitItems(line: Words): Words[] {
  const items: Words[] = [];
  let [from, next] = [0, Number(/^(\d{1,2})[.)]\s/.exec(line.text)?.[1] ?? 0) + 1];
  for (const match of next > 1 ? line.text.matchAll(/\s(\d{1,2})[.)]\s+(?=[А-ЯЁ])/gu) : []) {
    if (Number(match[1]) !== next) continue;
    items.push({ ...line, text: line.text.slice(from, match.index).trim() });
    [from, next] = [match.index, next + 1];
  }
  return [...items, { ...line, text: line.text.slice(from).trim() }];
}
