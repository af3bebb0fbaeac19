import { readDocument } from "../office/read.ts";
import type { DocumentTree } from "../office/tree.ts";
import { checkProgramme } from "./check/index.ts";
import type { Reading } from "./contract.ts";
import { importProgramme } from "./import/index.ts";

/** A document read and checked: the programme and everything that is wrong in it, in the order of the document. */
export function readProgramme(tree: DocumentTree): Reading {
  const { programme, findings } = importProgramme(tree);
  return { programme, findings: checkProgramme(programme, findings) };
}

/** The same from a file's bytes; what a worker calls. */
export function readProgrammeBytes(bytes: Uint8Array): Reading {
  return readProgramme(readDocument(bytes));
}
