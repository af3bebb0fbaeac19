import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";
import { type ReadLimits, toMegabytes } from "../limits.ts";
import { refuse } from "../refusals.ts";
import { CONVERSIONS, type ConvertedFormat } from "./formats.ts";
import { findOfficeProgram } from "./office-program.ts";
import { PROFILE_SETTINGS } from "./profile.ts";

/** A worker has twenty seconds for everything, and is not ended while it waits for another program. */
const WORKER_CONVERSION_MS = 15_000;

/** What is to be converted, by its content. */
export interface Source {
  readonly format: ConvertedFormat;
  /** A name that people know the format by. */
  readonly name: string;
}

/**
 * Turns a file into a packed document by LibreOffice, in a folder and with a profile of its own, and returns its bytes.
 * `program` is for tests.
 * @throws Refusal converter-missing, conversion-failed, document-too-slow, file-too-large
 */
export function convert(
  bytes: Uint8Array,
  source: Source,
  limits: ReadLimits,
  program: string | null = findOfficeProgram(),
): Uint8Array {
  if (program === null) throw refuse("converter-missing", { seems: source.name });
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-office-"));
  try {
    writeFileSync(join(folder, `document.${CONVERSIONS[source.format].from}`), bytes);
    writeProfile(folder);
    runOffice(program, { folder, format: source.format }, limits);
    return readResult(join(folder, "result"), source, limits);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function writeProfile(folder: string): void {
  const user = join(folder, "profile", "user");
  mkdirSync(user, { recursive: true });
  mkdirSync(join(folder, "result"));
  writeFileSync(join(user, "registrymodifications.xcu"), PROFILE_SETTINGS);
}

/** LibreOffice starts further processes: all of them are one group and end with it. */
function runOffice(program: string, task: { folder: string; format: ConvertedFormat }, limits: ReadLimits): void {
  const timeout = isMainThread ? limits.conversionMs : Math.min(limits.conversionMs, WORKER_CONVERSION_MS);
  const { folder } = task;
  const { from, filter, to } = CONVERSIONS[task.format];
  const run = spawnSync(
    program,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      "--norestore",
      "--nolockcheck",
      `--infilter=${filter}`,
      "--convert-to",
      to,
      "--outdir",
      join(folder, "result"),
      join(folder, `document.${from}`),
    ],
    // Node passes `detached` on, though it names it only for `spawn`: it makes the group.
    {
      ...{ detached: true },
      timeout,
      killSignal: "SIGKILL",
      stdio: "ignore",
      cwd: folder,
      env: findEnvironment(folder),
    },
  );
  endGroup(run.pid);
  const isLate = (run.error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT";
  if (isLate) throw refuse("document-too-slow", { seconds: Math.ceil(timeout / 1000) });
}

/** Of our own environment only what finding programs and printing letters needs. */
function findEnvironment(folder: string): NodeJS.ProcessEnv {
  const { PATH, LANG, LC_ALL } = process.env;
  return { PATH, LANG, LC_ALL, HOME: folder, TMPDIR: folder, SAL_USE_VCLPLUGIN: "svp" };
}

/** The only error is that nobody of the group is left, which is how it should be. */
function endGroup(pid: number): void {
  if (pid <= 0) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function readResult(folder: string, source: Source, limits: ReadLimits): Uint8Array {
  const [name] = readdirSync(folder);
  if (name === undefined) throw refuse("conversion-failed", { seems: source.name });
  const path = join(folder, name);
  const { size } = statSync(path);
  if (size > limits.fileBytes) throw refuse("file-too-large", { limitMegabytes: toMegabytes(limits.fileBytes) });
  return readFileSync(path);
}
