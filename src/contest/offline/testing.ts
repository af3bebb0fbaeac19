import { writePaper } from "../../office/docx-write/write-docx.ts";
import { readDocument } from "../../office/read.ts";
import { writeWorkbook } from "../../office/xlsx-write/write-xlsx.ts";
import type { Terms } from "../call/contract.ts";
import type { FormFormat } from "./contract.ts";
import type { FormFacts } from "./form.ts";
import { layOutBook } from "./lay-out-book.ts";
import { layOutForm } from "./lay-out-paper.ts";
import { FORM_VERSION, printMark } from "./layout.ts";
import { type FormTables, readTables } from "./read-tables.ts";

export interface FormFile {
  readonly bytes: Uint8Array;
  readonly tables: FormTables;
}

type Filled = FormFacts["filled"] & { readonly terms: Terms };

const MARK = { version: FORM_VERSION, callId: "00000000-0000-7000-8000-000000000000", fingerprint: "0123456789ab" };

/** A form with answers in it; by its mark it is nobody's where none is given. */
export async function drawTestForm(
  format: FormFormat,
  { terms, ...filled }: Filled,
  mark = printMark(MARK),
): Promise<Uint8Array> {
  const facts = { contest: "Конкурс", year: 2026, until: "25.03.2026 24:00", mark, terms, filled };
  return format === "xlsx" ? writeWorkbook(layOutBook(facts)) : writePaper(layOutForm(facts));
}

/** A form as somebody fills it in: the mark of the one that was downloaded, with answers. */
export async function fillForm(downloaded: Uint8Array, format: FormFormat, filled: Filled): Promise<FormFile> {
  const { mark } = readTables(readDocument(downloaded));
  const bytes = await drawTestForm(format, filled, mark);
  return { bytes, tables: readTables(readDocument(bytes)) };
}
