import { Refusal } from "../kernel/refusal.ts";
import type { ReadLimits } from "../office/limits.ts";
import { readAnyDocument, readDocument, readFileBytes } from "../office/read.ts";
import type { DocumentTree } from "../office/tree.ts";
import { isAmendingAct } from "./amend/reading/recognise.ts";
import { checkProgramme } from "./check/index.ts";
import { NO_HINTS, type Reading, type ReadingHints } from "./contract.ts";
import { isProgrammeJson } from "./export/json-mark.ts";
import { importProgramme } from "./import/index.ts";
import type { ImportRefusalCode } from "./import/refusals.ts";

/** A document read and checked: the programme and everything that is wrong in it, in the order of the document. */
export function readProgramme(tree: DocumentTree, hints: ReadingHints = NO_HINTS): Reading {
  if (isAmendingAct(tree)) throw new Refusal<ImportRefusalCode>("amending-act");
  const { programme, findings, questions } = importProgramme(tree, hints);
  return { programme, findings: checkProgramme(programme, findings), questions };
}

/** The same from a document's bytes. Refuses as `readDocument` and `importProgramme`. */
export function readProgrammeBytes(
  bytes: Uint8Array,
  hints: ReadingHints = NO_HINTS,
  limits: Partial<ReadLimits> = {},
): Reading {
  return readProgramme(readDocument(bytes, limits), hints);
}

/** The same from any file's bytes, a document or a programme given out as data; what a worker calls. Only data loads what reads it. */
export async function readAnyBytes(
  bytes: Uint8Array,
  hints: ReadingHints = NO_HINTS,
  limits: Partial<ReadLimits> = {},
): Promise<Reading> {
  if (!isProgrammeJson(bytes)) return readProgramme(await readAnyDocument(bytes, limits), hints);
  const { readProgrammeJson } = await import("./export/json.ts");
  const programme = readProgrammeJson(bytes);
  return { programme, findings: checkProgramme(programme), questions: [] };
}

/** The same from a file by its name. Refuses as `readFileBytes`, too. */
export async function readProgrammeFile(path: string, limits: Partial<ReadLimits> = {}): Promise<Reading> {
  return readAnyBytes(readFileBytes(path, limits), NO_HINTS, limits);
}
