import type { Activity, FigureKind, Note, Words } from "../../contract.ts";
import { SOURCES } from "../../contract.ts";
import { oneLine } from "../../language/words.ts";
import type { ReadingReport } from "../report.ts";
import { type Fact, RowGatherer } from "../table/figure.ts";
import type { Head } from "../table/head.ts";
import { readNotes } from "../table/notes.ts";
import type { RowReader } from "../table/rows.ts";
import type { Standing } from "./outline.ts";

interface Opening {
  readonly number: string | null;
  readonly name: Words;
  readonly standing: Standing;
  readonly report: ReadingReport;
}

/** A name that cannot end so: with a comma, a dash, an open quote or a word that wants another. */
const BREAKS_OFF = /(?:[-–—,:(«„“]|(?:^|\s)(?:в|во|на|по|о|об|от|до|для|из|и|или|к|с|со|за|при|между|имени|им\.))$/iu;

/** An activity while its rows are being read. */
export class ActivityBlock {
  readonly rows = new RowGatherer();
  readonly number: string | null;
  private name: Words;
  private readonly standing: Standing;
  private readonly report: ReadingReport;
  private executor: Words | null = null;
  private result: Words | null = null;
  private readonly notes: Note[] = [];

  constructor({ number, name, standing, report }: Opening) {
    this.number = number;
    this.name = name;
    this.standing = standing;
    this.report = report;
  }

  get hasFigures(): boolean {
    return !this.rows.empty;
  }

  /** Whether such words read on from its name: they begin small, or the name breaks off before them. */
  isTornBefore(words: string): boolean {
    return !/^[«"„“]?\p{Lu}/u.test(words) || BREAKS_OFF.test(this.name.text);
  }

  add(facts: readonly Fact[]): void {
    for (const fact of facts) this.rows.add(fact);
  }

  /** The figures of a row and what it says of executor and result; notes that differ from those above are kept too. */
  addRow(row: RowReader, { head, facts }: { head: Head; facts: readonly Fact[] }): void {
    const first = this.rows.empty;
    this.add(facts);
    for (const note of readNotes(row, head)) {
      const same = this.notes.some((other) => other.heading === note.heading && other.text.text === note.text.text);
      if (!same) this.notes.push(note);
    }
    for (const field of ["executor", "result"] as const) {
      const words = row.words(field);
      if (!words || /^[xх–-]$/i.test(words.text) || words.text === this[field]?.text) continue;
      if (first || this[field] === null) this[field] = words;
      else this.continueCell(field, words);
    }
  }

  /** A cell's text that goes on in a later row of the block. */
  continueCell(field: "name" | "executor" | "result", words: Words): void {
    const before = this[field];
    if (!before) return;
    this.report.add("cell-torn", words.place, {
      variant: field,
      found: words.text,
      expected: `${before.text} ${words.text}`,
      related: [before.place],
    });
    this[field] = { ...before, text: `${before.text} ${words.text}` };
  }

  finish(): Activity {
    const { rows, repeated } = this.rows.separate();
    const of = (kind: FigureKind) => rows.find((row) => row.kind === kind) ?? null;
    return {
      number: this.number,
      goal: this.standing.goal ?? 1,
      subprogramme: this.standing.subprogramme,
      objective: this.standing.objective,
      name: this.name,
      quantity: of("quantity"),
      unitCost: of("unitCost"),
      cost: of("cost"),
      sources: rows.filter((row) => (SOURCES as readonly string[]).includes(row.kind)),
      repeated,
      executorText: this.executor,
      executors: this.executor ? splitExecutors(this.executor) : [],
      expectedResult: this.result,
      notes: this.notes,
    };
  }
}

/** Several executors in one cell, parted by semicolons, or by commas where there are none. */
export function splitExecutors(words: Words): Words[] {
  const separator = words.text.includes(";") ? /;/ : /,(?![^«]*»)/;
  return words.text
    .split(separator)
    .map((text) => ({ ...words, text: oneLine(text) }))
    .filter(({ text }) => text !== "");
}
