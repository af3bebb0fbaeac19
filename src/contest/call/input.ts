import { addDays, isDay, isTime, toInstant } from "../../kernel/times.ts";
import { refuseContest } from "../refusals.ts";
import { checkRules, listKeys } from "../rules/check.ts";
import { type CallInput, type Terms, type TermsText, termsShape } from "./contract.ts";

/** What a call's form comes to. */
export interface CallFields {
  readonly year: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly reviewUntil: string;
  readonly isBlind: boolean;
  readonly terms: TermsText;
}

/**
 * Days, hours and terms of a call in the municipality's time zone. Refuses `contest-year`, `contest-dates`, and `contest-terms`
 * with the place of the first fault.
 */
export function parseCall(input: CallInput, timeZone: string): CallFields {
  const year = /^20\d\d$/.test(input.year) ? Number(input.year) : refuseContest("contest-year");
  const opensAt = instantOf(input.opensOn, input.opensTime, timeZone);
  const closesAt = instantOf(input.closesOn, input.closesTime, timeZone);
  const { reviewUntil, isBlind } = input;
  if (closesAt <= opensAt || !isDay(reviewUntil) || reviewUntil < input.closesOn) refuseContest("contest-dates");
  parseTerms(input.terms);
  // Read without a fault, so it has the shape; it is kept as it was written, to be shown again as it was written.
  return { year, opensAt, closesAt, reviewUntil, isBlind, terms: input.terms as TermsText };
}

/** An instant of a local day and hour; `24:00` is the first instant of the next day, whatever the clocks do in that night. */
function instantOf(day: string, time: string, timeZone: string): Date {
  if (!isDay(day)) refuseContest("contest-dates");
  if (time === "24:00") return toInstant(addDays(day, 1), "00:00", timeZone);
  return isTime(time) ? toInstant(day, time, timeZone) : refuseContest("contest-dates");
}

/** A fault of terms as a form shows it: the place is a path in them, `rules.criteria.0.name`. */
export interface TermsFault {
  readonly where: string;
  readonly code: string;
}

/** Every fault of terms; empty where `parseTerms` takes them. What the shape lacks comes alone: the rest is reckoned on a whole shape. */
export function findTermsFaults(given: unknown): readonly TermsFault[] {
  const read = termsShape.safeParse(given);
  if (!read.success)
    return read.error.issues.map(({ path, code }) => ({ where: path.join("."), code: SHAPE_CODES[code] ?? "shape" }));
  const placed = checkRules(read.data.rules).map(({ where, code }) => ({ where: placeOf(read.data, where), code }));
  const facts = checkFacts(read.data).map(({ where, code }) => ({
    where: code === "fact-from-nowhere" ? placeOf(read.data, where, ".source") : where,
    code,
  }));
  return [...placed, ...facts];
}

const SHAPE_CODES: Readonly<Record<string, string>> = {
  custom: "number",
  invalid_type: "missing",
  too_small: "missing",
  invalid_union: "missing",
  too_big: "long",
};

/** The rules name a criterion or a part by its key; a form has it at its place. */
function placeOf({ rules }: Terms, key: string, field = ".name"): string {
  const at = rules.criteria.findIndex((criterion) => criterion.key === key || listKeys(criterion).includes(key));
  const criterion = rules.criteria[at];
  if (!criterion) return `rules.${key}`;
  const own = `rules.criteria.${at}`;
  if (criterion.measure.kind !== "sum" || criterion.key === key) return own + field;
  return `${own}.measure.parts.${listKeys(criterion).indexOf(key)}${field}`;
}

/** Terms with exact numbers. Refuses `contest-terms`. */
export function parseTerms(given: unknown): Terms {
  const read = termsShape.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuseContest("contest-terms", { where: issue?.path.join(".") ?? "", what: issue?.message ?? "" });
  }
  const [fault] = [...checkRules(read.data.rules), ...checkFacts(read.data)];
  if (fault) refuseContest("contest-terms", { where: fault.where, what: fault.code });
  return read.data;
}

/** Each fact of a criterion must come from somewhere, and each field and paper has a key of its own. */
function checkFacts({ rules, facts, fields, papers, lines }: Terms): readonly { where: string; code: string }[] {
  const numbers = new Set(["own-share", ...fields.filter(({ kind }) => kind === "number").map(({ key }) => key)]);
  const asked = rules.criteria.filter(({ source }) => source === "fact").flatMap(listKeys);
  const missing = asked.filter((at) => !numbers.has(facts[at] ?? ""));
  const twice = [fields, papers, lines].flatMap((list) =>
    list.map(({ key }) => key).filter((key, at, all) => all.indexOf(key) !== at),
  );
  const hasCategory = rules.categories.length === 0 || fields.some(({ key }) => key === "category");
  return [
    ...(hasCategory ? [] : [{ where: "fields.category", code: "category-not-asked" }]),
    ...missing.map((where) => ({ where, code: "fact-from-nowhere" })),
    ...twice.map((where) => ({ where, code: "key-twice" })),
  ];
}
