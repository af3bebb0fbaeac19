import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Runs `work` while no other process of this machine does it for the same folder.
 * The lock is a socket name without a file: the kernel takes it back when its holder is killed, so it is never stale.
 */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const name = `\0sosedstvo-start-${createHash("sha256").update(folder).digest("hex")}`;
  let lock = await tryListen(name);
  while (!lock) {
    await pause(10);
    lock = await tryListen(name);
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}

async function tryListen(name: string): Promise<ReturnType<typeof createServer> | undefined> {
  const server = createServer().listen(name);
  try {
    await once(server, "listening");
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return undefined;
    throw error;
  }
}
