import { printDay } from "../../kernel/day.ts";
import type { Paper, PaperBlock, PaperCell, PaperParagraph, PaperTable } from "../../office/paper.ts";
import { partOf } from "../cofinancing/tally.ts";
import { sayRoubles } from "../sums.ts";
import { RESULT_SUMS, type ReportSums, type ReportView } from "./views.ts";
import { RATIO_WORDS, SOURCE_WORDS, sayPercent, sayPeriod, sayQuarter } from "./words.ts";

/** Who signs and who can be asked, as the letter prints them. */
export interface ReportPeople {
  readonly executor: string;
}

/** The report as an official letter with the form as its annex. */
export function layOutReport(report: ReportView, people: ReportPeople): Paper {
  return {
    title: `Отчёт об использовании субсидии ${sayPeriod(report.period)}`,
    sections: [
      { orientation: "portrait", blocks: layOutLetter(report, people) },
      { orientation: "landscape", blocks: layOutForm(report, people) },
    ],
  };
}

const paragraph = (style: PaperParagraph["style"], text: string): PaperParagraph => ({
  kind: "paragraph",
  style,
  text,
});

function layOutLetter(report: ReportView, { executor }: ReportPeople): readonly PaperBlock[] {
  const { agreement, received, net, rest, terms } = report.year;
  const spent = partOf(net, agreement.source);
  const back = report.returnedAfter + report.year.returned;
  return [
    paragraph("letterhead", agreement.grantor),
    paragraph("plain", "____.____.________ № ____________"),
    paragraph("plain", `О направлении отчёта об использовании субсидии\n${sayPeriod(report.period)}`),
    paragraph(
      "body",
      `${capital(agreement.grantee)} направляет отчёт о расходах, в целях софинансирования которых предоставлена субсидия, ${sayPeriod(report.period)} по соглашению от ${printDay(agreement.date)} № ${agreement.number} (${agreement.programme}).`,
    ),
    paragraph(
      "body",
      `Соглашением на ${terms.year} год предусмотрено ${sayRoubles(terms.kopecks)} руб. На ${printDay(report.on)} поступило ${sayRoubles(received)} руб., израсходовано с учётом возвратов ${sayRoubles(spent)} руб., остаток составляет ${sayRoubles(rest)} руб.${back > 0n ? ` На день составления отчёта возвращено ${sayRoubles(back)} руб.` : ""}`,
    ),
    paragraph("plain", "Приложение: отчёт на ____ л. в 1 экз."),
    paragraph("signature", `Глава (руководитель)\t_______________ / _______________`),
    paragraph("plain", `Исполнитель: ${executor}`),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);
}

function layOutForm(report: ReportView, { executor }: ReportPeople): readonly PaperBlock[] {
  const { agreement } = report.year;
  return [
    paragraph(
      "title",
      `ОТЧЁТ\nо расходах, в целях софинансирования которых предоставлена субсидия,\n${sayPeriod(report.period)}`,
    ),
    paragraph(
      "plain",
      `Соглашение от ${printDay(agreement.date)} № ${agreement.number}. Получатель: ${agreement.grantee}. Данные на ${printDay(report.on)}, рубли.`,
    ),
    paragraph("heading", "1. План, кассовые расходы и возвраты"),
    layOutLines(report),
    paragraph("heading", "2. Движение средств субсидии"),
    layOutQuarters(report),
    ...layOutReturns(report),
    paragraph("heading", "3. Условие софинансирования"),
    ...layOutRatio(report),
    paragraph("heading", "4. Результаты: на что израсходованы средства"),
    layOutResults(report),
    paragraph("signature", "Руководитель\t_______________ / _______________"),
    paragraph("signature", "Главный бухгалтер (финансист)\t_______________ / _______________"),
    paragraph(
      "plain",
      `Исполнитель: ${executor}. Составлено ${printDay(report.composedOn)}\n«____» ______________ 20____ г.     М. П.`,
    ),
  ];
}

const LINE_SUMS = [
  "planned",
  "appropriated",
  "paid",
  "refunded",
  "net",
  "left",
] as const satisfies readonly (keyof ReportSums)[];
const LINE_HEADS = [
  "Мероприятие, источник",
  "План программы",
  "Бюджетные ассигнования",
  "Кассовый расход",
  "Возвраты в отчётном году",
  "С учётом возвратов",
  "Остаток ассигнований",
];

const head = (text: string): PaperCell => ({ text, align: "center", bold: true });
const word = (text: string, bold = false): PaperCell => ({ text, bold });
const sum = (kopecks: bigint, bold = false): PaperCell => ({ text: sayRoubles(kopecks), align: "right", bold });

function table(columns: readonly number[], rows: readonly (readonly PaperCell[])[]): PaperTable {
  return { kind: "table", columns, headRows: 1, rows: rows.map((cells) => ({ cells })) };
}

