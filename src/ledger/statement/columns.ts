import { readDay, readSum } from "./reading.ts";
import type { ColumnRole, ColumnRoles } from "./views.ts";

export type Grid = readonly (readonly string[])[];

/** Words of a head that tell a role; the first that fits a column takes it, and each role is taken once. */
const WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  ["currency", /валют/],
  ["taxNumber", /(?<!\p{L})инн(?!\p{L})/u],
  ["purpose", /назначен|содержани[ея] операц|основани[ея] плат/],
  [
    "debited",
    /(дата|день).*(провод|проведен|операц|отмет|списан|исполн|казнач|выписк)|(провод|списан|отмет).*(дата|день)/,
  ],
  ["number", /(№|номер|(?<!\p{L})n(?!\p{L})).*(док|поруч|плат|п\/п\s*№)|(док|поруч|плат).*(№|номер)/u],
  ["date", /(?<!\p{L})дата/u],
  ["account", /(р\/с|сч[её]т)/],
  ["income", /поступ|зачисл|кредит|приход|восстановл/],
  ["sum", /сумма|выплат|списан|дебет|расход|кассов/],
  ["payee", /получател|контрагент|наименование (организ|лиц|плательщ)/],
  ["number", /№|номер/],
];

/** Where the rows of data begin: the first with a day and a sum in it. Null where there is none. */
export function findData(grid: Grid): number | null {
  const at = grid.findIndex((row) => row.some((cell) => readDay(cell) !== null) && row.some(isSum));
  return at < 0 ? null : at;
}

function isSum(cell: string): boolean {
  return /\d/.test(cell) && readDay(cell) === null && typeof readSum(cell) === "bigint";
}

const HEAD_ROWS = 3;

/** The words above each column: of up to three rows above the data, those that number the columns left out. */
export function headOf(grid: Grid): readonly string[] {
  const data = findData(grid) ?? 0;
  const width = Math.max(0, ...grid.map((row) => row.length));
  const above = grid.slice(Math.max(0, data - HEAD_ROWS), data).filter((row) => !isNumbering(row) && filled(row) > 1);
  return Array.from({ length: width }, (_, column) =>
    [
      ...new Set(above.map((row) => (row[column] ?? "").replace(/\s+/g, " ").trim()).filter((text) => text !== "")),
    ].join(" / "),
  );
}

function isNumbering(row: readonly string[]): boolean {
  return row.filter((cell) => cell !== "").every((cell) => /^\d{1,2}$/.test(cell.trim()));
}

function filled(row: readonly string[]): number {
  return new Set(row.filter((cell) => cell.trim() !== "")).size;
}

/** What a head is known by: its words, whatever their case. */
export function nameHead(head: readonly string[]): string {
  return head
    .map((words) => words.toLowerCase().replaceAll("ё", "е"))
    .join(" | ")
    .slice(0, 4_000);
}

/** What the words of a head say of its columns; a person confirms it. */
export function proposeRoles(head: readonly string[]): ColumnRoles {
  const roles: (ColumnRole | null)[] = head.map(() => null);
  for (const [role, words] of WORDS) {
    if (roles.includes(role)) continue;
    const at = head.findIndex(
      (text, column) => roles[column] === null && words.test(text.toLowerCase()) && !isRowNumber(text),
    );
    if (at >= 0) roles[at] = role;
  }
  return roles;
}

/** «№ п/п» numbers the rows of the sheet, not the documents. */
function isRowNumber(text: string): boolean {
  return /^№\s*(п\/п|пп)\.?$/i.test(text.trim());
}

/** What is missing for a table to be read: a number, a sum or income, a day. */
export function findMissing(roles: ColumnRoles): readonly ("number" | "sum" | "day" | "twice")[] {
  const has = (...some: readonly ColumnRole[]) => some.some((role) => roles.includes(role));
  const named = roles.filter((role) => role !== null);
  return [
    ...(has("number") ? [] : (["number"] as const)),
    ...(has("sum", "income") ? [] : (["sum"] as const)),
    ...(has("debited", "date") ? [] : (["day"] as const)),
    ...(new Set(named).size === named.length ? [] : (["twice"] as const)),
  ];
}
