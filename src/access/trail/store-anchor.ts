import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Id } from "../../kernel/id.ts";
import type { Anchor } from "./store-chain.ts";

/** A line of the file: where a municipality's chain stood at a time. */
const line = z.object({
  municipality: z.uuid(),
  at: z.iso.datetime(),
  length: z.string().regex(/^\d+$/).transform(BigInt),
  hash: z.string().regex(/^([0-9a-f]{64})?$/),
});

/**
 * «Якорь»: what was seen of the chains before, kept beside the database, so that a chain cut short and mended within itself is
 * found out. The file only grows; whoever copies it elsewhere keeps a proof of their own.
 */
const pathIn = (dataFolder: string) => join(dataFolder, "trail-anchors.jsonl");

/** The last anchor of the municipality; null where none was set. A line that is no anchor is an error: somebody wrote into the file. */
export async function loadAnchor(dataFolder: string, municipalityId: Id): Promise<Anchor | null> {
  const lines = (await readLines(dataFolder)).map((text) => line.parse(JSON.parse(text)));
  const last = lines.findLast(({ municipality }) => municipality === municipalityId);
  return last ? { length: last.length, hash: last.hash } : null;
}

async function readLines(dataFolder: string): Promise<readonly string[]> {
  try {
    return (await readFile(pathIn(dataFolder), "utf8")).split("\n").filter((text) => text !== "");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Notes where the chain stands now. */
export async function setAnchor(dataFolder: string, municipalityId: Id, { length, hash }: Anchor): Promise<void> {
  const written = { municipality: municipalityId, at: new Date().toISOString(), length: String(length), hash };
  await mkdir(dataFolder, { recursive: true });
  await appendFile(pathIn(dataFolder), `${JSON.stringify(written)}\n`, { mode: 0o600 });
}
