import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../office/read.ts";
import type { DocumentTree } from "../../office/tree.ts";
import type { Place, Programme, ProgrammeFinding, Reading } from "../contract.ts";
import { importProgramme } from "../import/index.ts";
import { readPrintedNumber, writeRussian } from "../language/number.ts";
import { readProgramme } from "../reading.ts";
import { DOCUMENTS, listFigures, replaceCell } from "../testing.ts";

/** Other values for a printed figure: a unit more, ten times as much, a hundredth more, nothing. */
function otherValues(printed: string): string[] {
  const number = readPrintedNumber(printed);
  if (number.kind !== "number") return [];
  const values = [number.value + 1_000_000n, number.value * 10n, number.value + 10_000n, number.value + 100_000n, 0n];
  return [...new Set(values)].filter((value) => value !== number.value).map((value) => writeRussian(value));
}

function key(finding: ProgrammeFinding): string {
  const { part, table, row, column, text } = finding.where;
  return JSON.stringify([finding.code, finding.severity, part, table, row, column, text, finding.found]);
}

function newFindings(before: Reading, after: Reading, severity: "error" | "warning"): ProgrammeFinding[] {
  const known = new Set(before.findings.map(key));
  return after.findings.filter((finding) => finding.severity === severity && !known.has(key(finding)));
}

function names(finding: ProgrammeFinding, place: Place): boolean {
  const same = finding.where.table === place.table && finding.where.row === place.row;
  return same && (place.part !== "passport" || finding.where.text === place.text);
}

interface Case {
  readonly what: string;
  readonly read: (value: string) => Reading;
  readonly printed: string;
  readonly place: (programme: Programme) => Place;
}

/** One case for each figure of a tree: the cell, or the sum inside the passport's running text. */
function casesOf(tree: DocumentTree, figures: ReturnType<typeof listFigures>): Case[] {
  return figures.map(({ row, key: year, figure }, index) => ({
    what: `${row.label.place.part} «${row.label.text.slice(0, 40)}» ${year}`,
    printed: figure.printed,
    place: (programme) => listFigures(programme)[index]?.figure.place ?? figure.place,
    read: (value) => readProgramme(mutate(tree, figure, value)),
  }));
}

function mutate(tree: DocumentTree, figure: { printed: string; place: Place }, value: string): DocumentTree {
  const { table, row, column, text } = figure.place;
  if (table === null || row === null || column === null) throw new Error("a figure has a cell");
  return replaceCell(tree, { table, row, column }, (own) => {
    if (figure.place.part !== "passport") return value;
    return own.replace(/\s+/g, " ").trim() === text ? own.replace(/\s+/g, " ").replace(figure.printed, value) : own;
  });
}

for (const { name, path } of DOCUMENTS) {
  const tree = restoredTree(path);
  const before = readProgramme(tree);

  describe(`the ${name} file with one figure changed`, () => {
    const cases = casesOf(tree, listFigures(before.programme));

    it("has every figure of passport, annex 2 and annex 3 among the cases", () => {
      expect(cases.length).toBe(12 + 9 * 6 * 4 + 4 + 5 * 4 * 4 + 4 * 4);
    });

    it.each(cases)("$what gives an error that names the row", ({ read, printed, place }) => {
      for (const value of otherValues(printed)) {
        const after = read(value);
        const found = newFindings(before, after, "error");
        expect(
          found.some((finding) => names(finding, place(after.programme))),
          `${printed} → ${value}`,
        ).toBe(true);
      }
    });
  });

  describe(`the ${name} file with one target changed`, () => {
    const targets = before.programme.indicators
      .filter((indicator) => ["2.2", "3.1", "4.1"].includes(indicator.number))
      .flatMap((indicator) =>
        Object.entries(indicator.targets.values).map(([year, figure]) => ({ number: indicator.number, year, figure })),
      );

    it.each(targets)("indicator $number in $year gives a warning that names the row", ({ figure }) => {
      for (const value of otherValues(figure.printed)) {
        const after = readProgramme(mutate(tree, figure, value));
        const found = newFindings(before, after, "warning");
        expect(
          found.some((finding) => names(finding, figure.place)),
          `${figure.printed} → ${value}`,
        ).toBe(true);
      }
    });

    it("has nine targets", () => {
      expect(targets.length).toBe(9);
    });
  });
}

/** Nested tables that text prints as bare lines are put back first, so that a cell can be changed by its coordinates; reading again must give the same. */
function restoredTree(path: string): DocumentTree {
  const tree = readDocument(readFileSync(path));
  return importProgramme(tree).tree;
}
