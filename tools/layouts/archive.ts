import { strToU8, type Zippable, zipSync } from "fflate";

/** Every build of a file is the same to the byte: its entries bear one date. */
const DATE = new Date(2025, 0, 1);

export function packFiles(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    entries[name] = [typeof content === "string" ? strToU8(content) : content, { mtime: DATE, level: 9 }];
  }
  return zipSync(entries);
}

export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
