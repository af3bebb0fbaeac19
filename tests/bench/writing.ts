import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument } from "../../src/office/read.ts";
import { compareProgrammes } from "../../src/programme/compare/index.ts";
import type { Programme } from "../../src/programme/contract.ts";
import { importProgramme } from "../../src/programme/import/index.ts";
import { readProgrammeFile } from "../../src/programme/reading.ts";
import { writeProgrammeAs } from "../../src/programme/write-as.ts";
import { generateProgramme } from "./generate-programme.ts";
import { compareRatio, type Measured, median, timeProcess } from "./measure.ts";

const root = join(import.meta.dirname, "../..");
const example = join(root, "examples/ordynsky-2024-2026/ordynsky-2024-2026.docx");

/** Giving out and comparing. */
export async function benchWriting(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-bench-"));
  try {
    return [...(await compareExport(folder)), ...compareMany()];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An edition written as .docx, as a server does for each download, and by the command as a whole process, against LibreOffice turning that file into PDF. */
async function compareExport(folder: string): Promise<Measured[]> {
  const { programme } = await readProgrammeFile(example);
  const file = join(folder, "export.docx");
  const times: { ours: number; command: number; theirs: number }[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    const bytes = await writeProgrammeAs("docx", programme);
    const ours = performance.now() - start;
    writeFileSync(file, bytes);
    const theirs = timeProcess("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, file]).milliseconds;
    const command = timeProcess(join(root, "bin/sosedstvo"), ["export", example, "--to", file]).milliseconds;
    times.push({ ours, command, theirs });
  }
  const [ours, command, theirs] = [
    median(times.map((time) => time.ours)),
    median(times.map((time) => time.command)),
    median(times.map((time) => time.theirs)),
  ];
  return [
    compareRatio(
      `export of the example as .docx ÷ soffice to PDF (${ours.toFixed(0)} ms ÷ ${theirs.toFixed(0)} ms)`,
      ours / theirs,
      { most: 0.15 },
    ),
    {
      what: "the command that reads the example and exports it, whole process ÷ the same",
      value: (command / theirs).toFixed(3),
      target: "no target",
      met: true,
    },
  ];
}

/** Editions of 2,000 activities paired by their content: every tenth with other money, and another programme altogether. */
function compareMany(): Measured[] {
  const was = generateLarge(1);
  return [
    compareLarge("two editions, every tenth line changed", was, changeMoney(was)),
    compareLarge("two wholly different programmes", was, generateLarge(2)),
  ];
}

function generateLarge(seed: number): Programme {
  return importProgramme(readDocument(new TextEncoder().encode(generateProgramme(2000, 6, seed)))).programme;
}

function compareLarge(what: string, was: Programme, became: Programme): Measured {
  let changes = 0;
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    changes = compareProgrammes({ ...was }, { ...became }).length;
    return performance.now() - start;
  });
  const milliseconds = median(times);
  return {
    what: `comparison of ${what}, ${was.activities.length} activities, ${changes} changes, ms`,
    value: milliseconds.toFixed(0),
    target: "< 200",
    met: milliseconds < 200,
  };
}

function changeMoney(programme: Programme): Programme {
  const activities = programme.activities.map((activity, at) => {
    const { cost } = activity;
    const figure = cost?.values["2026"];
    if (at % 10 !== 0 || !cost || !figure) return activity;
    const value = (figure.value ?? 0n) + 100_000n;
    return { ...activity, cost: { ...cost, values: { ...cost.values, 2026: { ...figure, value } } } };
  });
  return { ...programme, activities };
}
