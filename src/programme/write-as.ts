import { Refusal } from "../kernel/refusal.ts";
import type { Programme } from "./contract.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";

/** The forms in which a programme is given out. */
export const EXPORT_FORMATS = ["docx", "xlsx", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The form that a file's name asks for. Refuses `format-not-written` for any other ending than those of `known`. */
export function formatOf<Format extends ExportFormat>(fileName: string, known: readonly Format[]): Format {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const format = known.find((candidate) => candidate === ending);
  if (format) return format;
  const listed = known.map((candidate) => `.${candidate}`).join(", ");
  throw new Refusal<ProgrammeRefusalCode>("format-not-written", { ending: ending && `.${ending}`, known: listed });
}

/** A programme in the document's own form, as a workbook with living formulas, or as data. Each form is loaded when it is asked for. */
export async function writeProgrammeAs(format: ExportFormat, programme: Programme): Promise<Uint8Array> {
  if (format === "docx") return (await import("./write-document.ts")).writeDocument(programme);
  if (format === "xlsx") return (await import("./write-book.ts")).writeBook(programme);
  const { exportJson } = await import("./export/json.ts");
  return new TextEncoder().encode(exportJson(programme));
}
