import { basename } from "node:path";
import type { Severity } from "../kernel/finding.ts";
import type { Language } from "../kernel/refusal.ts";
import type { Place, ProgrammeFinding, Reading } from "./contract.ts";
import { describeFigures } from "./figures.ts";
import { findingMessage, findingTitle, partName } from "./messages.ts";

/** Where a command writes; lines end with \n. */
export type Write = (text: string) => void;

/** `read FILE --figures`: the figures as JSON; without the flag the whole programme as it was read. */
export function printReading(reading: Reading, write: Write, figuresOnly: boolean): void {
  const value = figuresOnly ? describeFigures(reading.programme) : reading.programme;
  write(`${JSON.stringify(value, (_, inner) => (typeof inner === "bigint" ? Number(inner) : inner), 2)}\n`);
}

/** `check FILE --json`. */
export function printFindingsJson(findings: readonly ProgrammeFinding[], write: Write, language: Language): void {
  const plain = findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    where: describePlace(finding.where),
    found: finding.found,
    expected: finding.expected,
    message: findingMessage(finding, language),
  }));
  write(`${JSON.stringify({ findings: plain }, null, 2)}\n`);
}

function describePlace({ part, table, row, column, text }: Place): Place {
  return { part, table, row, column, text };
}

const SEVERITIES: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { ru: "ОШИБКА", en: "ERROR" },
  warning: { ru: "ПРЕДУПРЕЖДЕНИЕ", en: "WARNING" },
  note: { ru: "ЗАМЕТКА", en: "NOTE" },
};

/** `check FILE`: a line that counts, then each finding with its place. */
export function printFindings(
  file: string,
  findings: readonly ProgrammeFinding[],
  to: { write: Write; language: Language },
): void {
  const { write, language } = to;
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notes] = [count("error"), count("warning"), count("note")];
  write(
    language === "ru"
      ? `${basename(file)}: ошибок ${errors}, предупреждений ${warnings}, заметок ${notes}\n`
      : `${basename(file)}: errors ${errors}, warnings ${warnings}, notes ${notes}\n`,
  );
  for (const finding of findings) {
    write(`\n${SEVERITIES[finding.severity][language]}  ${writePlace(finding.where, language)}  [${finding.code}]\n`);
    write(`  ${findingTitle(finding, language)}. ${findingMessage(finding, language)}\n`);
  }
}

function writePlace(place: Place, language: Language): string {
  const words = language === "ru" ? (["таблица", "строка", "графа"] as const) : (["table", "row", "column"] as const);
  const numbers = [place.table, place.row, place.column].flatMap((number, at) =>
    number === null ? [] : [`${words[at]} ${number}`],
  );
  return [partName(place.part, language), ...numbers].join(", ");
}

/** 0 without errors, 1 with errors; 2 is for files that cannot be read. */
export function exitCodeOf(findings: readonly ProgrammeFinding[]): 0 | 1 {
  return findings.some((finding) => finding.severity === "error") ? 1 : 0;
}
