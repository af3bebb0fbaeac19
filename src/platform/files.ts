import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Files kept once under the hash of their content. */
export interface Files {
  /** Keeps the bytes, safe on the disk when the promise resolves; the same bytes again cost nothing. Called before the row that names them: a transaction that fails then leaves a file that nobody names, never a name without a file. */
  store(bytes: Uint8Array): Promise<string>;
  /** The bytes under a hash; rejects with ENOENT where there are none. */
  read(hash: string): Promise<Uint8Array>;
  /** Removes the bytes under a hash, unless they were stored, or stored again, since `idleSince`. */
  remove(hash: string, idleSince: Date): Promise<"removed" | "in use" | "absent">;
}

/** `data/files/ab/abcdef…`: the hash is SHA-256 in hexadecimal, the folder its first two digits. */
export function openFiles(dataFolder: string): Files {
  const pathOf = (hash: string) => join(dataFolder, "files", hash.slice(0, 2), hash);
  return {
    store: async (bytes) => {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const path = pathOf(hash);
      // Stored again it counts as new: nobody removes it before its row is there.
      if (await hasFile(path, bytes.length)) await utimes(path, new Date(), new Date());
      else await writeWhole(path, bytes);
      return hash;
    },
    read: (hash) => readFile(pathOf(hash)),
    remove: async (hash, idleSince) => {
      const path = pathOf(hash);
      const found = await findFile(path);
      if (!found) return "absent";
      if (found.mtime >= idleSince) return "in use";
      await rm(path);
      return "removed";
    },
  };
}

async function hasFile(path: string, size: number): Promise<boolean> {
  return (await findFile(path))?.size === size;
}

function findFile(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

/** Under another name first: whoever finds the name finds the whole file. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
