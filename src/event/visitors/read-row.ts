import { readDate } from "../../office/grid/dates.ts";
import type { Heads } from "../../office/grid/heads.ts";
import { cleanLine, foldText } from "../../office/grid/words.ts";
import { NAME_LIMIT } from "../attendance/views.ts";
import { cleanName, parseBirthYear } from "../participant/input.ts";
import type { VisitorColumn, VisitorError } from "./views.ts";

/** A row's words as values; what could not be read stands among the errors, and what it says nothing of is null. */
export interface ReadVisitor {
  readonly row: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly hasSigned: boolean | null;
  readonly event: string;
  readonly date: string | null;
  readonly site: string;
  readonly errors: readonly VisitorError[];
  readonly locate: (column: VisitorColumn) => Pick<VisitorError, "row" | "column" | "head" | "text">;
}

const YES = new Set([
  "да",
  "есть",
  "согласен",
  "согласна",
  "подпись",
  "подписано",
  "получено",
  "дано",
  "x",
  "х",
  "v",
  "1",
  "yes",
  "true",
  "истина",
]);
const NO = new Set(["нет", "0", "no", "false", "ложь", "отказ", "не дано"]);

function findCell(cells: readonly string[], heads: Heads<VisitorColumn>, column: VisitorColumn) {
  const found = heads.columns.find(({ meaning }) => meaning === column);
  return { column: found?.column ?? 0, head: found?.head ?? "", text: found ? (cells[found.column - 1] ?? "") : "" };
}

/** The name that a row says, in one cell or in three; null of what is none. */
export function readName(cells: readonly string[], heads: Heads<VisitorColumn>): string | null {
  const say = (column: VisitorColumn) => cleanLine(findCell(cells, heads, column).text);
  return cleanName(say("name") || [say("surname"), say("firstName"), say("patronymic")].filter(Boolean).join(" "));
}

export function readVisitor(
  cells: readonly string[],
  given: { readonly row: number; readonly heads: Heads<VisitorColumn>; readonly today: string },
): ReadVisitor {
  const { row, heads, today } = given;
  const locate = (column: VisitorColumn) => ({ row, ...findCell(cells, heads, column) });
  const say = (column: VisitorColumn) => cleanLine(locate(column).text);
  const errors: VisitorError[] = [];
  const name = readName(cells, heads);
  const nameColumn = locate("name").column > 0 ? "name" : "surname";
  if (name === null) errors.push({ ...locate(nameColumn), code: "attendance-name", values: { limit: NAME_LIMIT } });
  const birthYear = readBirthYear(say("birth"), today);
  if (birthYear === undefined) errors.push({ ...locate("birth"), code: "attendance-birth-year", values: {} });
  const hasSigned = readConsent(say("consent"));
  if (hasSigned === undefined) errors.push({ ...locate("consent"), code: "visitors-consent", values: {} });
  const date = say("date") === "" ? null : readDate(say("date"));
  if (date === null && say("date") !== "") errors.push({ ...locate("date"), code: "visitors-date", values: {} });
  return {
    row,
    name: name ?? "",
    birthYear: birthYear ?? null,
    hasSigned: hasSigned ?? null,
    event: say("event"),
    date,
    site: say("site"),
    errors,
    locate,
  };
}

/** Of a year, a date in words or figures, or a day as a spreadsheet numbers it. Undefined of what is none. */
function readBirthYear(text: string, today: string): number | null | undefined {
  const bare = text.replace(/\s*(г\.?\s?р\.?|г\.?|года?)$/i, "");
  if (/^\d{5}([.,]\d+)?$/.test(bare)) {
    const year = new Date(Date.UTC(1899, 11, 30) + Number.parseInt(bare, 10) * 86_400_000).getUTCFullYear();
    return parseBirthYear(year, today);
  }
  return parseBirthYear(readDate(text)?.slice(0, 4) ?? bare, today);
}

/** Null of an empty cell, undefined of what says neither. */
function readConsent(text: string): boolean | null | undefined {
  if (text === "" || text === "-" || text === "–" || text === "—") return text === "" ? null : false;
  if (text === "+" || text === "✓" || text === "✔") return true;
  const folded = foldText(text);
  if (YES.has(folded)) return true;
  return NO.has(folded) ? false : undefined;
}
