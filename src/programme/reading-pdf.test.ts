import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findOfficeProgram } from "../office/converted/office-program.ts";
import { readAnyDocument, readFileDocument } from "../office/read.ts";
import { describeFigures } from "./figures.ts";
import { readProgramme } from "./reading.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");
const EXAMPLE = join(EXAMPLES, "ordynsky-2024-2026/ordynsky-2024-2026");
const LAYOUTS = join(EXAMPLES, "layouts");

/**
 * Layouts whose print does not read to their figures: workbooks and a web page, printed over sheets without heads or with
 * numbers broken over lines, and a unit of two words of which the first fills its column to the edge.
 */
const NOT_FROM_PRINT = [
  "05-word-html-lines",
  "06-side-by-side-blocks",
  "21-mistakes-between-parts",
  "22-workbook-in-roubles",
];

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function readPrint(path: string) {
  return readProgramme(await readAnyDocument(readFileSync(path)));
}

test("the example printed as PDF reads to its figures, and what is found in it is what was found, but for torn cells", async () => {
  const { programme, findings } = await readPrint(`${EXAMPLE}.pdf`);
  expect(plain(describeFigures(programme))).toEqual(JSON.parse(readFileSync(`${EXAMPLE}.figures.json`, "utf8")));
  const word = readProgramme(readFileDocument(`${EXAMPLE}.docx`)).findings.map(({ code }) => code);
  const sums = (codes: readonly string[]) =>
    codes.filter((code) => /^(sum|rollup|quantity|passport|summary|meaningless|cofinancing|weights)/.test(code));
  expect(sums(findings.map(({ code }) => code))).toEqual(sums(word));
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

const office = findOfficeProgram();
const folder = mkdtempSync(join(tmpdir(), "sosedstvo-print-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(office === null)("layouts printed by LibreOffice (left out where it is not installed)", () => {
  const names = readdirSync(LAYOUTS)
    .filter((name) => /^\d/.test(name))
    .filter((name) => documentOf(name) !== null && !NOT_FROM_PRINT.includes(name));

  beforeAll(() => {
    const profile = pathToFileURL(join(folder, "profile")).href;
    for (const name of names) {
      const args = [
        `-env:UserInstallation=${profile}`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        join(folder, name),
      ];
      spawnSync(office ?? "", [...args, join(LAYOUTS, name, documentOf(name) ?? "")], {
        stdio: "ignore",
        timeout: 120_000,
      });
    }
  }, 600_000);

  test.each(names)("%s reads to the same figures", async (name) => {
    const { programme } = await readPrint(join(folder, name, "document.pdf"));
    const source = readProgramme(readFileDocument(join(LAYOUTS, name, documentOf(name) ?? ""))).programme;
    expect(plain(describeFigures(programme))).toEqual(plain(describeFigures(source)));
  });
});

/** Texts are printed as they are drawn, with signs for lines: they are no test of tables. */
function documentOf(name: string): string | null {
  return readdirSync(join(LAYOUTS, name)).find((file) => /^document\.(docx|odt|xlsx|html)$/.test(file)) ?? null;
}
