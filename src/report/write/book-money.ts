import { printDay } from "../../kernel/day.ts";
import type { Sheet } from "../../office/workbook.ts";
import { FACT_WORDS, PLAN_WORDS, SOURCE_WORDS } from "../compose/words.ts";
import { sayPeriod } from "../period.ts";
import type { MoneyRow, MoneySums, ReportContent } from "../views.ts";
import { FIRST, figure, makeSheet, money, type Row, rangeOf, word } from "./book-cells.ts";

export const MONEY_SHEET = "Средства";
const PAYMENT_SHEET = "Платежи";

/** Columns of sums, from D on. */
const SUMS = [
  "plannedAtStart",
  "planned",
  "appropriated",
  "committed",
  "paid",
  "refunded",
  "net",
  "performed",
] as const satisfies readonly (keyof MoneySums)[];
const LETTERS = "DEFGHIJK";
const PAID = "H";
const REFUNDED = "I";

const keyOf = ({ number, source }: Pick<MoneyRow, "number" | "source">) => `${number} ${source}`;

/** Where a total of all money stands, for the formulas of other sheets. */
export function placeOfTotal({ money: { rows, bySource } }: ReportContent, key: keyof MoneySums): string {
  return `'${MONEY_SHEET}'!${LETTERS.charAt(SUMS.indexOf(key))}${FIRST + rows.length + bySource.length}`;
}

/** Money by activity and source: facts are sums of the payments' sheet, totals are formulas over the rows. */
export function moneySheet(content: ReportContent): Sheet {
  const { rows, bySource, total, execution } = content.money;
  const columns = [
    ["Ключ", 18],
    ["Мероприятие", 70],
    ["Источник", 24],
    ["План программы на 1 января", 18],
    ["План программы действующий", 18],
    ["Бюджетная роспись", 18],
    ["Обязательства", 18],
    ["Кассовый расход", 18],
    ["Возвраты", 16],
    ["За вычетом возвратов", 18],
    ["Фактически исполнено", 18],
    ["Отклонение, %", 14],
    ["Причина отклонения", 50],
  ] as const;
  const last = FIRST + rows.length - 1;
  const sumIf = (column: string, at: number) =>
    rows.length === 0 ? "0" : `SUMIF($C$${FIRST}:$C$${last},$C${at},${column}$${FIRST}:${column}$${last})`;
  const sumAll = (column: string) => (rows.length === 0 ? "0" : `SUM(${column}${FIRST}:${column}${last})`);
  const totals = (sums: MoneySums, formula: (column: string) => string) =>
    SUMS.map((key, at) => money(sums[key], formula(LETTERS.charAt(at)), true));
  const lastTotal = last + bySource.length + 1;
  const places = (key: keyof MoneySums) => `${LETTERS.charAt(SUMS.indexOf(key))}${lastTotal}`;
  return makeSheet(MONEY_SHEET, columns, {
    title: `Использование средств ${sayPeriod(content)}, данные на ${printDay(content.until)}, рублей`,
    rows: [
      ...rows.map((row, at) => moneyCells(row, FIRST + at, content)),
      ...bySource.map((row, at) => [
        word("Итого", true),
        word("", true),
        word(SOURCE_WORDS[row.source], true),
        ...totals(row, (column) => sumIf(column, last + 1 + at)),
      ]),
      [word("Всего", true), word("", true), word("", true), ...totals(total, sumAll)],
      [
        word("Степень исполнения, %"),
        word(`${FACT_WORDS[execution.fact]} ÷ ${PLAN_WORDS[execution.plan]}`),
        word(""),
        figure(inPercent(execution.share), `${places(execution.fact)}/${places(PLAN_COLUMNS[execution.plan])}*100`),
      ],
    ],
  });
}

const PLAN_COLUMNS = {
  "programme-start": "plannedAtStart",
  programme: "planned",
  "budget-list": "appropriated",
  "budget-decision": "appropriated",
} as const;

const inPercent = (share: string | null) => {
  if (share === null) return null;
  const [top = "0", bottom = "1"] = share.split("/");
  return top.includes(".") ? scaleDecimal(top) : `${BigInt(top) * 100n}/${bottom}`;
};

/** A hundred times a decimal: the point goes two digits to the right. */
function scaleDecimal(text: string): string {
  const [whole = "0", fraction = ""] = text.split(".");
  const padded = fraction.padEnd(2, "0");
  const rest = padded.slice(2);
  return `${BigInt(whole + padded.slice(0, 2))}${rest ? `.${rest}` : ""}`;
}

function moneyCells(row: MoneyRow, at: number, { money: { records }, form }: ReportContent): Row {
  const range = (column: string) => rangeOf(PAYMENT_SHEET, column, records.length);
  const from = (account: string) => `SUMIFS(${range("F")},${range("A")},$A${at},${range("E")},"${account}")`;
  const formulas: Partial<Record<keyof MoneySums, string>> = {
    paid: from(ACCOUNTS.paid),
    refunded: from(ACCOUNTS.refunded),
    net: `${PAID}${at}-${REFUNDED}${at}`,
  };
  const [plan, fact] = [PLAN_COLUMNS[form.plan], form.fact].map((key) => LETTERS.charAt(SUMS.indexOf(key as "paid")));
  return [
    word(keyOf(row)),
    word(row.name),
    word(SOURCE_WORDS[row.source]),
    ...SUMS.map((key) => money(row[key], formulas[key])),
    figure(row.percent, `IF(${plan}${at}=0,"",(${fact}${at}-${plan}${at})/${plan}${at}*100)`),
    word(row.reason),
  ];
}

const ACCOUNTS = { paid: "платёж", refunded: "возврат" } as const;

/** Payments, refunds and reversals, which the facts of money add up. */
export function paymentSheet({ money: { records, rows } }: ReportContent): Sheet {
  const columns = [
    ["Ключ", 18],
    ["Дата", 12],
    ["Запись", 14],
    ["Источник", 24],
    ["Вид", 12],
    ["Рублей", 18],
  ] as const;
  const numbers = new Map(rows.map((row) => [`${row.activityId} ${row.source}`, keyOf(row)]));
  return makeSheet(PAYMENT_SHEET, columns, {
    title: "Платежи и возвраты, рублей; исправительные записи — со знаком минус",
    rows: records.map((record): Row => {
      const { activityId, source, date, number, account, kopecks } = record;
      const key = numbers.get(`${activityId} ${source}`) ?? "";
      return [
        word(key),
        word(printDay(date)),
        word(number),
        word(SOURCE_WORDS[source]),
        word(ACCOUNTS[account]),
        money(kopecks),
      ];
    }),
  });
}
