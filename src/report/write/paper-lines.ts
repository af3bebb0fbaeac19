import type { PaperBlock, PaperCell } from "../../office/paper.ts";
import { FACT_WORDS, LACK_WORDS, PLAN_WORDS, SOURCE_WORDS } from "../compose/words.ts";
import { sayRoubles } from "../period.ts";
import type { LineRow, MoneyRow, MoneySums, ReportContent } from "../views.ts";
import { sayFigure, sayShare } from "./figures.ts";
import { figure, head, paragraph, table, word } from "./paper-table.ts";

const LINE_HEADS = {
  indicators: ["№", "Целевой индикатор", "Ед.", "План", "Факт", "Достигнуто, %", "Отклонение, %", "Причина отклонения"],
  activities: ["№", "Мероприятие", "Ед.", "План", "Факт", "Выполнено, %", "Отклонение, %", "Причина отклонения"],
} as const;

/** Plan and fact of indicators, or of the quantities of activities, and how each fact came about. */
export function layOutLines(rows: readonly LineRow[], of: keyof typeof LINE_HEADS): readonly PaperBlock[] {
  if (rows.length === 0) return [paragraph("plain", "Строк нет.")];
  return [
    table([1, 6, 2, 2, 2, 2, 2, 5], [LINE_HEADS[of].map(head), ...rows.map(layOutLine)]),
    ...rows.map((row) => paragraph("plain", `${row.number}: ${sayOrigin(row)}`)),
  ];
}

function layOutLine(row: LineRow): readonly PaperCell[] {
  return [
    word(row.number),
    word(row.name),
    word(row.unit),
    figure(sayFigure(row.plan)),
    figure(sayFigure(row.fact)),
    figure(sayShare(row.achieved)),
    figure(sayFigure(row.percent)),
    word(row.reason),
  ];
}

/** «записей — 12, их итог 4 480, разделён на 34 000 (…)»; beside it the formula that the document prints. */
export function sayOrigin({ records, total, divisor, divisorWords, corrections, lack, printed }: LineRow): string {
  const asPrinted = printed ? ` Формула документа, как напечатана: ${printed}` : "";
  if (lack) return `факта нет: ${LACK_WORDS[lack]}.${asPrinted}`;
  const divided =
    divisor === null
      ? ""
      : `, разделён на ${sayFigure(divisor)}${divisorWords ? ` (${divisorWords})` : ""}, в процентах`;
  const corrected = corrections === "0" ? "" : `, поправки ${sayFigure(corrections)}`;
  return `записей — ${records.length}, их итог ${sayFigure(total)}${divided}${corrected}.${asPrinted}`;
}

const SUMS = [
  "plannedAtStart",
  "planned",
  "appropriated",
  "paid",
  "refunded",
  "net",
  "performed",
] as const satisfies readonly (keyof MoneySums)[];
const MONEY_HEADS = [
  "№",
  "Мероприятие, источник",
  "План программы на 1 января",
  "План программы действующий",
  "Бюджетная роспись",
  "Кассовый расход",
  "Возвраты",
  "За вычетом возвратов",
  "Фактически исполнено",
  "Отклонение, %",
  "Причина отклонения",
];

/** Money with its two plans and two facts, by activity and source; which of them the degree uses is said below. */
export function layOutMoney({ money }: ReportContent): readonly PaperBlock[] {
  const { rows, bySource, total, execution } = money;
  const sums = (row: MoneySums, bold = false) => SUMS.map((key) => figure(sayRoubles(row[key]), bold));
  const line = (row: MoneyRow) => [
    word(row.number),
    word(`${row.name}: ${SOURCE_WORDS[row.source]}`),
    ...sums(row),
    figure(sayFigure(row.percent)),
    word(row.reason),
  ];
  const blank = [word(""), word("")];
  return [
    paragraph("plain", "Рублей."),
    table(
      [1, 5, 2, 2, 2, 2, 2, 2, 2, 2, 4],
      [
        MONEY_HEADS.map(head),
        ...rows.map(line),
        ...bySource.map((row) => [
          word(""),
          word(`Итого, ${SOURCE_WORDS[row.source]}`, true),
          ...sums(row, true),
          ...blank,
        ]),
        [word(""), word("Всего", true), ...sums(total, true), ...blank],
      ],
    ),
    paragraph(
      "plain",
      `Степень исполнения: ${FACT_WORDS[execution.fact]} к плану «${PLAN_WORDS[execution.plan]}» — ${sayShare(execution.share)} %.`,
    ),
  ];
}
