import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Figures of one row by year, `base` and `total`; null where the printed cell is blank. */
export type Row = Readonly<Record<string, number | null>>;

/** Rows of money by `sum` and by source, among other keys of an activity or a total. */
export type Money = Readonly<Record<string, unknown>>;

export interface ExpectedFigures {
  readonly years: readonly number[];
  readonly moneyIs: string;
  readonly passportFinance?: Money;
  readonly summaryTable?: Money;
  readonly indicators: readonly { readonly number: string; readonly name: string; readonly plan: Row }[];
  readonly activities: readonly ExpectedActivity[];
  readonly totals: readonly ExpectedTotal[];
}

export interface ExpectedActivity extends Money {
  readonly name: string;
  readonly subprogramme?: number;
  readonly goal?: number;
  readonly objective?: number;
}

export interface ExpectedTotal extends Money {
  readonly of: string;
  readonly subprogramme?: number;
  readonly goal?: number;
}

export interface ExpectedFinding {
  readonly code: string;
  readonly severity: string;
  readonly where: readonly [part: string, table: number | null, row: number | null, column: number | null];
  readonly why: string;
}

export interface Example {
  readonly name: string;
  readonly source: string;
  /** The name of the laid out file and its bytes. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly figures: ExpectedFigures;
  readonly findings: readonly ExpectedFinding[];
}

const FOLDER = join(import.meta.dirname, "../../examples/layouts");

/** Every made-up programme with what is expected of reading it. */
export function readExamples(): Example[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => readExample(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readExample(name: string): Example {
  const path = (file: string) => join(FOLDER, name, file);
  const file = readdirSync(path("")).find((entry) => entry.startsWith("document."));
  if (file === undefined) throw new Error(`${name} has no document`);
  return {
    name,
    source: readFileSync(path("source.layout"), "utf8"),
    file,
    bytes: readFileSync(path(file)),
    figures: JSON.parse(readFileSync(path("figures.json"), "utf8")) as ExpectedFigures,
    findings: JSON.parse(readFileSync(path("findings.json"), "utf8")) as ExpectedFinding[],
  };
}
