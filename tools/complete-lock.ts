/**
 * Completes package-lock.json with the optional packages of platforms that the registry in use did not offer when the lock
 * was written. npm leaves those out, and then `npm ci` refuses the lock everywhere. Version, system and processor follow
 * from the package that names them; their contents have no hash here and are checked on their own platform by npm alone.
 * Run after every `npm install`: `bin/with-node tools/complete-lock.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

export interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

interface MissingEntry {
  readonly path: string;
  readonly entry: LockEntry;
}

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const SYSTEM_ALIASES: Readonly<Record<string, string>> = { windows: "win32" };
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];

/** The optional packages that some package names with an exact version and that the lock does not hold. */
export function findMissingEntries(packages: Readonly<Record<string, LockEntry>>): MissingEntry[] {
  const missing = new Map<string, LockEntry>();
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isThere = `${parent}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
      if (!isThere) missing.set(`node_modules/${name}`, describe(name, version, dev === true));
    }
  }
  return [...missing].map(([path, entry]) => ({ path, entry }));
}

function describe(name: string, version: string, dev: boolean): LockEntry {
  const words = name.split(/[/-]/).map((word) => SYSTEM_ALIASES[word] ?? word);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  if (os.length === 0 || !/^\d/.test(version)) throw new Error(`${name}@${version} is not a platform's package`);
  return { version, ...(cpu.length > 0 && { cpu }), ...(dev && { dev }), optional: true, os };
}

function completeLock(path: string): void {
  const lock = JSON.parse(readFileSync(path, "utf8")) as { packages: Record<string, LockEntry> };
  const missing = findMissingEntries(lock.packages);
  for (const { path: place, entry } of missing) lock.packages[place] = entry;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`${missing.length} added\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) completeLock("package-lock.json");
