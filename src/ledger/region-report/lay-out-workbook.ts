import { printDay } from "../../kernel/day.ts";
import { ONE } from "../../kernel/decimal.ts";
import { fromKopecks, type Kopecks } from "../../kernel/money.ts";
import type { Sheet, Workbook, WorkCell } from "../../office/workbook.ts";
import { RESULT_SUMS, type ReportSums, type ReportView } from "./views.ts";
import { RATIO_WORDS, SOURCE_WORDS, sayPeriod, sayQuarter } from "./words.ts";

/** The report as a workbook: every total, rest and share is a formula over the rows above it. */
export function layOutReportBook(report: ReportView): Workbook {
  return {
    title: `Отчёт об использовании субсидии ${sayPeriod(report.period)}`,
    sheets: [lineSheet(report), quarterSheet(report), ratioSheet(report), resultSheet(report)],
  };
}

type Row = Sheet["rows"][number];

const head = (value: string): WorkCell => ({ value, head: true });
const word = (value: string, bold = false): WorkCell => ({ value, bold });
const money = (kopecks: Kopecks, formula?: string, bold = false): WorkCell => ({
  value: fromKopecks(kopecks, "rouble"),
  decimals: 2,
  bold,
  ...(formula !== undefined && { formula }),
});

const LETTERS = "ABCDEFGHIJ";
const letter = (at: number) => LETTERS.charAt(at);
/** Rows of figures begin here: a title and the heads stand above. */
const FIRST = 3;
/** «SUM» over the rows of a column; of no rows it is nothing. */
const sumOf = (column: string, rows: number) =>
  rows === 0 ? "0" : `SUM(${column}${FIRST}:${column}${FIRST + rows - 1})`;

function makeSheet(name: string, columns: readonly number[], rows: readonly Row[]): Sheet {
  return { name, orientation: "landscape", columns, headRows: 2, rows };
}

const LINE_SUMS = [
  "planned",
  "appropriated",
  "committed",
  "paid",
  "refunded",
  "net",
  "left",
] as const satisfies readonly (keyof ReportSums)[];

function lineSheet(report: ReportView): Sheet {
  const { lines, bySource, total } = report;
  const { agreement } = report.year;
  const title = `Отчёт ${sayPeriod(report.period)}: соглашение от ${printDay(agreement.date)} № ${agreement.number}, данные на ${printDay(report.on)}, рубли`;
  const heads = [
    "Мероприятие",
    "Источник",
    "План программы",
    "Ассигнования",
    "Обязательства",
    "Кассовый расход",
    "Возвраты",
    "С учётом возвратов",
    "Остаток ассигнований",
  ];
  const last = FIRST + lines.length - 1;
  const line = (sums: ReportSums, at: number) =>
    LINE_SUMS.map((key) => {
      if (key === "net") return money(sums.net, `F${at}-G${at}`);
      return key === "left" ? money(sums.left, `D${at}-H${at}`) : money(sums[key]);
    });
  const bySourceFormula = (column: string, at: number) =>
    lines.length === 0 ? "0" : `SUMIF($B$${FIRST}:$B$${last},$B${at},${column}$${FIRST}:${column}$${last})`;
  return makeSheet(
    "Отчёт",
    [60, 24, 16, 16, 16, 16, 16, 18, 18],
    [
      [{ value: title, bold: true, columnSpan: heads.length }],
      heads.map(head),
      ...lines.map((row, at) => [word(row.activity.name), word(SOURCE_WORDS[row.source]), ...line(row, FIRST + at)]),
      ...bySource.map((sums, at) => {
        const row = last + 1 + at;
        const cells = LINE_SUMS.map((key, column) => money(sums[key], bySourceFormula(letter(column + 2), row), true));
        return [word("Итого", true), word(SOURCE_WORDS[sums.source], true), ...cells];
      }),
      [
        word("Всего", true),
        word("", true),
        ...LINE_SUMS.map((key, column) => money(total[key], sumOf(letter(column + 2), lines.length), true)),
      ],
    ],
  );
}

