import type { Sheet, Workbook, WorkCell } from "../../office/workbook.ts";
import { type FormFacts, findAnswer, listHints, listLines, sayIntroduction } from "./form.ts";
import { ANSWER_HEADS, CODE_HEAD, type FormList, LISTS, listQuestions, MAIN_TITLE } from "./layout.ts";

const CODE_WIDTH = 6;
const head = (value: string): WorkCell => ({ value, head: true });
const cell = (value: string): WorkCell => ({ value: value === "" ? null : value });
/** A line above a table, over its whole width. */
const over = (value: string, columnSpan: number, bold = false): readonly WorkCell[] => [{ value, columnSpan, bold }];

/** The form as a workbook: a sheet for the answers, one for each list, and one of hints. */
export function layOutBook(facts: FormFacts): Workbook {
  return {
    title: `${facts.contest}, ${facts.year}: заявка`,
    sheets: [layOutAnswers(facts), ...LISTS.map((list) => layOutList(list, facts)), layOutHints(facts)],
  };
}

function layOutAnswers(facts: FormFacts): Sheet {
  return {
    name: MAIN_TITLE,
    orientation: "landscape",
    columns: [CODE_WIDTH, 60, 80],
    headRows: 0,
    rows: [
      ...sayIntroduction(facts).map((text, at) => over(text, ANSWER_HEADS.length, at === 0)),
      over(`Метка формы: ${facts.mark}`, ANSWER_HEADS.length),
      ANSWER_HEADS.map(head),
      ...listQuestions(facts.terms).map(({ code, label, hint, where }) => [
        cell(code),
        cell(hint === "" ? label : `${label}\n${hint}`),
        cell(findAnswer(facts, where)),
      ]),
    ],
  };
}

/** The columns behind those that are filled in: what a line costs, and by how much it does not add up. */
const RECKONED = ["Стоимость, руб.", "Не сходится, руб."] as const;

function layOutList(list: FormList, facts: FormFacts): Sheet {
  const filled = listLines(facts, list.name);
  const isEstimate = list.name === "estimate";
  const heads = [CODE_HEAD, ...list.columns.map((column) => column.head), ...(isEstimate ? RECKONED : [])];
  return {
    name: list.title,
    orientation: "landscape",
    columns: [CODE_WIDTH, ...list.columns.map(({ width }) => width), ...(isEstimate ? [14, 14] : [])],
    headRows: LIST_HEAD,
    rows: [
      over(list.title, heads.length, true),
      over(list.under, heads.length),
      heads.map(head),
      ...Array.from({ length: Math.max(list.lines, filled.length + 2) }, (_, at) => [
        cell(`${list.letter}${at + 1}`),
        ...list.columns.map(({ field }) => cell(filled[at]?.[field] ?? "")),
        ...(isEstimate ? reckon(LIST_HEAD + 1 + at) : []),
      ]),
    ],
  };
}

/** In which row of a list's sheet its head stands, from 1. */
export const LIST_HEAD = 3;

/** Text that looks like a figure counts in a sum of two, not in SUM. */
function reckon(row: number): readonly WorkCell[] {
  const [quantity, price, asked, money, labour, things] = ["C", "D", "E", "F", "G", "H"].map((column) => column + row);
  const cost = `ROUND(${quantity}*${price},2)`;
  return [
    { value: 0n, formula: cost, decimals: 2 },
    { value: 0n, formula: `ROUND(${cost}-(${asked}+${money}+${labour}+${things}),2)`, decimals: 2 },
  ];
}

function layOutHints(facts: FormFacts): Sheet {
  const { papers, criteria } = listHints(facts);
  return {
    name: "Документы и критерии",
    orientation: "portrait",
    columns: [90, 14],
    headRows: 0,
    rows: [
      ...(papers.length > 0 ? [[head("Приложите на сайте"), head("")]] : []),
      ...papers.map((paper) => [cell(paper), cell("")]),
      [head("За что дают баллы"), head("Наибольший балл")],
      ...criteria.map(([name, most]) => [cell(name), { value: most, align: "right" as const }]),
    ],
  };
}

/** In which row of its sheet the head of the answers stands, from 1. */
export const answersHead = (terms: FormFacts["terms"]): number =>
  sayIntroduction({ contest: "", year: 0, until: "", terms }).length + 2;
