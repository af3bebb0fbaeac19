import { Refusal } from "../../kernel/refusal.ts";
import type { DocumentTree } from "../../office/tree.ts";
import { cellText } from "../../office/tree.ts";
import {
  NO_HINTS,
  type PartText,
  type Passport,
  type Programme,
  type ProgrammeFinding,
  type Question,
  type ReadingHints,
  type Resolution,
  type TableHead,
  type Words,
} from "../contract.ts";
import { oneLine, readYears } from "../language/words.ts";
import { readActivities } from "./annex/activities.ts";
import { readIndicators } from "./annex/indicators.ts";
import { foldSettlements } from "./annex/settlements.ts";
import { readSourceCodes } from "./annex/source-codes.ts";
import { readSummary } from "./annex/summary.ts";
import { restoreNestedTables } from "./parts/flattened.ts";
import { type DocumentParts, splitParts } from "./parts/parts.ts";
import { listQuestions } from "./parts/questions.ts";
import { findYears } from "./parts/years.ts";
import { listPassportLines, readPassport } from "./passport/passport.ts";
import { findSums } from "./prose/running-money.ts";
import type { ImportRefusalCode } from "./refusals.ts";
import { ReadingReport } from "./report.ts";
import { findResolutions, findStateProgrammes, joinLetterheads } from "./resolutions.ts";
import { readSectionLists, readSections } from "./sections.ts";
import type { TableWords } from "./table/facts.ts";
import { describeHead } from "./table/head.ts";

export { readHeadingKind } from "./annex/outline.ts";
export { readTotal } from "./annex/total-block.ts";
export { isPlainHeading } from "./prose/headings.ts";

/** What a document says, and what of it was not understood. The arithmetic and the links are for `programme/check`. */
export interface Import {
  readonly programme: Programme;
  readonly findings: readonly ProgrammeFinding[];
  readonly questions: readonly Question[];
  /** The document with every nested table on its grid: what the coordinates of places point into. */
  readonly tree: DocumentTree;
}

/** Reads a programme out of a document tree. What is missing in a programme is absent, what is strange is a finding; a document that is no programme at all is refused. */
export function importProgramme(tree: DocumentTree, hints: ReadingHints = NO_HINTS): Import {
  const report = new ReadingReport();
  const restored = restoreNestedTables(tree);
  const parts = splitParts(restored, hints);
  refuseOther(parts);
  reportUnknown(parts, report);
  reportAbsent(parts, report);
  reportSecond(parts, report);
  const programme = foldSettlements(readParts(parts, report));
  return { programme, findings: report.findings, questions: listQuestions(parts, hints), tree: restored };
}

function readParts(parts: DocumentParts, report: ReadingReport): Programme {
  const words = { report, sourceCodes: readSourceCodes(Object.values(parts.paragraphs).flat()) };
  const above = (part: "annex2" | "annex3"): TableWords => ({ ...words, unit: findCaptionUnit(parts, part) });
  const first = readIndicators(parts.tables.annex1, report);
  const second = readActivities(parts.tables.annex2.map((table) => ({ table, words: above("annex2") })));
  const passport = readPassport(
    { tables: parts.tables.passport.map(({ table }) => table), lines: parts.paragraphs.passport },
    report,
  );
  const sections = readSections(parts.paragraphs.sections);
  const lists = readSectionLists(sections);
  const sectionLines = sections.flatMap((section) => section.paragraphs);
  const title = readTitle(parts.paragraphs.title, passport);
  const summary = parts.tables.annex3.flatMap((table) => readSummary(table, above("annex3")));
  const heads = describeHeads(parts);
  const named = { title: readYears(title.text), term: passport.termYears };
  return {
    title,
    titleYears: named.title,
    front: parts.paragraphs.title,
    partTexts: dropPassportLines(parts),
    years: findYears(heads, { activities: second.activities, summary, named }),
    resolutions: readResolutions(
      parts,
      passport.rows.map((row) => row.text),
    ),
    stateProgrammes: findStateProgrammes(sectionLines, "sections"),
    passport,
    sections,
    sectionGoals: lists.goals,
    sectionObjectives: lists.objectives,
    sectionIndicators: lists.indicators,
    sectionSums: findSums(sectionLines),
    subprogrammes: second.outline.subprogrammes.length > 0 ? second.outline.subprogrammes : first.outline.subprogrammes,
    indicatorGoals: first.outline.goals,
    indicatorObjectives: first.outline.objectives,
    indicators: first.indicators,
    activityGoals: second.outline.goals,
    activityObjectives: second.outline.objectives,
    activities: second.activities,
    rollups: second.rollups,
    summary,
    heads,
  };
}

