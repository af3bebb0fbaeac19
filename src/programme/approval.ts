import { printDay } from "../kernel/day.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Programme, ProgrammeFinding } from "./contract.ts";
import { findResolutions } from "./import/resolutions.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";

/** What the decision looks at in a reading. */
interface Approvable {
  readonly state: "open" | "approved" | "discarded";
  readonly version: number;
  readonly findings: readonly ProgrammeFinding[];
}

interface Decision {
  readonly version: number;
  readonly basis: string;
  readonly acceptErrors?: boolean;
}

/** Throws the first refusal in this order: `reading-closed`, `version-changed`, `basis-missing`, `reading-has-errors`. */
export function decideApproval(reading: Approvable, decision: Decision): void {
  if (reading.state !== "open") throw refuse("reading-closed");
  if (reading.version !== decision.version) {
    throw refuse("version-changed", { expected: decision.version, actual: reading.version });
  }
  if (decision.basis.trim() === "") throw refuse("basis-missing");
  const errors = reading.findings.filter((finding) => finding.severity === "error").length;
  if (errors > 0 && decision.acceptErrors !== true) throw refuse("reading-has-errors", { errors });
}

/** The last dates of acts that approve or amend each of two documents, where the first names a later one than the second; else null. */
export function namesNewerActs(
  inForce: Programme,
  document: Programme,
): { readonly inForceDate: string; readonly documentDate: string } | null {
  const [inForceDate, documentDate] = [findLastAct(inForce), findLastAct(document)];
  if (inForceDate === null || documentDate === null || inForceDate <= documentDate) return null;
  return { inForceDate: printDay(inForceDate), documentDate: printDay(documentDate) };
}

/** The day of the act that approves a document: of the basis that a person wrote, else the last that the document names. */
export function findActDay(basis: string, content: Programme): string | null {
  const place = { part: "title", table: null, row: null, column: null, text: "" } as const;
  const said = findResolutions({ text: basis, place }).flatMap(({ date }) => date ?? []);
  const day = said.at(-1) ?? findLastAct(content);
  return day !== null && isDay(day) ? day : null;
}

/** A document may print a day that no calendar has. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function findLastAct({ resolutions }: Programme): string | null {
  const own = resolutions.filter((act) => act.role === "approve" || act.role === "amend");
  return (
    own
      .flatMap((act) => act.date ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** The years of the programme, ascending: of its tables, else of its term, else of its title. */
export function findYears(programme: Programme): readonly number[] {
  const found = [programme.years, programme.passport.termYears, programme.titleYears].find((years) => years.length > 0);
  return [...new Set(found ?? [])].sort((a, b) => a - b);
}

/** `ordynsky-2024-2026`, or `ordynsky-2024` for one year; undefined without a year. */
export function makeSlug(municipalitySlug: string, years: readonly number[]): string | undefined {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return first === last ? `${municipalitySlug}-${first}` : `${municipalitySlug}-${first}-${last}`;
}

/** The passport's name of the programme, else the words on its title page. */
export function makeTitle(programme: Programme): string {
  const words = programme.passport.name?.text ?? programme.title.text;
  return words.replace(/\s+/g, " ").trim();
}

function refuse(
  code: ProgrammeRefusalCode,
  values: Record<string, string | number> = {},
): Refusal<ProgrammeRefusalCode> {
  return new Refusal(code, values);
}
