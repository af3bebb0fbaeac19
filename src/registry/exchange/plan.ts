import type { Id } from "../../kernel/id.ts";
import { isDataRow } from "../../office/grid/heads.ts";
import { cleanLine, foldText } from "../../office/grid/words.ts";
import { chooseSince } from "../record/entry.ts";
import { FIELDS, type Field, type FieldKey, SECTIONS, type Section } from "../record/fields.data.ts";
import { findContradictions, parseValue } from "../record/parse.ts";
import { type Content, type FieldValue, fieldsOf, listDifferences, type Particulars } from "../record/record.ts";
import { isNear } from "../warning/near-names.ts";
import { findHeads, type Heads } from "./heads.ts";
import type { Candidate, CellError, Grid, ImportAnswers, RowPlan } from "./views.ts";

/** An association that is there, with people and settlement under their names. */
export interface KnownAssociation extends Candidate {
  readonly settlementId: Id;
  readonly particulars: Particulars;
}

/** What the register holds and the person may do. */
export interface ImportFrame {
  readonly today: string;
  readonly settlements: readonly { readonly id: Id; readonly name: string }[];
  readonly associations: readonly KnownAssociation[];
  /** Whether this person keeps associations of a settlement; a settlement that is yet to be entered has no id. */
  readonly mayKeep: (settlementId: Id | null, associationId: Id | null) => boolean;
}

/** What is recorded of a row: a new association or sections of a known one; people and settlement under their names. */
export interface PlannedRow extends RowPlan {
  readonly number: number | null;
  readonly drafts: readonly { readonly section: Section; readonly since: string; readonly content: Content }[];
}

export interface ImportPlan {
  readonly heads: Heads;
  readonly rows: readonly PlannedRow[];
  readonly errors: readonly CellError[];
  readonly newSettlements: readonly string[];
}

/** Says what would become of every row of a table. Null where no head with a name is found. */
export function planImport(grid: Grid, answers: ImportAnswers, frame: ImportFrame): ImportPlan | null {
  const heads = findHeads(grid, answers.columns);
  if (!heads) return null;
  const rows: PlannedRow[] = [];
  const errors: CellError[] = [];
  const missing = new Set<string>();
  for (const [at, cells] of grid.entries()) {
    if (at < heads.rows || !isDataRow(cells)) continue;
    const read = readRow(cells, { row: at + 1, heads, frame, answers });
    if (read.newSettlement) missing.add(read.newSettlement);
    const planned = planRow(read, { frame, answers, earlier: rows });
    errors.push(...planned.errors);
    rows.push(planned.plan);
  }
  return { heads, rows, errors, newSettlements: [...missing] };
}

interface ReadRow {
  readonly row: number;
  readonly number: number | null;
  readonly content: Content;
  readonly settlement: string;
  readonly settlementId: Id | null;
  /** The settlement's name, where the list does not have it. */
  readonly newSettlement: string | null;
  readonly errors: readonly CellError[];
  readonly locate: (key: string) => Pick<CellError, "column" | "head" | "text">;
}

interface RowFrame {
  readonly row: number;
  readonly heads: Heads;
  readonly frame: ImportFrame;
  readonly answers: ImportAnswers;
}

function readRow(cells: readonly string[], { row, heads, frame, answers }: RowFrame): ReadRow {
  const locate = (key: string) => {
    const found = heads.columns.find(({ meaning }) => meaning === key);
    return { column: found?.column ?? 0, head: found?.head ?? "", text: found ? (cells[found.column - 1] ?? "") : "" };
  };
  const errors: CellError[] = [];
  const content: Partial<Record<FieldKey, FieldValue>> = {};
  for (const field of FIELDS as readonly Field[]) {
    const parsed = parseValue(field, locate(field.key).text);
    if ("problem" in parsed) {
      const values = { field: field.ru, ...parsed.values };
      errors.push({ row, ...locate(field.key), code: parsed.problem, values });
    } else if (parsed.value !== undefined) content[field.key as FieldKey] = parsed.value;
  }
  const named = typeof content.settlementId === "string" ? content.settlementId : "";
  const settlement = findSettlement(frame, named);
  if (settlement) content.settlementId = settlement.name;
  const newSettlement = named !== "" && !settlement ? named : null;
  if (newSettlement && !answers.addSettlements) {
    const values = { field: "Поселение", name: named };
    errors.push({ row, ...locate("settlementId"), code: "association-settlement", values });
  }
  const digits = cleanLine(locate("number").text).replace(/^№\s*/, "");
  return {
    row,
    number: /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : null,
    content,
    settlement: settlement?.name ?? named,
    settlementId: settlement?.id ?? null,
    newSettlement,
    errors,
    locate,
  };
}

/** What settlements are called besides their names. */
const SORTS = /^(р п|рп|рабочий поселок|с|село|п|пос|поселок|д|деревня|станция|ст|сп|поселение) /;
const settlementCore = (name: string) => foldText(name).replace(SORTS, "");

function findSettlement({ settlements }: ImportFrame, name: string) {
  const exact = settlements.find((one) => foldText(one.name) === foldText(name));
  return exact ?? settlements.find((one) => settlementCore(one.name) === settlementCore(name));
}

interface PlanFrame {
  readonly frame: ImportFrame;
  readonly answers: ImportAnswers;
  readonly earlier: readonly PlannedRow[];
}

