import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestMunicipality, runAs, SYSTEM } from "../access/testing.ts";
import type { Actor } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { readDocument } from "../office/read.ts";
import type { Database, Tx } from "../platform/database/index.ts";
import { openFiles } from "../platform/files.ts";
import type { Reading } from "./contract.ts";
import type { EditionApproved } from "./hooks.ts";
import { openProgramme, type ProgrammeParts } from "./index.ts";
import { readProgramme } from "./reading.ts";
import { EXAMPLE } from "./testing.ts";

export const EXAMPLE_BYTES = readFileSync(join(EXAMPLE, "ordynsky-2024-2026.docx"));
export const EXAMPLE_READING: Reading = readProgramme(readDocument(EXAMPLE_BYTES));

/** The same programme for other years, as if it were the next or the last one; figures stay. */
export function moveYears(reading: Reading, years: readonly number[]): Reading {
  return { ...reading, programme: { ...reading.programme, years } };
}

/** The slice over a database of a test, with files in a folder of its own. */
export function openTestSlice(
  database: Database,
  editionApproved: EditionApproved<Tx> = async () => {},
  more: Partial<ProgrammeParts> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-files-"));
  const door = openProgramme({ files: openFiles(folder), editionApproved, ...more });
  let copies = 0;
  return {
    door,
    folder,
    createMunicipality: (slug: string) => createTestMunicipality(database, slug),
    runAs: (municipalityId: Id, actor: Actor = SYSTEM) => runAs(database, municipalityId, actor),
    /** Each call gives a file of its own, as a person would who saved the document anew. */
    makeFile: (reading: Reading = EXAMPLE_READING) => {
      copies += 1;
      return { fileName: `${copies}.docx`, bytes: Buffer.from(`file ${copies}`), reading };
    },
    removeFiles: () => rmSync(folder, { recursive: true }),
  };
}
