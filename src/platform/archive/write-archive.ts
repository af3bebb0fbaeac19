import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import yazl from "yazl";
import { refusePlatform } from "../refusals.ts";

/** An archive that is being written: parts are added one after another, each of any length, and none is held in memory. */
export interface ArchiveWriter {
  /** Resolves when the part's bytes have been taken. `packed` makes texts smaller; files are mostly small already. */
  add(name: string, bytes: Readable, packed: boolean): Promise<void>;
}

/** Quick rather than small: a level more halves the speed and saves a tenth. */
const LEVEL = 1;

/**
 * Writes a ZIP (with its 64-bit forms where needed) whole or not at all: beside its place, on the disk, then under its name, readable
 * by its owner only. Refuses `file-exists` rather than write over anything, and `file-not-written` where the place is none.
 */
export async function writeArchive(path: string, fill: (writer: ArchiveWriter) => Promise<void>): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  await refuseExisting(path);
  try {
    await writeZip(beside, fill);
    await syncFile(beside);
    await refuseExisting(path);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function writeZip(path: string, fill: (writer: ArchiveWriter) => Promise<void>): Promise<void> {
  const zip = new yazl.ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path, { flags: "wx", mode: 0o600 })).catch(
    explain(path),
  );
  const failed = new Promise<never>((_resolve, reject) => zip.once("error", reject));
  const add: ArchiveWriter["add"] = async (name, bytes, packed) => {
    zip.addReadStreamLazy(name, { compress: packed, compressionLevel: packed ? LEVEL : 0 }, (take) =>
      take(null, bytes),
    );
    await finished(bytes);
  };
  const filling = fill({ add }).then(() => zip.end());
  // Whichever breaks first ends all: a full disk must not leave the source waiting for ever.
  await Promise.race([Promise.all([filling, written]), failed, written.then(() => filling)]);
}

function explain(path: string) {
  return (error: NodeJS.ErrnoException): never =>
    ["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"].includes(error.code ?? "")
      ? refusePlatform("file-not-written", { name: basename(path), reason: String(error.code) })
      : raise(error);
}

function raise(error: unknown): never {
  throw error;
}

async function refuseExisting(path: string): Promise<void> {
  const found = await stat(path).catch(ignoreMissing);
  if (found) refusePlatform("file-exists", { name: path });
}

/** Where even the folder is none, writing says so. */
function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r+");
  await handle.sync();
  await handle.close();
}

/** A short text as a part. */
export const asStream = (text: string): Readable => Readable.from([Buffer.from(text)]);