/** Lines that are rows of the passport are not the words around it. */
function dropPassportLines(parts: DocumentParts): readonly PartText[] {
  const rows = new Set(parts.tables.passport.length > 0 ? [] : listPassportLines(parts.paragraphs.passport).flat());
  const others = (lines: readonly Words[]) => lines.filter((line) => !rows.has(line));
  return parts.partTexts.map(({ part, before, after }) => ({ part, before: others(before), after: others(after) }));
}

const CAPTION_UNIT = /(?:^|[(,]) ?(?:в )?((?:тыс\S*|млн\S*|миллион\S*)? ?руб[^ ,)]*)\)?\.?$/i;

/** «(тыс. рублей)» above a table: the last line there that is, or ends with, a unit of money. */
function findCaptionUnit(parts: DocumentParts, part: "annex2" | "annex3"): Words | null {
  const lines = parts.partTexts.find((texts) => texts.part === part)?.before ?? [];
  for (const line of lines.toReversed()) {
    const unit = CAPTION_UNIT.exec(oneLine(line.text))?.[1];
    if (unit) return { ...line, text: unit.trim() };
  }
  return null;
}

function reportUnknown(parts: DocumentParts, report: ReadingReport): void {
  for (const { part, table } of parts.unknown) {
    const cell = table.rows[0]?.cells[0];
    const text = cell ? oneLine(cellText(cell)).slice(0, 200) : "";
    report.add(
      "not-understood",
      { part, table: table.number, row: null, column: null, text },
      { variant: "table", found: text || null },
    );
  }
}

function refuseOther(parts: DocumentParts): void {
  const known = Object.values(parts.tables).flat().length;
  if (known === 0) throw new Refusal<ImportRefusalCode>(parts.unknown.length === 0 ? "no-tables" : "not-a-programme");
}

/** Two programmes in one file: the first is read, and it is said where the second begins. */
function reportSecond({ second }: DocumentParts, report: ReadingReport): void {
  if (!second) return;
  const place = { part: "passport" as const, table: second.number, row: null, column: null, text: "" };
  report.add("not-understood", place, { variant: "second-programme" });
}

/** A part that a programme cannot do without and that was not found is said, never passed over. */
function reportAbsent(parts: DocumentParts, report: ReadingReport): void {
  for (const part of ["passport", "annex1", "annex2"] as const) {
    if (parts.tables[part].length > 0) continue;
    if (part === "passport" && listPassportLines(parts.paragraphs.passport).length > 0) continue;
    const place = { part, table: null, row: null, column: null, text: "" };
    report.add("not-understood", place, { variant: "part", values: { name: part } });
  }
}

function describeHeads(parts: DocumentParts): TableHead[] {
  return (["annex1", "annex2", "annex3"] as const).flatMap((part) =>
    parts.tables[part].flatMap(({ table, head }) => (head ? [describeHead(part, table, head)] : [])),
  );
}

/** The programme's name: the words in quotes after «муниципальная программа», the passport's name of it, or all of the title page. */
function readTitle(paragraphs: readonly Words[], passport: Passport): Words {
  const all = paragraphs.map(({ text }) => oneLine(text)).join(" ");
  const quoted = /муниципальн\S+ программ\S+\s*«(.+)»/i.exec(all)?.[1];
  const place = paragraphs.find(({ text }) => /«/.test(text))?.place ?? paragraphs[0]?.place;
  if (!quoted && passport.name) return { ...passport.name, text: oneLine(passport.name.text) };
  return {
    text: quoted ?? oneLine(all),
    place: place ?? { part: "title", table: null, row: null, column: null, text: "" },
  };
}

function readResolutions(parts: DocumentParts, passport: readonly Words[]): Resolution[] {
  const paragraphs = (["title", "sections", "annex1", "annex2", "annex3"] as const).map((part) =>
    joinLetterheads(parts.paragraphs[part]),
  );
  const [title = [], ...rest] = paragraphs;
  return [...title, ...passport, ...rest.flat()].flatMap(findResolutions);
}
