import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { findOfficeProgram } from "../../office/converted/office-program.ts";
import { readDocument } from "../../office/read.ts";
import { cellText } from "../../office/tree.ts";
import { parseTerms } from "../call/input.ts";
import { CONTENT, TERMS } from "../testing.ts";
import { readForm } from "./read-form.ts";
import { readTables } from "./read-tables.ts";
import { drawTestForm } from "./testing.ts";

/** Formulas are computed anew when a file is opened, as they are when a cell is typed in. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`;

const terms = parseTerms(TERMS);
const program = findOfficeProgram();
const [line] = CONTENT.estimate;
const content = { ...CONTENT, estimate: line ? [line, { ...line, asked: "800" }] : [] };
const team = [{ name: "Кузнецова Анна", does: "смета" }];

/** What LibreOffice writes after it has opened a file; `to` with its filter. */
function saveAgain(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-form-"));
  try {
    writeFileSync(join(folder, `form.${from}`), bytes);
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), RECALCULATE);
    const environment = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const out = join(folder, "out");
    const given = ["--headless", "--convert-to", to, "--outdir", out, join(folder, `form.${from}`)];
    const { status } = spawnSync(program ?? "", [environment, ...given], { timeout: 100_000 });
    expect(status).toBe(0);
    return readFileSync(join(out, `form.${to.split(":")[0]}`));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

test.runIf(program !== null).each([
  ["xlsx", "xlsx:Calc MS Excel 2007 XML"],
  ["xlsx", "ods:calc8"],
  ["docx", "docx:MS Word 2007 XML"],
  ["docx", "odt:writer8"],
] as const)(
  "a form .%s that LibreOffice opened and saved as %s says the same, its faults at the same places",
  async (format, to) => {
    const bytes = await drawTestForm(format, { terms, content, team });
    const tables = readTables(readDocument(saveAgain(bytes, format, to)));
    expect(tables.mark).toContain(readTables(readDocument(bytes)).mark);
    const before = readForm(readTables(readDocument(bytes)), terms);
    expect(before.errors).toHaveLength(1);
    expect(readForm(tables, terms)).toEqual({ ...before, content, team });
  },
);

test.runIf(program !== null)("LibreOffice reckons by how much a line of the workbook does not add up", async () => {
  const bytes = await drawTestForm("xlsx", { terms, content, team });
  const { blocks } = readDocument(saveAgain(bytes, "xlsx", "xlsx:Calc MS Excel 2007 XML"));
  const estimate = blocks.filter((block) => block.kind === "table").find(({ columns }) => columns === 10);
  const reckoned = estimate?.rows.slice(1, 4).map(({ cells }) => cells.slice(-2).map(cellText));
  expect(reckoned).toEqual([
    ["1000,00", "0,00"],
    ["1000,00", "100,00"],
    ["0,00", "0,00"],
  ]);
});
