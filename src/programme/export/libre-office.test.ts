import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatDecimal } from "../../kernel/decimal.ts";
import { findOfficeProgram } from "../../office/converted/office-program.ts";
import { writePaper } from "../../office/docx-write/write-docx.ts";
import type { Workbook } from "../../office/workbook.ts";
import { writeWorkbook } from "../../office/xlsx-write/write-xlsx.ts";
import type { Programme } from "../contract.ts";
import { oneLine } from "../language/words.ts";
import { listFigures } from "../testing.ts";
import { layOutProgramme } from "./lay-out-programme.ts";
import { layOutWorkbook } from "./lay-out-workbook.ts";
import { SAMPLES } from "./testing-documents.ts";
import { columnName } from "./workbook-table.ts";

const program = findOfficeProgram();
const folder = mkdtempSync(join(tmpdir(), "sosedstvo-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Formulas are computed anew when a file is opened, whatever result it brings. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`;

const NAMES = ["example .docx", "clean", "09-", "10-", "16-", "18-", "22-"];
const samples = SAMPLES.filter(({ name }) => NAMES.some((wanted) => name.startsWith(wanted))).map(
  ({ name, read }, at) => {
    const programme = read();
    return { name, programme, workbook: layOutWorkbook(programme), file: `sample${at}` };
  },
);

/** The same workbook with zero for the last result of every formula: what comes back is what LibreOffice computed. */
function forgetResults(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => (cell?.formula ? { ...cell, value: 0n } : cell))),
  }));
  return { ...workbook, sheets };
}

function convertAll(ending: string, to: string): void {
  const files = samples.map(({ file }) => join(folder, `${file}.${ending}`));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const run = spawnSync(
    program ?? "",
    [profile, "--headless", "--convert-to", to, "--outdir", join(folder, "out"), ...files],
    {
      stdio: "ignore",
      timeout: 120_000,
    },
  );
  expect(run.status).toBe(0);
}

/** Results of all formulas by sheet number and cell, as the file holds them. */
function readResults(bytes: Uint8Array): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    if (!sheet) continue;
    const cells = strFromU8(part).matchAll(/<c r="([A-Z]+\d+)"[^>]*><f[^>]*>[^<]*<\/f><v>([^<]*)<\/v>/g);
    for (const [, cell, value] of cells) found.set(`${sheet}!${cell}`, value ?? "");
  }
  return found;
}

function expectedResults(workbook: Workbook): Map<string, number> {
  const cells = workbook.sheets.flatMap((sheet, number) =>
    sheet.rows.flatMap((row, at) =>
      row.flatMap((cell, column): [string, number][] =>
        cell?.formula && typeof cell.value === "bigint"
          ? [[`${number + 1}!${columnName(column)}${at + 1}`, Number(formatDecimal(cell.value))]]
          : [],
      ),
    ),
  );
  return new Map(cells);
}

function printedFigures(programme: Programme): string[] {
  return [...new Set(listFigures(programme).map(({ figure }) => oneLine(figure.printed)))].filter(Boolean);
}

describe.skipIf(program === null)("written files in LibreOffice (where it is installed)", () => {
  beforeAll(async () => {
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), RECALCULATE);
    for (const { programme, workbook, file } of samples) {
      writeFileSync(join(folder, `${file}.docx`), await writePaper(layOutProgramme(programme)));
      writeFileSync(join(folder, `${file}.xlsx`), await writeWorkbook(forgetResults(workbook)));
    }
    convertAll("docx", "pdf");
    convertAll("docx", "txt:Text (encoded):UTF8");
    convertAll("xlsx", "xlsx");
  }, 240_000);

  it.each(samples)("prints every figure of $name", ({ programme, file }) => {
    const pages = readFileSync(join(folder, `out/${file}.pdf`), "latin1").match(/\/Type\s*\/Page(?!s)/g) ?? [];
    expect(pages.length).toBeGreaterThan(1);
    const text = oneLine(readFileSync(join(folder, `out/${file}.txt`), "utf8"));
    expect(printedFigures(programme).filter((printed) => !text.includes(printed))).toEqual([]);
  });

  it.each(samples)("computes every total of $name as we do", ({ workbook, file }) => {
    const computed = readResults(readFileSync(join(folder, `out/${file}.xlsx`)));
    const expected = expectedResults(workbook);
    expect(expected.size).toBeGreaterThan(10);
    const differing = [...expected].filter(([cell, value]) => Math.abs(Number(computed.get(cell)) - value) > 1e-6);
    expect(differing.map(([cell, value]) => [cell, value, computed.get(cell)])).toEqual([]);
    expect(computed.size).toBe(expected.size);
  });
});
