import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findOfficeProgram } from "../../src/office/converted/office-program.ts";
import { timeProcess } from "../bench/measure.ts";

/** Formulas are computed anew when a file is opened, whatever result it brings. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`;
/** Every sheet into its own file: «;», quotation marks, UTF-8, figures as they are and not as they look. */
const SHEETS = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1";
const WORDS = "txt:Text (encoded):UTF8";

export const officeProgram = findOfficeProgram();

/** What LibreOffice makes of the files of a folder, computed anew: the rows of each sheet, the words of each letter. */
export function openWithOffice(folder: string, files: readonly string[]) {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user/registrymodifications.xcu"), RECALCULATE);
  const out = join(folder, "opened");
  for (const [ending, to] of [
    [".xlsx", SHEETS],
    [".docx", WORDS],
  ] as const) {
    const given = files.filter((file) => file.endsWith(ending)).map((file) => join(folder, file));
    const environment = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    timeProcess(officeProgram ?? "", [environment, "--headless", "--convert-to", to, "--outdir", out, ...given]);
  }
  const read = (name: string) => readFileSync(join(out, name), "utf8").replace(/[\u00a0\u202f]/g, " ");
  return {
    words: (name: string) => read(`${name}.txt`),
    /** Rows of all sheets of a workbook. */
    rows: (name: string) =>
      readdirSync(out)
        .filter((file) => file.startsWith(`${name}-`) && file.endsWith(".csv"))
        .flatMap((file) => readRows(read(file))),
  };
}

/** Rows of a table of text, whose cells have no «;» and no line's end within them. */
export function readRows(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/^\uFEFF/, "").replace(/[\u00a0\u202f]/g, " ");
  const lines = plain.split(/\r?\n/);
  return lines.map((line) => line.split(";").map((cell) => cell.replace(/^"|"$/g, "").trim()));
}