function layOutLines(report: ReportView): PaperTable {
  const figures = (sums: ReportSums, bold = false) => LINE_SUMS.map((key) => sum(sums[key], bold));
  return table(
    [5, 2, 2, 2, 2, 2, 2],
    [
      LINE_HEADS.map(head),
      ...report.lines.map((line) => [word(`${line.activity.name}: ${SOURCE_WORDS[line.source]}`), ...figures(line)]),
      ...report.bySource.map((sums) => [word(`Итого, ${SOURCE_WORDS[sums.source]}`, true), ...figures(sums, true)]),
      [word("Всего", true), ...figures(report.total, true)],
    ],
  );
}

function layOutQuarters(report: ReportView): PaperTable {
  const heads = [
    "Период",
    "Поступило",
    "Кассовый расход субсидии",
    "Возвраты получателей",
    "Возвращено в региональный бюджет",
    "Остаток на конец периода",
    "Расход местных средств с учётом возвратов",
  ];
  const { year, quarters } = report;
  const all = (read: (row: (typeof quarters)[number]) => bigint) => quarters.reduce((sum, row) => sum + read(row), 0n);
  return table(
    [3, 2, 2, 2, 2, 2, 2],
    [
      heads.map(head),
      ...quarters.map((row) => [
        word(sayQuarter(row.quarter, year.terms.year)),
        ...[row.received, row.paid, row.refunded, row.returned, row.rest, row.own].map((kopecks) => sum(kopecks)),
      ]),
      [
        word("Всего", true),
        ...[
          all((row) => row.received),
          all((row) => row.paid),
          all((row) => row.refunded),
          all((row) => row.returned),
        ].map((kopecks) => sum(kopecks, true)),
        sum(year.rest, true),
        sum(
          all((row) => row.own),
          true,
        ),
      ],
    ],
  );
}

function layOutReturns({ year, returnsAfter, returnedAfter }: ReportView): readonly PaperBlock[] {
  const due =
    year.rest > 0n
      ? [`Остаток ${sayRoubles(year.rest)} руб. подлежит возврату до ${printDay(year.terms.returnBy)}.`]
      : [];
  const back = returnsAfter.map(
    ({ basis, date, kopecks }) => `${printDay(date)} — ${sayRoubles(kopecks)} руб., ${basis}`,
  );
  const done =
    back.length > 0
      ? [`После отчётного периода возвращено ${sayRoubles(returnedAfter)} руб.: ${back.join("; ")}.`]
      : [];
  const late = year.late.map(
    ({ number, kopecks, returned }) =>
      `Возврат прошлых лет (запись № ${number}): ${sayRoubles(kopecks)} руб., перечислено ${sayRoubles(returned)} руб.`,
  );
  return [...due, ...done, ...late].map((text) => paragraph("plain", text));
}

function layOutRatio({ year }: ReportView): readonly PaperBlock[] {
  const { rule } = year.terms;
  if (!rule) return [paragraph("plain", "Соглашение на этот год доли местного бюджета не устанавливает.")];
  const of = rule.base === "total" ? "общего объёма средств" : "суммы субсидии";
  const heads = ["Проверка", "Местные средства", "Субсидия", "Объём", "Доля, %", "Не менее", "Выполнено"];
  return [
    paragraph(
      "plain",
      `Доля местного бюджета — не менее ${sayPercent(rule.minShare)} % ${of} (${rule.basis}). Наименьшая сумма округлена до копейки.`,
    ),
    table(
      [4, 2, 2, 2, 2, 2, 2],
      [
        heads.map(head),
        ...year.checks.map((check) => [
          word(RATIO_WORDS[check.of]),
          ...[check.own, check.granted, check.whole].map((kopecks) => sum(kopecks)),
          { text: check.share === null ? "—" : sayPercent(check.share), align: "right" as const },
          sum(check.required),
          word(check.holds ? "да" : `нет, не хватает ${sayRoubles(check.missing)}`),
        ]),
      ],
    ),
  ];
}

function layOutResults({ results, resultTotal, payees }: ReportView): PaperTable {
  const heads = [
    "Получатель",
    "Основание",
    "Сумма обязательства",
    "Оплачено, субсидия",
    "Оплачено, местные",
    "Возвращено, субсидия",
    "Возвращено, местные",
    "С учётом возвратов",
  ];
  return table(
    [4, 4, 2, 2, 2, 2, 2, 2],
    [
      heads.map(head),
      ...results.map((row) => [
        word(row.payee),
        word(`${row.basis} (запись № ${row.number})`),
        ...RESULT_SUMS.map((key) => sum(row[key])),
      ]),
      [
        word(`Всего: обязательств — ${results.length}, получателей — ${payees}`, true),
        word(""),
        ...RESULT_SUMS.map((key) => sum(resultTotal[key], true)),
      ],
    ],
  );
}