function quarterSheet({ year, quarters, returnsAfter, returnedAfter }: ReportView): Sheet {
  const heads = [
    "Период",
    "Поступило",
    "Кассовый расход субсидии",
    "Возвраты получателей",
    "Возвращено в региональный бюджет",
    "Остаток на конец периода",
    "Расход местных средств",
  ];
  const total = FIRST + quarters.length;
  const all = (read: (row: (typeof quarters)[number]) => Kopecks) => quarters.reduce((sum, row) => sum + read(row), 0n);
  const left = year.rest - returnedAfter;
  return makeSheet(
    "Субсидия",
    [32, 18, 18, 18, 18, 18, 18],
    [
      [{ value: "Движение средств субсидии, рубли", bold: true, columnSpan: heads.length }],
      heads.map(head),
      ...quarters.map((row, at) => {
        const place = FIRST + at;
        const before = at === 0 ? "" : `F${place - 1}+`;
        return [
          word(sayQuarter(row.quarter, year.terms.year)),
          ...[row.received, row.paid, row.refunded, row.returned].map((kopecks) => money(kopecks)),
          money(row.rest, `${before}B${place}-C${place}+D${place}-E${place}`),
          money(row.own),
        ];
      }),
      [
        word("Всего", true),
        money(
          all((row) => row.received),
          sumOf("B", quarters.length),
          true,
        ),
        money(
          all((row) => row.paid),
          sumOf("C", quarters.length),
          true,
        ),
        money(
          all((row) => row.refunded),
          sumOf("D", quarters.length),
          true,
        ),
        money(
          all((row) => row.returned),
          sumOf("E", quarters.length),
          true,
        ),
        money(year.rest, `B${total}-C${total}+D${total}-E${total}`, true),
        money(
          all((row) => row.own),
          sumOf("G", quarters.length),
          true,
        ),
      ],
      ...returnsAfter.map(({ date, basis, kopecks }) => [
        word(`Возвращено ${printDay(date)}: ${basis}`),
        ...[null, null, null],
        money(kopecks),
      ]),
      [
        word("Остаётся вернуть", true),
        ...[null, null, null, null],
        money(
          left,
          returnsAfter.length === 0 ? `F${total}` : `F${total}-SUM(E${total + 1}:E${total + returnsAfter.length})`,
          true,
        ),
      ],
    ],
  );
}

function ratioSheet({ year }: ReportView): Sheet {
  const { rule } = year.terms;
  const heads = ["Проверка", "Местные средства", "Субсидия", "Объём", "Доля, %", "Правило, %", "Не менее", "Запас"];
  if (!rule) {
    return makeSheet(
      "Доля",
      [60],
      [
        [{ value: "Условие софинансирования", bold: true }],
        [head("Соглашение на этот год доли местного бюджета не устанавливает")],
      ],
    );
  }
  return makeSheet(
    "Доля",
    [32, 18, 18, 18, 16, 16, 18, 18],
    [
      [{ value: `Доля местного бюджета: ${rule.basis}`, bold: true, columnSpan: heads.length }],
      heads.map(head),
      ...year.checks.map((check, at) => {
        const row = FIRST + at;
        return [
          word(RATIO_WORDS[check.of]),
          money(check.own),
          money(check.granted),
          money(check.whole, rule.base === "total" ? `B${row}+C${row}` : `C${row}`),
          { value: check.share ?? 0n, decimals: 6, formula: `IF(D${row}=0,0,ROUND(B${row}/D${row}*100,6))` },
          { value: rule.minShare },
          money(check.required, `ROUND(D${row}*F${row}/100,2)`),
          money(check.own - check.required, `B${row}-G${row}`),
        ];
      }),
    ],
  );
}

function resultSheet({ results, resultTotal, payees }: ReportView): Sheet {
  const heads = [
    "Получатель",
    "Основание",
    "Запись",
    "Обязательство",
    "Оплачено, субсидия",
    "Оплачено, местные",
    "Возвращено, субсидия",
    "Возвращено, местные",
    "С учётом возвратов",
  ];
  return makeSheet(
    "Результаты",
    [48, 60, 12, 16, 18, 18, 18, 18, 18],
    [
      [{ value: "На что израсходованы средства, рубли", bold: true, columnSpan: heads.length }],
      heads.map(head),
      ...results.map((row, at) => {
        const place = FIRST + at;
        return [
          word(row.payee),
          word(row.basis),
          word(row.number),
          ...RESULT_SUMS.map((key) =>
            money(row[key], key === "net" ? `E${place}+F${place}-G${place}-H${place}` : undefined),
          ),
        ];
      }),
      [
        word("Всего", true),
        word("", true),
        word("", true),
        ...RESULT_SUMS.map((key, at) => money(resultTotal[key], sumOf(letter(at + 3), results.length), true)),
      ],
      [word("Получателей"), word(""), { value: BigInt(payees) * ONE }],
    ],
  );
}
