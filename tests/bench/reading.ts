import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument } from "../../src/office/read.ts";
import { checkProgramme } from "../../src/programme/check/index.ts";
import { importProgramme } from "../../src/programme/import/index.ts";
import { generateDocx } from "./generate-docx.ts";
import { generateProgramme } from "./generate-programme.ts";
import { compareRatio, type Measured, median, timeInTurns, timeProcess } from "./measure.ts";

const root = join(import.meta.dirname, "../..");
const example = join(root, "examples/ordynsky-2024-2026/ordynsky-2024-2026.docx");

/** The command as a whole process against LibreOffice turning the same file into text. */
export function benchReading(): Measured[] {
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-bench-"));
  try {
    return [...compareSmall(folder), ...compareLarge(folder), ...checkMany()];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function check(file: string): { milliseconds: number; output: string } {
  return timeProcess(join(root, "bin/sosedstvo"), ["check", "--json", file], [0, 1]);
}

function convert(file: string, folder: string): number {
  return timeProcess("soffice", ["--headless", "--convert-to", "txt", "--outdir", folder, file]).milliseconds;
}

function compareSmall(folder: string): Measured[] {
  const outputs = new Set<string>();
  const { ours, theirs } = timeInTurns(
    7,
    () => rememberCheck(example, outputs),
    () => convert(example, folder),
  );
  const expected = JSON.parse(readFileSync(join(root, "examples/ordynsky-2024-2026/findings.json"), "utf8")) as {
    onlyIn?: string;
  }[];
  const findings = (JSON.parse([...outputs][0] ?? "{}") as { findings: unknown[] }).findings.length;
  const same = outputs.size === 1 && findings === expected.filter(({ onlyIn }) => !onlyIn).length;
  return [
    compareRatio(
      `check of the example .docx ÷ soffice (${ours.toFixed(0)} ms ÷ ${theirs.toFixed(0)} ms)`,
      ours / theirs,
      { most: 0.3 },
    ),
    { what: "its findings, the same in every run", value: String(findings), target: "those listed", met: same },
  ];
}

function rememberCheck(file: string, outputs: Set<string>): number {
  const { milliseconds, output } = check(file);
  outputs.add(output);
  return milliseconds;
}

function compareLarge(folder: string): Measured[] {
  const file = join(folder, "large.docx");
  const bytes = generateDocx({ megabytes: 4, seed: 7 });
  writeFileSync(file, bytes);
  const { ours, theirs } = timeInTurns(
    3,
    () => check(file).milliseconds,
    () => convert(file, folder),
  );
  const megabytes = (bytes.length / 1e6).toFixed(1);
  return [
    compareRatio(
      `check of a ${megabytes} MB .docx ÷ soffice (${ours.toFixed(0)} ms ÷ ${theirs.toFixed(0)} ms)`,
      ours / theirs,
      { most: 0.1 },
    ),
  ];
}

/** 2,000 activities over 6 years, read and checked in one process. */
function checkMany(): Measured[] {
  const tree = readDocument(new TextEncoder().encode(generateProgramme(2000, 6)));
  const { programme } = importProgramme(tree);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    checkProgramme({ ...programme });
    return performance.now() - start;
  });
  const milliseconds = median(times);
  return [
    {
      what: `check of ${programme.activities.length} activities × ${programme.years.length} years, ms`,
      value: milliseconds.toFixed(0),
      target: "< 1000",
      met: milliseconds < 1000,
    },
  ];
}
