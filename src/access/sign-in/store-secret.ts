import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** The key that signs cookies, from the data folder; made on first start, readable by its owner only. Of two processes that start at once both get the same key. */
export async function loadSecret(dataFolder: string): Promise<string> {
  const path = join(dataFolder, "secret-key");
  const found = await readSecret(path);
  if (found) return found;
  await mkdir(dataFolder, { recursive: true });
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  const file = await open(draft, "wx", 0o600);
  await file.writeFile(randomBytes(32).toString("base64url"));
  await file.sync();
  await file.close();
  // A link fails where the name exists: the first process wins, the others read its key.
  await link(draft, path).catch(ignoreExisting);
  await rm(draft);
  return readFile(path, "utf8");
}

async function readSecret(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
