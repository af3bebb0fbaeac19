import { type ItemOutcome, listUncapped, type Outcome, type TermOutcome } from "../../indicator/method/views.ts";
import type { PaperBlock, PaperCell } from "../../office/paper.ts";
import { FACT_WORDS, NOTE_WORDS, PLAN_WORDS, TERM_LACK_WORDS } from "../compose/words.ts";
import type { AssessedYear, LineRow, ReportContent } from "../views.ts";
import { sayFigure } from "./figures.ts";
import { figure, head, paragraph, table, word } from "./paper-table.ts";

const DECIMALS = 4;

/** The assessment by each method of the form: every term with its formula, its items and its value. */
export function layOutAssessments({
  assessments,
  indicators,
  activities,
  quarter,
}: ReportContent): readonly PaperBlock[] {
  if (assessments.length === 0)
    return [
      paragraph(
        "plain",
        quarter === 4
          ? "Методика не выбрана в форме отчёта."
          : "Эффективность оценивается за год, в промежуточном отчёте её нет.",
      ),
    ];
  const lines = new Map([...indicators, ...activities].map((row) => [row.id, row]));
  return assessments.flatMap((own) => layOutAssessment(own, lines));
}

type Lines = ReadonlyMap<string, LineRow>;

function layOutAssessment(own: AssessedYear, lines: Lines): readonly PaperBlock[] {
  const { method } = own;
  return [
    paragraph("heading", `Методика «${method.name}»`),
    paragraph("plain", `Источник: ${method.source.act}.`),
    ...method.unverified.map((text) => paragraph("plain", `Сверить с актом: ${text}.`)),
    table(
      [2, 8, 5, 2],
      [["Обозначение", "Составляющая", "Расчёт", "Значение"].map(head), ...layOutTerms(own, own.outcome, lines)],
    ),
    paragraph("body", sayResult(own)),
    ...sayUncapped(own, lines).map((text) => paragraph("plain", text)),
  ];
}

function layOutTerms(
  { method, formulas }: AssessedYear,
  outcome: Outcome,
  lines: Lines,
): readonly (readonly PaperCell[])[] {
  return outcome.terms.flatMap((term, at) => [
    [
      word(term.symbol, true),
      word(method.terms[at]?.title ?? "", true),
      word([formulas[at]?.formula ?? "", sayOperands(term)].filter((text) => text !== "").join("\n")),
      figure(sayTerm(term), true),
    ],
    ...term.items.map((item) => [
      word(""),
      word(sayItem(item, lines)),
      word(sayItemFigures(item)),
      figure(sayFigure(item.counted, DECIMALS)),
    ]),
  ]);
}

export function sayTerm({ value, lack, isOtherwise }: TermOutcome): string {
  if (value === null) return lack ? TERM_LACK_WORDS[lack] : "–";
  return `${sayFigure(value, DECIMALS)}${isOtherwise ? " (по методике для такого случая)" : ""}`;
}

function sayOperands({ kind, operands }: TermOutcome): string {
  if (kind === "spending")
    return operands
      .map(
        ({ of, value }) =>
          `${PLAN_WORDS[of as keyof typeof PLAN_WORDS] ?? FACT_WORDS[of as keyof typeof FACT_WORDS] ?? of}: ${sayKopecks(value)}`,
      )
      .join("\n");
  return operands.map(({ of, value }) => `${of} = ${sayFigure(value, DECIMALS)}`).join(", ");
}

const sayKopecks = (value: string | null) => (value === null ? "–" : sayFigure(`${value}/100`));

function sayItem({ id, notes }: ItemOutcome, lines: Lines): string {
  const line = lines.get(id);
  const said = notes.map((note) => NOTE_WORDS[note]).join(", ");
  return `${line ? `${line.number}. ${line.name}` : "строка другого исполнителя"}${said ? ` (${said})` : ""}`;
}

function sayItemFigures({ plan, fact, degree, weight }: ItemOutcome): string {
  const weighed = weight === null ? "" : `, вес ${sayFigure(weight, DECIMALS)}`;
  return `план ${sayFigure(plan)}, факт ${sayFigure(fact)}, степень ${sayFigure(degree, DECIMALS)}${weighed}`;
}

/** What draws a result above one where the method sets no cap. */
function sayUncapped({ method, outcome, withEqual }: AssessedYear, lines: Lines): readonly string[] {
  const found = listUncapped(method, withEqual ?? outcome);
  if (found.length === 0) return [];
  const said = found.map(({ id, degree }) => `${lines.get(id)?.number ?? "–"} — ${sayFigure(degree)}`);
  return [
    `Методика не ограничивает степень сверху, поэтому результат может быть больше единицы. Больше плана: ${said.join("; ")}.`,
  ];
}

/** The result with its band, or what is in the way; where weights were refused, what equal ones would give. */
export function sayResult({ method, outcome, withEqual }: AssessedYear): string {
  const bandOf = ({ band }: Outcome) => (band === null ? null : (method.bands[band] ?? null));
  if (outcome.value === null) {
    const lacks = outcome.terms.flatMap(({ symbol, lack }) => (lack ? [`${symbol} — ${TERM_LACK_WORDS[lack]}`] : []));
    const equal = withEqual?.value ? ` При равных весах результат был бы ${sayFigure(withEqual.value, DECIMALS)}.` : "";
    return `Оценка не получена: ${lacks.join("; ")}.${equal}`;
  }
  const band = bandOf(outcome);
  const named = band
    ? ` Оценка: ${band.name.toLocaleLowerCase("ru")}.${band.consequence ? ` ${band.consequence}` : ""}`
    : "";
  return `Результат: ${sayFigure(outcome.value, DECIMALS)}.${named}`;
}
