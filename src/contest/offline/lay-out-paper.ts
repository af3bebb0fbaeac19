import type { Paper, PaperBlock, PaperCell, PaperParagraph } from "../../office/paper.ts";
import { type FormFacts, findAnswer, listHints, listLines, sayIntroduction } from "./form.ts";
import { ANSWER_HEADS, CODE_HEAD, type FormList, LISTS, listQuestions } from "./layout.ts";

const paragraph = (style: PaperParagraph["style"], text: string): PaperParagraph => ({
  kind: "paragraph",
  ...{ style, text },
});
const head = (text: string): PaperCell => ({ text, bold: true, align: "center" });
const row = (texts: readonly string[]) => ({ cells: texts.map((text) => ({ text })) });
const CODE_WIDTH = 6;

/** The form as a paper: the same tables as the workbook has. */
export function layOutForm(facts: FormFacts): Paper {
  const [title = "", ...introduction] = sayIntroduction(facts);
  const { papers, criteria } = listHints(facts);
  return {
    title: `${facts.contest}, ${facts.year}: заявка`,
    sections: [
      {
        orientation: "landscape",
        blocks: [
          paragraph("title", title),
          ...introduction.map((text) => paragraph("plain", text)),
          paragraph("plain", `Метка формы: ${facts.mark}`),
          layOutAnswers(facts),
          ...LISTS.flatMap((list) => layOutList(list, facts)),
          ...(papers.length > 0 ? [paragraph("heading", "Приложите на сайте")] : []),
          ...papers.map((paper) => paragraph("plain", `— ${paper}`)),
          paragraph("heading", "За что дают баллы"),
          table([90, 20], ["Критерий", "Наибольший балл"], criteria),
        ],
      },
    ],
  };
}

function table(columns: readonly number[], heads: readonly string[], rows: readonly (readonly string[])[]): PaperBlock {
  return { kind: "table", columns, headRows: 1, rows: [{ cells: heads.map(head) }, ...rows.map(row)] };
}

function layOutAnswers(facts: FormFacts): PaperBlock {
  const rows = listQuestions(facts.terms).map(({ code, label, hint, where }) => [
    code,
    hint === "" ? label : `${label}\n${hint}`,
    findAnswer(facts, where),
  ]);
  return table([CODE_WIDTH, 50, 70], ANSWER_HEADS, rows);
}

function layOutList(list: FormList, facts: FormFacts): readonly PaperBlock[] {
  const filled = listLines(facts, list.name);
  const rows = Array.from({ length: Math.max(list.lines, filled.length + 2) }, (_, at) => [
    `${list.letter}${at + 1}`,
    ...list.columns.map(({ field }) => filled[at]?.[field] ?? ""),
  ]);
  return [
    paragraph("heading", list.title),
    paragraph("plain", list.under),
    table(
      [CODE_WIDTH, ...list.columns.map(({ width }) => width)],
      [CODE_HEAD, ...list.columns.map((column) => column.head)],
      rows,
    ),
  ];
}