function planRow(
  read: ReadRow,
  given: PlanFrame,
): { readonly plan: PlannedRow; readonly errors: readonly CellError[] } {
  const { row, content, settlement } = read;
  const isTaken = [...given.frame.associations, ...given.earlier].some((one) => one.number === read.number);
  const number = isTaken ? null : read.number;
  const name = typeof content.name === "string" ? content.name : "";
  const base = { row, number, name, settlement, target: null, candidates: [], twin: null, sections: [], drafts: [] };
  const answer = given.answers.rows[row];
  if (answer === "skip") return { plan: { ...base, state: "skipped" }, errors: [] };
  const { target, candidates, twin } = matchRow(read, given);
  if (!target && answer !== "new" && (candidates.length > 0 || twin !== null)) {
    return {
      plan: { ...base, state: read.errors.length > 0 ? "error" : "ask", candidates, twin },
      errors: read.errors,
    };
  }
  const errors = [...read.errors, ...checkRow(read, target, given.frame)];
  const drafts = target ? draftChanges(read, target, given.frame) : draftNew(read, given.frame);
  const whole = Object.assign({ ...target?.particulars }, ...drafts.map((draft) => draft.content)) as Content;
  for (const { key, problem, values } of errors.length > 0 ? [] : findContradictions(whole, given.frame.today)) {
    const field = (FIELDS as readonly Field[]).find((one) => one.key === key);
    errors.push({ row, ...read.locate(key), code: problem, values: { field: field?.ru ?? key, ...values } });
  }
  const sections = drafts.map(({ section }) => section);
  const state = decideState(errors.length > 0, target !== null, drafts.length);
  const shown = target && { id: target.id, number: target.number, name: target.name };
  return { plan: { ...base, name: name || (target?.name ?? ""), state, target: shown, sections, drafts }, errors };
}

function decideState(isWrong: boolean, isKnown: boolean, changes: number): RowPlan["state"] {
  if (isWrong) return "error";
  if (!isKnown) return "new";
  return changes > 0 ? "changed" : "same";
}

/** Which association the row is: by what was said, by number and name, by name in its settlement; else which it may be. */
function matchRow({ row, number, content, settlementId }: ReadRow, { frame, answers, earlier }: PlanFrame) {
  const said = frame.associations.find(({ id }) => id === answers.rows[row]);
  const name = typeof content.name === "string" ? content.name : "";
  const byNumber = frame.associations.find((one) => one.number === number);
  const isSame = byNumber !== undefined && (name === "" || isNear(byNumber.name, name));
  const here = frame.associations.filter((one) => one.settlementId === settlementId);
  const byName = here.find((one) => foldText(one.name) === foldText(name));
  const target = said ?? (isSame ? byNumber : byName) ?? null;
  const near = here.filter((one) => name !== "" && isNear(one.name, name));
  const candidates = [...new Set([...(byNumber && !isSame ? [byNumber] : []), ...near])];
  const own = earlier.filter(({ state }) => state !== "skipped");
  const settlement = String(content.settlementId ?? "");
  const twin = own.find(
    (one) =>
      (target !== null && one.target?.id === target.id) ||
      (name !== "" && foldText(one.settlement) === foldText(settlement) && isNear(one.name, name)),
  );
  const isTwin = twin !== undefined && (target === null || twin.target?.id === target.id);
  return {
    target: isTwin && target !== null && said === undefined ? null : target,
    candidates: candidates.map(({ id, number: own, name: called }) => ({ id, number: own, name: called })),
    twin: isTwin ? twin.row : null,
  };
}

function checkRow(read: ReadRow, target: KnownAssociation | null, frame: ImportFrame): CellError[] {
  const { row, content, settlementId } = read;
  const errors: CellError[] = [];
  const isWrong = (key: string) => read.errors.some(({ column }) => column !== 0 && column === read.locate(key).column);
  for (const key of ["name", "settlementId"] as const) {
    if (target || content[key] !== undefined || isWrong(key)) continue;
    const field = (FIELDS as readonly Field[]).find((one) => one.key === key);
    errors.push({ row, ...read.locate(key), code: "association-required", values: { field: field?.ru ?? key } });
  }
  const isAllowed = target
    ? frame.mayKeep(target.settlementId, target.id) && (settlementId === null || frame.mayKeep(settlementId, null))
    : frame.mayKeep(settlementId, null);
  const values = { field: "Поселение" };
  if (!isAllowed) errors.push({ row, ...read.locate("settlementId"), code: "import-not-yours", values });
  return errors;
}

type Draft = PlannedRow["drafts"][number];

/** A new association is active; what has no day of its own holds since its charter was registered, or it was founded. */
function draftNew({ content }: ReadRow, { today }: ImportFrame): readonly Draft[] {
  const whole: Content = { ...content, state: content.state ?? "active" };
  const born = [whole.charterDate, whole.foundingDate].find((day) => typeof day === "string");
  const otherwise = typeof born === "string" && born <= today ? born : today;
  return SECTIONS.flatMap((section) => {
    const own = pick(section, whole);
    return Object.keys(own).length === 0
      ? []
      : [{ section, content: own, since: chooseSince(section, own, otherwise) }];
  });
}

/** Sections in which the file says something else; an empty cell says nothing. */
function draftChanges(
  { content }: ReadRow,
  { particulars }: KnownAssociation,
  { today }: ImportFrame,
): readonly Draft[] {
  return SECTIONS.flatMap((section) => {
    const was = pick(section, particulars);
    const became = { ...was, ...pick(section, content) };
    if (listDifferences(section, was, became).length === 0) return [];
    return [{ section, content: became, since: chooseSince(section, became, today) }];
  });
}

function pick(section: Section, from: Content): Content {
  const entries = fieldsOf(section).flatMap(({ key }) => {
    const value = from[key as FieldKey];
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}
