import { readDate } from "../../office/grid/dates.ts";
import { cleanLines, foldText } from "../../office/grid/words.ts";
import { readContent } from "../application/content.ts";
import { contentShape, type TeamMember, type TypedContent, teamShape } from "../application/contract.ts";
import type { Terms } from "../call/contract.ts";
import type { FormFault, FormPlace } from "./contract.ts";
import { answersHead, LIST_HEAD } from "./lay-out-book.ts";
import { ANSWER_COLUMN, type FormList, LISTS, listQuestions, MAIN_TITLE } from "./layout.ts";
import type { FormLine, FormTables } from "./read-tables.ts";

export interface ReadForm {
  readonly content: TypedContent;
  readonly team: readonly TeamMember[];
  readonly errors: readonly FormFault[];
  readonly remarks: readonly FormFault[];
}

/** What is missing yet, or beyond the terms, is mended on the page; everything else is an error of the file. */
const REMARKS: readonly FormFault["code"][] = [
  "missing",
  "paper-missing",
  "over-project-limit",
  "own-contribution-low",
];

type Places = Map<string, FormPlace>;

/** A filled form as an application's content, with every fault at its place; `papers` are keys of those attached already. */
export function readForm(tables: FormTables, terms: Terms, papers: readonly string[] = []): ReadForm {
  const places: Places = new Map();
  const faults: Omit<FormFault, "place">[] = [];
  const { team: named, ...lists } = readLists(tables, places);
  const content = contentShape.safeParse({ ...readAnswers(tables, terms, { places, faults }), ...lists });
  const team = teamShape.safeParse(named);
  for (const issue of [...(content.error?.issues ?? []), ...(team.error?.issues ?? [])]) {
    const path = team.error?.issues.includes(issue) ? ["team", ...issue.path] : issue.path;
    const isMany = issue.code === "too_big" && issue.origin === "array";
    const code = issue.code === "too_small" ? "missing" : "too-long";
    faults.push({ code: isMany ? "too-many" : code, where: path.join(".") });
  }
  if (content.success) faults.push(...readContent(content.data, terms, papers).faults);
  const placed = faults.map((fault) => ({ ...fault, place: findPlace(places, fault.where) }));
  const isRemark = ({ code, where }: FormFault) => REMARKS.includes(code) && !where.startsWith("team");
  return {
    content: content.data ?? contentShape.parse({}),
    team: team.data ?? [],
    errors: placed.filter((fault) => !isRemark(fault)),
    remarks: placed.filter(isRemark),
  };
}

/** A fault of a whole line stands at the line's first cell. */
function findPlace(places: Places, where: string): FormPlace | null {
  return places.get(where) ?? places.get(`${where}.what`) ?? null;
}

interface Found {
  readonly places: Places;
  readonly faults: Omit<FormFault, "place">[];
}

function readAnswers({ lines, isBook }: FormTables, terms: Terms, { places, faults }: Found) {
  const plain: Record<string, string> = {};
  const answers: Record<string, string> = {};
  const head = answersHead(terms);
  for (const { code, where, isFigure } of listQuestions(terms)) {
    const line = lines.find((one) => `${one.letter}${one.number}` === code);
    const typed = cleanLines(line?.cells[ANSWER_COLUMN] ?? "");
    if (line) places.set(where, placeOf({ line, column: ANSWER_COLUMN, sheet: MAIN_TITLE, head }, isBook));
    const [part = "", key = ""] = where.split(".");
    if (part !== "answers") plain[part] = typed;
    else if (key === "category" && terms.rules.categories.length > 0) {
      const group = findGroup(terms, typed);
      if (typed !== "" && group === undefined) faults.push({ code: "group-unknown", where });
      answers[key] = group ?? "";
    } else answers[key] = isFigure ? bareFigure(typed) : typed;
  }
  return { ...plain, answers };
}

/** A group by its number in the list, its name or its key. */
function findGroup({ rules: { categories } }: Terms, typed: string): string | undefined {
  const folded = foldText(typed);
  const found = categories.find(
    ({ key, name }, at) =>
      folded === String(at + 1) ||
      folded === foldText(name) ||
      folded === foldText(`${at + 1} ${name}`) ||
      typed === key,
  );
  return found?.key;
}

function readLists({ lines, isBook }: FormTables, places: Places): Readonly<Record<string, unknown>> {
  const read = (list: FormList) =>
    lines
      .filter(
        ({ letter, cells }) => letter === list.letter && list.columns.some((_, at) => (cells[at + 1] ?? "") !== ""),
      )
      .map((line, at) =>
        Object.fromEntries(
          list.columns.map(({ field, kind }, column) => {
            const place = { line, column: column + 1, sheet: list.title, head: LIST_HEAD };
            places.set(`${list.name}.${at}.${field}`, placeOf(place, isBook));
            return [field, readCell(line.cells[column + 1] ?? "", kind)];
          }),
        ),
      );
  return Object.fromEntries(LISTS.map((list) => [list.name, read(list)]));
}

function readCell(text: string, kind: FormList["columns"][number]["kind"]): string {
  const typed = cleanLines(text);
  if (kind === "day") return readDate(typed) ?? typed;
  return kind === "figure" ? bareFigure(typed) : typed;
}

/** «1 200,50 руб.» is a figure too. */
const bareFigure = (typed: string): string => typed.replace(/\s*(руб\.?|рублей|р\.|₽|шт\.?)$/iu, "").trim();

interface CellOf {
  readonly line: FormLine;
  /** From 0. */
  readonly column: number;
  readonly sheet: string;
  /** The row of the head in an untouched sheet. */
  readonly head: number;
}

/** A sheet's rows are counted from its head: what stands above it is no part of the table. */
function placeOf({ line, column, sheet, head }: CellOf, isBook: boolean): FormPlace {
  if (!isBook) return { kind: "table", table: line.table, row: line.row, column: column + 1 };
  return { kind: "sheet", sheet, cell: `${String.fromCharCode(65 + column)}${head + line.below}` };
}
