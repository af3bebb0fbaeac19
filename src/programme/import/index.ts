import { Refusal } from "../../kernel/refusal.ts";
import type { DocumentTree } from "../../office/tree.ts";
import { cellText } from "../../office/tree.ts";
import type { Programme, ProgrammeFinding, Resolution, TableHead, Words } from "../contract.ts";
import { oneLine, readYears } from "../language/words.ts";
import { readActivities } from "./activities.ts";
import { restoreNestedTables } from "./flattened.ts";
import { describeHead } from "./head.ts";
import { readIndicators } from "./indicators.ts";
import { type DocumentParts, splitParts } from "./parts.ts";
import { readPassport } from "./passport.ts";
import type { ImportRefusalCode } from "./refusals.ts";
import { ReadingReport } from "./report.ts";
import { findResolutions, findStateProgrammes, joinLetterheads } from "./resolutions.ts";
import { findSums } from "./running-money.ts";
import { readSectionLists, readSections } from "./sections.ts";
import { readSummary } from "./summary.ts";

/** What a document says, and what of it was not understood. The arithmetic and the links are for `programme/check`. */
export interface Import {
  readonly programme: Programme;
  readonly findings: readonly ProgrammeFinding[];
  /** The document with every nested table on its grid: what the coordinates of places point into. */
  readonly tree: DocumentTree;
}

/** Reads a programme out of a document tree. What is missing in a programme is absent, what is strange is a finding; a document that is no programme at all is refused. */
export function importProgramme(tree: DocumentTree): Import {
  const report = new ReadingReport();
  const restored = restoreNestedTables(tree);
  const parts = splitParts(restored);
  refuseOther(parts);
  reportUnknown(parts, report);
  reportAbsent(parts, report);
  const [indicators, activities] = [parts.tables.annex1, parts.tables.annex2];
  const first = merge(indicators.map((table) => readIndicators(table, report)));
  const second = merge(activities.map((table) => readActivities(table, report)));
  const passport = readPassport(
    parts.tables.passport.map(({ table }) => table),
    report,
  );
  const sections = readSections(parts.paragraphs.sections);
  const lists = readSectionLists(sections);
  const heads = describeHeads(parts);
  const title = readTitle(parts.paragraphs.title);
  const sectionLines = sections.flatMap((section) => section.paragraphs);
  const programme: Programme = {
    title,
    titleYears: readYears(title.text),
    front: parts.paragraphs.title,
    partTexts: parts.partTexts,
    subprogrammes: [],
    years: tableYears(heads),
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
    indicatorGoals: first.goals ?? [],
    indicatorObjectives: first.objectives ?? [],
    indicators: first.indicators ?? [],
    activityGoals: second.goals ?? [],
    activityObjectives: second.objectives ?? [],
    activities: second.activities ?? [],
    rollups: second.rollups ?? [],
    summary: parts.tables.annex3.flatMap((table) => readSummary(table, report)),
    heads,
  };
  return { programme, findings: report.findings, tree: restored };
}

/** Several tables of one annex read as one. */
function merge<T extends { [K in keyof T]: unknown[] }>(tables: readonly T[]): Partial<T> {
  const all: Partial<T> = {};
  for (const table of tables) {
    for (const key of Object.keys(table) as (keyof T)[]) all[key] = [...(all[key] ?? []), ...table[key]] as T[keyof T];
  }
  return all;
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

/** A part that a programme cannot do without and that was not found is said, never passed over. */
function reportAbsent(parts: DocumentParts, report: ReadingReport): void {
  for (const part of ["passport", "annex1", "annex2"] as const) {
    if (parts.tables[part].length > 0) continue;
    const place = { part, table: null, row: null, column: null, text: "" };
    report.add("not-understood", place, { variant: "part", values: { name: part } });
  }
}

function describeHeads(parts: DocumentParts): TableHead[] {
  return (["annex1", "annex2", "annex3"] as const).flatMap((part) =>
    parts.tables[part].flatMap(({ table, head }) => (head ? [describeHead(part, table, head)] : [])),
  );
}

function tableYears(heads: readonly TableHead[]): number[] {
  const years = heads.flatMap((head) =>
    head.columns.filter((column) => column.meaning === "year").flatMap((column) => readYears(column.text)),
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

/** The programme's name: the words in quotes after «муниципальная программа», or all of the title page. */
function readTitle(paragraphs: readonly Words[]): Words {
  const all = paragraphs.map(({ text }) => oneLine(text)).join(" ");
  const quoted = /муниципальная программа\s*«(.+)»/i.exec(all)?.[1];
  const place = paragraphs.find(({ text }) => /«/.test(text))?.place ?? paragraphs[0]?.place;
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
