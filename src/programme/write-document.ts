import { writePaper } from "../office/docx-write/write-docx.ts";
import type { Programme } from "./contract.ts";
import { layOutProgramme } from "./export/lay-out-programme.ts";

/** A programme as a Word file in the document's own form. */
export function writeDocument(programme: Programme): Promise<Uint8Array> {
  return writePaper(layOutProgramme(programme));
}
