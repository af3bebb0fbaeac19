import { readDate } from "../../office/grid/dates.ts";
import { cleanLine, cleanLines, foldText } from "../../office/grid/words.ts";
import { CHOICE_NAMES, FIELDS, type Field, type FieldKey } from "./fields.data.ts";
import type { Amendment, Content, FieldValue } from "./record.ts";

/** Why a text is no value of its field. */
export type Problem =
  | "association-required"
  | "association-long"
  | "association-date"
  | "association-count"
  | "association-choice"
  | "association-flag"
  | "association-digits"
  | "association-acts"
  | "association-hidden"
  | "association-name-person"
  | "association-settlement"
  | "association-term"
  | "association-attended"
  | "association-future"
  | "association-basis";

export interface FieldProblem {
  readonly key: FieldKey;
  readonly problem: Problem;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A value as it was typed: people and settlements stand under their names. Undefined where nothing is filled in. */
export type Parsed =
  | { readonly value: FieldValue | undefined }
  | { readonly problem: Problem; readonly values: Values };
type Values = Readonly<Record<string, string | number>>;

const LIMITS = { text: 500, long: 8_000, person: 200, people: 100 } as const;
const MOST_PEOPLE = 10_000_000;

const fail = (problem: Problem, values: Values = {}): Parsed => ({ problem, values });

/** What a text, typed or read from a file, says in a field. */
export function parseValue(field: Field, text: string): Parsed {
  const line = cleanLine(text);
  if (line === "" || /^[-–—]$/.test(line)) return { value: undefined };
  switch (field.kind) {
    case "text":
    case "settlement":
      return limit(line, LIMITS.text);
    case "long":
      return limit(cleanLines(text), LIMITS.long);
    case "date":
      return orFail(readDate(line), "association-date");
    case "count":
      return orFail(readCount(line), "association-count");
    case "flag":
      return orFail(readFlag(line), "association-flag");
    case "choice":
      return readChoice(line, field.choices ?? []);
    case "digits":
      return readDigits(line, field.lengths ?? []);
    case "acts":
      return orFail(readAmendments(cleanLines(text)), "association-acts");
    case "person":
      return readPeople(text, 1);
    case "people":
      return readPeople(text, LIMITS.people);
    case "hidden":
      return orFail(readHidden(text), "association-hidden");
  }
}

function limit(text: string, letters: number): Parsed {
  return text.length <= letters ? { value: text } : fail("association-long", { limit: letters });
}

function orFail(value: FieldValue | null, problem: Problem): Parsed {
  return value === null ? fail(problem) : { value };
}

function readCount(line: string): number | null {
  const digits = line.replace(/(чел|человек|жителей|жителя|житель)\.?$/i, "").replace(/\s/g, "");
  const count = /^\d+(,0+|\.0+)?$/.test(digits) ? Number.parseInt(digits, 10) : Number.NaN;
  return count <= MOST_PEOPLE ? count : null;
}

const YES = [
  "да",
  "yes",
  "true",
  "истина",
  "1",
  "юридическое лицо",
  "является юридическим лицом",
  "с образованием юридического лица",
];
const NO = ["нет", "no", "false", "ложь", "0", "без образования юридического лица", "не является юридическим лицом"];

function readFlag(line: string): boolean | null {
  const word = line === "+" ? "да" : foldText(line);
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : null;
}

function readChoice(line: string, choices: readonly string[]): Parsed {
  const word = foldText(line);
  const found = choices.find((choice) => {
    const name = CHOICE_NAMES[choice];
    return (
      choice === line || [name?.ru, name?.en, ...(name?.words ?? [])].some((text) => foldText(text ?? "") === word)
    );
  });
  const named = choices.map((choice) => CHOICE_NAMES[choice]?.ru ?? choice).join(", ");
  return found ? { value: found } : fail("association-choice", { choices: named });
}

function readDigits(line: string, lengths: readonly number[]): Parsed {
  const digits = line.replace(/[\s-]/g, "");
  const fits = /^\d+$/.test(digits) && lengths.includes(digits.length);
  return fits ? { value: digits } : fail("association-digits", { lengths: lengths.join(" или ") });
}

function readPeople(text: string, most: number): Parsed {
  const separator = most === 1 ? /\n/ : /[;,\n]/;
  const names = text
    .split(separator)
    .map(cleanLine)
    .filter((name) => name !== "");
  const isLong = names.some((name) => name.length > LIMITS.person);
  if (isLong || names.length > most) return fail("association-name-person", { limit: LIMITS.person });
  return { value: most === 1 ? (names[0] ?? "") : [...new Set(names)] };
}

/** «12.05.2020; № 4; постановление …», or «от 12.05.2020 № 4, постановление …», a line each. */
function readAmendments(text: string): readonly Amendment[] | null {
  const read = text
    .split("\n")
    .filter((line) => line !== "")
    .map(readAmendment);
  const right = read.filter((amendment) => amendment !== null);
  return right.length === read.length ? right : null;
}

function readAmendment(line: string): Amendment | null {
  const [first = "", second = "", ...rest] = line.split(";").map(cleanLine);
  if (line.includes(";")) return makeAmendment(first, second, rest.join("; "));
  const [, day = "", number = "", act = ""] =
    /^(?:от )?(\S+)(?: г\.)?(?: (?:№|N) ?([^\s,]+))?,? ?(.*)$/.exec(line) ?? [];
  return makeAmendment(day, number, act);
}

function makeAmendment(day: string, number: string, act: string): Amendment | null {
  const date = readDate(day);
  return date === null ? null : { date, number: number.replace(/^(№|N) ?/, ""), act };
}

function readHidden(text: string): readonly string[] | null {
  const asked = text
    .split(/[;\n]/)
    .map(cleanLine)
    .filter((name) => name !== "");
  const keys = asked.map(
    (name) =>
      FIELDS.find(
        ({ key, ru, en, isPublic }) =>
          isPublic && (key === name || [ru, en].some((head) => foldText(head) === foldText(name))),
      )?.key,
  );
  const known = keys.filter((key) => key !== undefined);
  return known.length === keys.length ? FIELDS.flatMap(({ key }) => (known.includes(key) ? [key] : [])) : null;
}

/** What contradicts itself within a content that is otherwise right: terms, numbers of the founding, a day that is not yet. */
export function findContradictions(content: Content, today: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (key: FieldKey, problem: Problem, values: Values = {}) => problems.push({ key, problem, values });
  for (const [since, until] of [
    ["chairSince", "chairUntil"],
    ["boardSince", "boardUntil"],
  ] as const) {
    const [from, to] = [content[since], content[until]];
    if (typeof from === "string" && typeof to === "string" && to < from) add(until, "association-term");
  }
  const { foundingEntitled: entitled, foundingAttended: attended } = content;
  if (typeof entitled === "number" && typeof attended === "number" && attended > entitled) {
    add("foundingAttended", "association-attended");
  }
  for (const field of FIELDS as readonly Field[]) {
    const value = content[field.key as FieldKey];
    if (field.begins && typeof value === "string" && value > today) add(field.key as FieldKey, "association-future");
  }
  const isStopped = content.state === "suspended" || content.state === "ended";
  if (isStopped && !content.stateBasis) add("stateBasis", "association-basis");
  return problems;
}

export interface ParsedContent {
  readonly content: Content;
  readonly problems: readonly FieldProblem[];
}

/** Reads typed fields, those that are there; a required one must be filled in. */
export function parseContent(
  fields: readonly Field[],
  typed: Readonly<Record<string, string | undefined>>,
  today: string,
): ParsedContent {
  const problems: FieldProblem[] = [];
  const content: Partial<Record<FieldKey, FieldValue>> = {};
  for (const field of fields) {
    const key = field.key as FieldKey;
    const parsed = parseValue(field, typed[key] ?? "");
    if ("problem" in parsed) problems.push({ key, ...parsed });
    else if (parsed.value !== undefined) content[key] = parsed.value;
    else if (field.isRequired) problems.push({ key, problem: "association-required", values: {} });
  }
  return { content, problems: [...problems, ...findContradictions(content, today)] };
}
