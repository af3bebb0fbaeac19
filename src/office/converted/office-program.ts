import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

const NAMES = ["soffice", "libreoffice"];
/** Where it lies when it is not on the path. */
const USUAL_FOLDERS = [
  "/usr/lib/libreoffice/program",
  "/opt/libreoffice/program",
  "/Applications/LibreOffice.app/Contents/MacOS",
];

/** The program of LibreOffice, or null where it is not installed. `path` is a list of folders like PATH. */
export function findOfficeProgram(
  path = process.env.PATH ?? "",
  usual: readonly string[] = USUAL_FOLDERS,
): string | null {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...usual];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram) ?? null;
}

/** The only news of an error is that there is no such program. */
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
