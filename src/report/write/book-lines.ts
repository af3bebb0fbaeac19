import { printDay } from "../../kernel/day.ts";
import { makeFraction, readFraction, writeFraction } from "../../kernel/fraction.ts";
import type { Sheet } from "../../office/workbook.ts";
import { LACK_WORDS } from "../compose/words.ts";
import { sayPeriod } from "../period.ts";
import type { LineRow, ReportContent } from "../views.ts";
import { FIRST, figure, makeSheet, type Row, rangeOf, word } from "./book-cells.ts";

export const LINE_SHEETS = { indicator: "Показатели", activity: "Мероприятия" } as const;
export const RECORD_SHEET = "Записи";

const keyOf = ({ kind, number }: LineRow) => `${kind === "indicator" ? "И" : "М"} ${number}`;

/** Where a line's plan and fact stand, for the formulas of other sheets. */
export function placeOf(content: ReportContent, id: string): { readonly plan: string; readonly fact: string } | null {
  for (const rows of [content.indicators, content.activities]) {
    const at = rows.findIndex((row) => row.id === id);
    const row = rows[at];
    if (row)
      return { plan: `'${LINE_SHEETS[row.kind]}'!E${FIRST + at}`, fact: `'${LINE_SHEETS[row.kind]}'!I${FIRST + at}` };
  }
  return null;
}

/** Plan and fact; the fact is the sum of its records on another sheet, divided and corrected by formulas. */
export function lineSheet(content: ReportContent, kind: LineRow["kind"]): Sheet {
  const rows = kind === "indicator" ? content.indicators : content.activities;
  const count = listRecords(content).length;
  const columns = [
    ["Ключ", 10],
    ["№", 8],
    [kind === "indicator" ? "Целевой индикатор" : "Мероприятие", 70],
    ["Ед.", 14],
    ["План", 12],
    ["Итог записей", 16],
    ["Делитель", 14],
    ["Поправки", 12],
    ["Факт", 14],
    ["Достигнуто, %", 14],
    ["Отклонение, %", 14],
    ["Причина отклонения", 50],
    ["Записей", 10],
    ["Формула документа, как напечатана", 40],
  ] as const;
  const title = `${kind === "indicator" ? "Целевые индикаторы" : "Мероприятия"} ${sayPeriod(content)}, данные на ${printDay(content.until)}`;
  return makeSheet(LINE_SHEETS[kind], columns, {
    title,
    rows: rows.map((row, at) => lineCells(row, FIRST + at, count)),
  });
}

function lineCells(row: LineRow, at: number, records: number): Row {
  const range = (column: string) => rangeOf(RECORD_SHEET, column, records);
  const share = isLess(row) ? `IF(I${at}=0,"",E${at}/I${at}*100)` : `IF(E${at}=0,"",I${at}/E${at}*100)`;
  return [
    word(keyOf(row)),
    word(row.number),
    word(row.name),
    word(row.unit),
    figure(row.plan),
    figure(row.total, `SUMIF(${range("A")},A${at},${range("E")})`),
    figure(row.divisor),
    figure(row.corrections),
    row.fact === null
      ? word(row.lack ? LACK_WORDS[row.lack] : "–")
      : figure(row.fact, `IF(G${at}="",F${at},F${at}/G${at}*100)+H${at}`),
    figure(inPercent(row.achieved), share),
    figure(row.percent, `IF(E${at}=0,"",(I${at}-E${at})/E${at}*100)`),
    word(row.reason),
    figure(String(row.records.length), `COUNTIF(${range("A")},A${at})`),
    word(row.printed ?? ""),
  ];
}

/** Plan ÷ fact where less of it is better: then the share achieved is above one while the fact is below its plan. */
function isLess({ achieved, plan, fact }: LineRow): boolean {
  const [share, top, bottom] = [achieved, plan, fact].map((text) => (text === null ? null : readFraction(text)));
  if (!share || !top || !bottom) return false;
  return share.top * bottom.top * top.bottom === share.bottom * top.top * bottom.bottom && share.top !== share.bottom;
}

function inPercent(share: string | null): string | null {
  const exact = share === null ? null : readFraction(share);
  return exact && writeFraction(makeFraction(exact.top * 100n, exact.bottom));
}

function listRecords({ indicators, activities }: ReportContent) {
  return [...indicators, ...activities].flatMap((row) => row.records.map((record) => ({ key: keyOf(row), record })));
}

/** Every record behind every fact, with what it adds. */
export function recordSheet(content: ReportContent): Sheet {
  const columns = [
    ["Ключ", 10],
    ["Дата", 12],
    ["Запись", 80],
    ["Номер в системе", 40],
    ["Добавляет", 14],
  ] as const;
  const rows = listRecords(content).map(({ key, record }): Row => {
    return [word(key), word(printDay(record.date)), word(record.title), word(record.id), figure(record.amount)];
  });
  return makeSheet(RECORD_SHEET, columns, { title: "Записи, из которых посчитаны факты", rows });
}
