import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writePaper } from "../../office/docx-write/write-docx.ts";
import { writeWorkbook } from "../../office/xlsx-write/write-xlsx.ts";
import type { Programme } from "../contract.ts";
import { describeFigures } from "../figures.ts";
import { readProgrammeBytes } from "../reading.ts";
import { essenceOf } from "./essence.ts";
import { exportJson, importJson } from "./json.ts";
import { layOutProgramme } from "./lay-out-programme.ts";
import { layOutWorkbook } from "./lay-out-workbook.ts";
import { programmeArbitrary } from "./testing.ts";
import { SAMPLES } from "./testing-documents.ts";

async function throughDocx(programme: Programme): Promise<Programme> {
  return readProgrammeBytes(await writePaper(layOutProgramme(programme))).programme;
}

async function throughXlsx(programme: Programme): Promise<Programme> {
  return readProgrammeBytes(await writeWorkbook(layOutWorkbook(programme))).programme;
}

/** Figures without the empty ones: an empty cell says the same as none. */
function figuresOf(programme: Programme): unknown {
  const text = JSON.stringify(describeFigures(programme), (_, value: unknown) => (value === null ? undefined : value));
  return JSON.parse(text);
}

describe.each(SAMPLES)("$name, written and read again", ({ read }) => {
  const programme = read();

  it("is the same programme as a Word file", async () => {
    expect(essenceOf(await throughDocx(programme))).toEqual(essenceOf(programme));
  });

  it("is equal to the last place as JSON", () => {
    expect(importJson(exportJson(programme))).toEqual(programme);
  });

  it("has the same figures as a workbook", async () => {
    expect(figuresOf(await throughXlsx(programme))).toEqual(figuresOf(programme));
  });
});

/** fast-check prints the seed and the path of a failure: give them here as `{ seed, path }` to see it again. */
const RUNS = { numRuns: 60 };

describe("any programme that a document can say", () => {
  it("is the same after Word", async () => {
    const property = fc.asyncProperty(programmeArbitrary, async (programme) => {
      expect(essenceOf(await throughDocx(programme))).toEqual(essenceOf(programme));
    });
    await fc.assert(property, RUNS);
  });

  it("has the same figures after Excel", async () => {
    const property = fc.asyncProperty(programmeArbitrary, async (programme) => {
      expect(figuresOf(await throughXlsx(programme))).toEqual(figuresOf(programme));
    });
    await fc.assert(property, RUNS);
  });

  it("is equal after JSON", () => {
    const property = fc.property(programmeArbitrary, (programme) => {
      expect(importJson(exportJson(programme))).toEqual(programme);
    });
    fc.assert(property, RUNS);
  });
});
