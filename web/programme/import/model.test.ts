import { describe, expect, it } from "vitest";
import type { Figure, FigureRow, Place, ProgrammeFinding } from "../../../src/programme/contract.ts";
import { numberFindings } from "../view/places.ts";
import { type BlockDraft, placeFindings } from "./blocks.ts";

function place(row: number, column: number): Place {
  return { part: "annex2", table: 3, row, column, text: "" };
}

function figure(row: number, column: number, printed: string, value: bigint | null = 1n): Figure {
  return { value, printed, place: place(row, column) };
}

function finding(where: Place): ProgrammeFinding {
  const shape = { related: [], found: null, expected: null, variant: "plain", values: {} };
  return { code: "number-malformed", severity: "warning", where, ...shape };
}

const row: FigureRow = {
  kind: "cost",
  label: { text: "Сумма затрат", place: place(7, 2) },
  unit: { text: "руб", place: place(7, 3) },
  values: { "2024": figure(7, 4, "721500, 00"), "2025": figure(7, 5, "—", null) },
};
const draft: BlockDraft = {
  key: "activity-1",
  title: "1. Конкурс",
  columns: ["2024", "2025"],
  rows: [{ row, label: "Сумма затрат, руб", repeated: false }],
  texts: [],
  places: [place(6, 1)],
};

function preview(...places: readonly Place[]) {
  return placeFindings([draft], numberFindings(places.map(finding)));
}

describe("the preview of a document", () => {
  it("shows a figure as printed with its cell", () => {
    const [cell] = preview().blocks[0]?.rows[0]?.cells ?? [];
    expect(cell).toMatchObject({ printed: "721500, 00", table: 3, row: 7, column: 4, read: true, marks: [] });
  });
  it("says of a figure that it was not understood", () => {
    expect(preview().blocks[0]?.rows[0]?.cells[1]).toMatchObject({ printed: "—", read: false });
  });
  it("marks a finding at its cell and puts it beside its block", () => {
    const { blocks, rest } = preview(place(7, 4));
    expect(blocks[0]?.rows[0]?.cells[0]?.marks).toEqual([{ number: 1, severity: "warning" }]);
    expect(blocks[0]?.findings).toHaveLength(1);
    expect(rest).toEqual([]);
  });
  it("marks a finding of the unit at the row's words", () => {
    expect(preview(place(7, 3)).blocks[0]?.rows[0]?.marks).toEqual([{ number: 1, severity: "warning" }]);
  });
  it("gives a finding elsewhere in a row to the row's block", () => {
    expect(preview(place(7, 9)).blocks[0]?.findings).toHaveLength(1);
  });
  it("marks a finding of the block's name at the name", () => {
    const { blocks } = preview(place(6, 1));
    expect(blocks[0]?.titleMarks).toEqual([{ number: 1, severity: "warning" }]);
  });
  it("leaves a finding of no block to the part", () => {
    expect(preview(place(99, 1)).rest).toHaveLength(1);
  });
});
