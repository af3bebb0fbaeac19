import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeText } from "./encode.ts";
import type { Layout } from "./source.ts";
import { writeDocx } from "./write-docx.ts";
import { writeHtml } from "./write-html.ts";
import { writeText } from "./write-text.ts";
import { writeXlsx } from "./write-xlsx.ts";

type Writer = (layout: Layout) => Promise<Uint8Array> | Uint8Array;

/** The first line of a source names one of these; its first word is the ending of the file. */
const WRITERS: Readonly<Record<string, Writer>> = {
  docx: writeDocx,
  odt: async (layout) => convert(await writeDocx(layout), "docx", "odt"),
  xlsx: writeXlsx,
  ods: (layout) => convert(writeXlsx(layout), "xlsx", "ods"),
  "html windows-1251": writeHtml,
  "txt cp866 box": (layout) => encodeText(writeText(layout, "box"), "ibm866"),
  "txt windows-1251 signs": (layout) => encodeText(writeText(layout, "signs"), "windows-1251"),
  "txt box": (layout) => new TextEncoder().encode(writeText(layout, "box")),
};

/** The file that a source describes; the same to the byte each time but for OpenDocument. */
export async function layOut(layout: Layout): Promise<Uint8Array> {
  const writer = WRITERS[layout.format];
  if (!writer) throw new Error(`no format «${layout.format}»`);
  return writer(layout);
}

/** OpenDocument files are as LibreOffice saves them, and differ between its versions. */
function convert(content: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "layouts-"));
  const file = join(folder, `document.${from}`);
  writeFileSync(file, content);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", folder, file]);
  const converted = readFileSync(join(folder, `document.${to}`));
  rmSync(folder, { recursive: true });
  return converted;
}
