import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../kernel/refusal.ts";
import type { PlatformRefusalCode } from "./refusals.ts";

/**
 * Writes a file whole or not at all: beside its place first, on the disk, then under its name. What stood there stays
 * until then, whatever happens on the way.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const handle = await open(beside, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await removeLeft(beside);
    throw explain(error as NodeJS.ErrnoException, path);
  }
}

/** Where even the folder is none, nothing was left. */
async function removeLeft(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOTDIR") throw error;
  }
}

/** What the person can do something about gets a sentence; anything else is a fault. */
function explain(error: NodeJS.ErrnoException, path: string): Error {
  const known = ["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EROFS", "EISDIR", "ENOSPC", "EDQUOT", "ENAMETOOLONG"];
  if (!error.code || !known.includes(error.code)) return error;
  return new Refusal<PlatformRefusalCode>("file-not-written", { name: basename(path), reason: error.code });
}
