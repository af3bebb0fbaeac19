import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { layOut } from "./layouts/lay-out.ts";
import { readSource } from "./layouts/source.ts";

/**
 * Lays the made-up programmes of `examples/layouts` out from their `source.layout`. Run by hand after a source
 * was edited: `node tools/make-layouts.ts [part of a folder's name]`; the results are committed, so that the
 * tests read files. Needs LibreOffice for the OpenDocument ones.
 */
const FOLDER = join(import.meta.dirname, "../examples/layouts");

const wanted = process.argv[2] ?? "";
const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
for (const { name } of folders.filter((entry) => entry.name.includes(wanted))) {
  const layout = readSource(readFileSync(join(FOLDER, name, "source.layout"), "utf8"));
  const [ending] = layout.format.split(" ");
  writeFileSync(join(FOLDER, name, `document.${ending}`), await layOut(layout));
  process.stdout.write(`${name}\n`);
}
