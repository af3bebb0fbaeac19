import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writePaper } from "../../office/docx-write/write-docx.ts";
import type { PaperSection } from "../../office/paper.ts";
import { readDocument } from "../../office/read.ts";
import { compareProgrammes } from "../compare/index.ts";
import type { Programme } from "../contract.ts";
import type { Edit } from "../draft/edit.ts";
import { essenceOf } from "../export/essence.ts";
import type { ActInput, TechniqueChoices } from "./act.ts";
import { applyProposals, listEdits } from "./apply.ts";
import { draftAct, suggestRequisites } from "./draft-act.ts";
import { readAct } from "./reading/read-act.ts";
import { isAmendingAct } from "./reading/recognise.ts";
import { ACTS, amend, readExample } from "./testing.ts";

const YARD = 6;
const SUPPORT = 5;

/**
 * 100,0 thousand roubles of the local budget for «А у нас во дворе ТОС» go from 2025 to 2026. Its quantity stays one contest a
 * year, so that the cost of the unit goes along. Indicator 4.1 repeats the total of objective 4 year by year and is moved too;
 * its column of «weights», the sum of the years, stays as it is: the sum does not change.
 */
const MOVES: readonly Edit[] = [
  moveFigure("local", "2025", "400,0"),
  moveFigure("local", "2026", "600,0"),
  moveFigure("unitCost", "2025", "400,0"),
  moveFigure("unitCost", "2026", "600,0"),
  { do: "set", address: { of: "target", at: SUPPORT, key: "2025" }, was: "1288,5", text: "1188,5" },
  { do: "set", address: { of: "target", at: SUPPORT, key: "2026" }, was: "1288,5", text: "1388,5" },
];

function moveFigure(kind: "local" | "unitCost", key: string, text: string): Edit {
  return { do: "set", address: { of: "figure", at: YARD, kind, key }, was: "500,0", text };
}

const was = readExample();
const became = amend(was, MOVES);

function input(techniques: TechniqueChoices): ActInput {
  const requisites = {
    ...suggestRequisites(was),
    place: "р.п. Ордынское",
    ground:
      "В целях приведения муниципальной программы в соответствие с решением Совета депутатов Ордынского района Новосибирской области о бюджете района",
    publication: "в периодическом печатном издании органов местного самоуправления Ордынского района",
    signer: { office: "Глава Ордынского района Новосибирской области", name: null },
  };
  return { was, became, changes: compareProgrammes(was, became), requisites, techniques };
}

const RESTATE: TechniqueChoices = { passport: "restate", annex2: "restate", annex3: "restate" };

function sayIn(section: PaperSection | undefined): string {
  const lines = (section?.blocks ?? []).map((block) =>
    block.kind === "paragraph"
      ? block.text
      : block.rows.map((row) => `| ${row.cells.map((cell) => cell.text).join(" | ")} |`).join("\n"),
  );
  return `${lines.join("\n")}\n`;
}

describe("the summer amendment", () => {
  test.each([
    ["summer-figures.txt", {}],
    ["summer-restated.txt", RESTATE],
  ] as const)("reads as %s says", (file, techniques) => {
    const [act] = draftAct(input(techniques)).sections;
    expect(sayIn(act)).toBe(readFileSync(join(ACTS, file), "utf8"));
  });

  test("prints two annexes anew, each on a sheet across", () => {
    const [, second, third] = draftAct(input(RESTATE)).sections;
    expect([second?.orientation, third?.orientation]).toEqual(["landscape", "landscape"]);
    expect(sayIn(second)).toContain("| Сумма затрат, в том числе: | тыс. руб | 0,0 | 400,0 | 600,0 | 1000,0 |");
    expect(sayIn(third)).toContain("| 3575,5 | 858,5 | 1258,5 | 1458,5 |");
  });

  test.each([
    ["figures replaced", {}, 21],
    ["a row and two annexes restated", RESTATE, 5],
  ] as const)("from its Word file with %s gives the later edition", async (_name, techniques, proposals) => {
    const tree = readDocument(await writePaper(draftAct(input(techniques))));
    expect(isAmendingAct(tree)).toBe(true);
    const reading = readAct(tree, was);
    expect(reading.findings).toEqual([]);
    expect(reading.proposals).toHaveLength(proposals);
    const after = applyProposals(was, reading.proposals);
    expect(after.problems).toEqual([]);
    expect(essenceOf(after.programme)).toEqual(essenceOf(became));
  });

  test("gives a draft its edits, and the draft reckons the same totals as the act prints", () => {
    const { proposals } = readAct(readDocument(readFileSync(join(ACTS, "summer-figures.docx"))), was);
    const reckoned: Programme = amend(was, listEdits(proposals));
    expect(compareProgrammes(reckoned, became)).toEqual([]);
  });
});

test("editions that do not differ are refused", () => {
  expect(() => draftAct({ ...input({}), became: was, changes: [] })).toThrow("nothing-to-amend");
});
