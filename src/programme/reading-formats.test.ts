import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findOfficeProgram } from "../office/converted/office-program.ts";
import { readFileDocument } from "../office/read.ts";
import { describeFigures } from "./figures.ts";
import { readProgramme } from "./reading.ts";

const NAME = "ordynsky-2024-2026";
const EXAMPLE = join(import.meta.dirname, "../../examples", NAME);
const FORMATS = ["odt", "html", "rtf", "doc"] as const;
const office = findOfficeProgram();
const folder = mkdtempSync(join(tmpdir(), "reading-formats-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The example as LibreOffice saves it in each format. */
function saveAs(format: string): void {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const filter = format === "html" ? "html:HTML (StarWriter)" : format;
  const source = join(folder, `${NAME}.docx`);
  const args = [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", filter, "--outdir", folder, source];
  spawnSync(office ?? "", args, { stdio: "ignore", timeout: 120_000 });
}

describe.skipIf(office === null)("the example in other formats (left out where LibreOffice is not installed)", () => {
  beforeAll(() => {
    copyFileSync(join(EXAMPLE, `${NAME}.docx`), join(folder, `${NAME}.docx`));
    for (const format of FORMATS) saveAs(format);
  }, 300_000);

  test.each(FORMATS)("a file saved as .%s reads to the same figures and findings", (format) => {
    const tree = readFileDocument(join(folder, `${NAME}.${format}`));
    expect(tree.format).toBe(format);
    const { programme, findings } = readProgramme(tree);
    const listed = JSON.parse(readFileSync(join(EXAMPLE, `${NAME}.figures.json`), "utf8"));
    expect(JSON.parse(JSON.stringify(describeFigures(programme)))).toEqual(listed);
    const word = readProgramme(readFileDocument(join(EXAMPLE, `${NAME}.docx`)));
    expect(findings.map((finding) => finding.code)).toEqual(word.findings.map((finding) => finding.code));
  });
});
