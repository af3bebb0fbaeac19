import { Refusal } from "../../kernel/refusal.ts";
import { decodeProgramme, encodeProgramme } from "../codec.ts";
import type { Programme } from "../contract.ts";
import { programmeSchema } from "./json-schema.ts";
import type { ExportRefusalCode } from "./refusals.ts";

const FORMAT = "sosedstvo-programme";
const VERSION = 1;

/**
 * A programme as the system's own file: `{"format": "sosedstvo-programme", "version": 1, "programme": …}`, the
 * programme as in `contract.ts` with the value of each figure, kopecks or millionths, as a string of digits.
 */
export function exportJson(programme: Programme): string {
  const content: unknown = JSON.parse(encodeProgramme(programme));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, programme: content }, null, 1)}\n`;
}

/**
 * Reads what `exportJson` wrote.
 * @throws Refusal `json-newer` for a later version of the format, `json-broken` for anything else that is no such file
 */
export function importJson(text: string): Programme {
  const file = parse(text.replace(/^\uFEFF/, ""));
  const { format, version, programme } = file as Record<string, unknown>;
  if (format !== FORMAT) throw broken("format");
  if (typeof version === "number" && version > VERSION) throw new Refusal<ExportRefusalCode>("json-newer", { version });
  if (version !== VERSION) throw broken("version");
  const read = programmeSchema.safeParse(programme);
  if (!read.success) throw broken(["programme", ...(read.error.issues[0]?.path ?? [])].map(String).join("."));
  return decodeProgramme(read.data);
}

function parse(text: string): object {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file === "object" && file !== null) return file;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw broken(error.message.slice(0, 120));
  }
  throw broken("{}");
}

function broken(place: string): Refusal<ExportRefusalCode> {
  return new Refusal<ExportRefusalCode>("json-broken", { place });
}

/**
 * The programme of a file for which `isProgrammeJson` is true.
 * @throws Refusal as `importJson`
 */
export function readProgrammeJson(bytes: Uint8Array): Programme {
  return importJson(new TextDecoder().decode(bytes));
}
