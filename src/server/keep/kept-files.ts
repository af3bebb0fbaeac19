import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

export interface KeptFile {
  readonly hash: string;
  readonly bytes: number;
}

/** The uploaded files of a data folder, in the order of their hashes; drafts that a killed process left are none. */
export async function listKeptFiles(dataFolder: string): Promise<readonly KeptFile[]> {
  const found: KeptFile[] = [];
  for (const folder of (await listNames(join(dataFolder, "files"))).sort()) {
    for (const hash of (await listNames(join(dataFolder, "files", folder))).sort()) {
      if (!/^[0-9a-f]{64}$/.test(hash)) continue;
      found.push({ hash, bytes: (await stat(pathOfFile(dataFolder, hash))).size });
    }
  }
  return found;
}

export function pathOfFile(dataFolder: string, hash: string): string {
  return join(dataFolder, "files", hash.slice(0, 2), hash);
}

export function openKeptFile(dataFolder: string, hash: string): Readable {
  return createReadStream(pathOfFile(dataFolder, hash));
}

/** A small file beside the database; undefined where it was never written. */
export async function readBeside(dataFolder: string, name: string): Promise<Buffer | undefined> {
  return readFile(join(dataFolder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

/** SHA-256 of a stream, in hexadecimal. */
export async function hashOf(stream: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function listNames(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
}
