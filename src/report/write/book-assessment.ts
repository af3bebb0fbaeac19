import type { Term } from "../../indicator/method/contract.ts";
import type { TermOutcome } from "../../indicator/method/views.ts";
import type { Sheet } from "../../office/workbook.ts";
import { NOTE_WORDS, TERM_LACK_WORDS } from "../compose/words.ts";
import type { AssessedYear, LineRow, ReportContent } from "../views.ts";
import { figure, type Row, word } from "./book-cells.ts";
import { placeOf } from "./book-lines.ts";
import { placeOfTotal } from "./book-money.ts";
import { sayResult } from "./paper-assessment.ts";

const HEADS = ["Обозначение", "Составляющая", "План", "Факт", "Степень", "Вес", "Значение", "Примечание"];
const WIDTHS = [14, 70, 14, 14, 14, 12, 16, 50];

/** Every term of every method; what spreadsheets can reckon is a formula down to plan and fact of the other sheets. */
export function assessmentSheet(content: ReportContent): Sheet | null {
  if (content.assessments.length === 0) return null;
  const rows: Row[] = [];
  for (const own of content.assessments) rows.push(...assessmentRows(content, own, rows.length + 1), []);
  return { name: "Оценка", orientation: "landscape", columns: WIDTHS, headRows: 0, rows };
}

/** `from` is the row of the sheet, counted from 1, at which the first of these stands. */
function assessmentRows(content: ReportContent, own: AssessedYear, from: number): readonly Row[] {
  const { method, outcome } = own;
  const rows: Row[] = [
    [{ value: `Методика «${method.name}»`, bold: true, columnSpan: HEADS.length }],
    HEADS.map((value) => ({ value, head: true })),
  ];
  const places = new Map<string, string>();
  outcome.terms.forEach((found, at) => {
    const term = method.terms[at];
    if (!term) return;
    const place = from + rows.length;
    places.set(term.symbol, `G${place}`);
    const formula = formulaOf({ content, term, found, places, place });
    rows.push(termCells(term, found, formula), ...itemRows(content, { term, found, place }));
  });
  return [...rows, [{ value: sayResult(own), columnSpan: HEADS.length }]];
}

function termCells({ symbol, title }: Term, { value, lack, isOtherwise }: TermOutcome, formula: string | null): Row {
  const said =
    value === null ? (lack ? TERM_LACK_WORDS[lack] : "") : isOtherwise ? "по методике для такого случая" : "";
  const cell = figure(value, isOtherwise ? undefined : (formula ?? undefined), true);
  return [word(symbol, true), word(title, true), null, null, null, null, cell, word(said)];
}

interface Placed {
  readonly content: ReportContent;
  readonly term: Term;
  readonly found: TermOutcome;
  readonly places: ReadonlyMap<string, string>;
  /** The row of the term itself; its items stand below it. */
  readonly place: number;
}

/** How the term follows from cells; null where a spreadsheet would have to know the method's tables. */
function formulaOf(given: Placed): string | null {
  const written = writeTerm(given);
  const { round } = given.term;
  return written !== null && round !== undefined ? `ROUND(${written},${round})` : written;
}

function writeTerm({ content, term, found, places, place }: Placed): string | null {
  const at = (symbol: string) => places.get(symbol) ?? "0";
  switch (term.kind) {
    case "items":
      return foldFormula(term, found, place);
    case "spending":
      return capped(`${placeOfTotal(content, term.fact)}/${placeOfTotal(content, PLAN_KEYS[term.plan])}`, term.cap);
    case "product":
      return term.of.map(at).join("*");
    case "quotient":
      return `${at(term.dividend)}/${at(term.divisor)}`;
    case "mean":
      return `(${term.of.map(at).join("+")})/${term.of.length}`;
    case "weighted-sum":
      return term.parts.map(({ of, weight }) => `${weight}*${at(of)}`).join("+");
    case "scale":
      return `${at(term.of)}*${term.by}`;
    default:
      return null;
  }
}

const PLAN_KEYS = {
  "programme-start": "plannedAtStart",
  programme: "planned",
  "budget-list": "appropriated",
  "budget-decision": "appropriated",
} as const;

const capped = (formula: string, cap: string) => (cap === "none" ? formula : `MIN(${formula},${cap})`);

function foldFormula(
  { fold, reached }: Extract<Term, { kind: "items" }>,
  { items }: TermOutcome,
  place: number,
): string | null {
  if (items.length === 0) return null;
  const range = (column: string) => `${column}${place + 1}:${column}${place + items.length}`;
  if (fold === "mean") return `AVERAGE(${range("G")})`;
  if (fold === "weighted") return `SUMPRODUCT(${range("F")},${range("G")})`;
  if (fold === "least") return `MIN(${range("G")})`;
  return fold === "sum" ? `SUM(${range("G")})` : `COUNTIF(${range("G")},">=${reached}")/COUNT(${range("G")})`;
}

function itemRows(
  content: ReportContent,
  { term, found, place }: Pick<Placed, "term" | "found" | "place">,
): readonly Row[] {
  const lines = new Map([...content.indicators, ...content.activities].map((row) => [row.id, row]));
  return found.items.map((item, at): Row => {
    const [row, source] = [place + 1 + at, placeOf(content, item.id)];
    const line: LineRow | undefined = lines.get(item.id);
    const notes = item.notes.map((note) => NOTE_WORDS[note]).join(", ");
    return [
      word(""),
      word(line ? `${line.number}. ${line.name}` : ""),
      figure(item.plan, source?.plan),
      figure(item.fact, source?.fact),
      figure(item.degree, degreeFormula(item, row)),
      figure(item.weight, item.weight?.includes("/") ? item.weight : undefined),
      figure(item.counted, countedFormula(term, item, row)),
      word(notes),
    ];
  });
}

type Item = TermOutcome["items"][number];

/** Which of the two quotients it is shows in the figures themselves. */
function degreeFormula({ plan, fact, degree }: Item, row: number): string | undefined {
  if (plan === null || fact === null || degree === null) return undefined;
  const [a, b, quotient] = [plan, fact, degree].map(toNumber);
  if (a === undefined || b === undefined || quotient === undefined || a === 0) return undefined;
  return Math.abs(b / a - quotient) < 1e-9 ? `D${row}/C${row}` : b === 0 ? undefined : `C${row}/D${row}`;
}

function countedFormula(term: Term, { degree, counted, notes }: Item, row: number): string | undefined {
  if (term.kind !== "items" || term.score || degree === null || counted === null) return undefined;
  if (notes.some((note) => note !== "capped")) return undefined;
  return capped(`E${row}`, term.degree.cap);
}

function toNumber(text: string): number {
  const [top = "0", bottom = "1"] = text.split("/");
  return Number(top) / Number(bottom);
}
