import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../office/read.ts";
import { describeFigures } from "../figures.ts";
import { readProgramme } from "../reading.ts";

const LAYOUTS = join(import.meta.dirname, "../../../examples/layouts");

interface ListedFinding {
  readonly code: string;
  readonly severity: string;
  readonly where: readonly [part: string, table: number | null, row: number | null, column: number | null];
  readonly why: string;
}

const folders = readdirSync(LAYOUTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(LAYOUTS, entry.name, "figures.json")))
  .map((entry) => entry.name);

describe.each(folders)("the layout %s", (folder) => {
  const file = readdirSync(join(LAYOUTS, folder)).find((name) => name.startsWith("document.")) ?? "";
  const read = () => readProgramme(readDocument(readFileSync(join(LAYOUTS, folder, file))));
  const listed = (name: string) => JSON.parse(readFileSync(join(LAYOUTS, folder, name), "utf8"));

  it("reads to its figures", () => {
    const figures = describeFigures(read().programme);
    expect(JSON.parse(JSON.stringify(figures))).toEqual(listed("figures.json"));
  });

  it("gives exactly its findings", () => {
    const found = read().findings.map(({ code, severity, where }) => [
      code,
      severity,
      where.part,
      where.table,
      where.row,
      where.column,
    ]);
    const expected = (listed("findings.json") as ListedFinding[]).map(({ code, severity, where }) => [
      code,
      severity,
      ...where,
    ]);
    expect(found.map(String).sort()).toEqual(expected.map(String).sort());
  });
});

it("covers at least sixteen layouts", () => expect(folders.length).toBeGreaterThanOrEqual(16));
