import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** A file of the project: its path from the root, and its text split into lines. */
export interface SourceFile {
  readonly path: string;
  readonly lines: readonly string[];
}

/** The project's files under these folders whose names end so, in order of their paths. */
export function readSources(folders: readonly string[], ending: RegExp): SourceFile[] {
  const paths = folders.flatMap(listFiles).filter((path) => ending.test(path));
  return paths.sort().map((path) => ({ path, lines: readText(path).replace(/\n$/, "").split("\n") }));
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

export function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
