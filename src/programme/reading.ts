import { readDocument } from "../office/read.ts";
import type { DocumentTree } from "../office/tree.ts";
import { checkProgramme } from "./check/index.ts";
import { NO_HINTS, type Reading, type ReadingHints } from "./contract.ts";
import { importProgramme } from "./import/index.ts";

/** A document read and checked: the programme and everything that is wrong in it, in the order of the document. */
export function readProgramme(tree: DocumentTree, hints: ReadingHints = NO_HINTS): Reading {
  const { programme, findings, questions } = importProgramme(tree, hints);
  return { programme, findings: checkProgramme(programme, findings), questions };
}

/** The same from a file's bytes; what a worker calls. */
export function readProgrammeBytes(bytes: Uint8Array, hints: ReadingHints = NO_HINTS): Reading {
  return readProgramme(readDocument(bytes), hints);
}
