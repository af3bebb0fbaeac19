import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Id } from "../../kernel/id.ts";

const line = z.object({ person: z.uuid(), municipality: z.uuid(), at: z.iso.datetime(), basis: z.string().min(1) });
export type Erasure = z.infer<typeof line>;

/**
 * The list of erasures beside the database: a backup that is older than an erasure brings the person back, and this list takes
 * them out again before anybody is served. It holds ids, no names.
 */
const pathIn = (dataFolder: string) => join(dataFolder, "erasures.jsonl");

/** Written and on the disk before the transaction that erases commits: should the commit fail, the erasure is made good at the next start. */
export async function appendErasure(dataFolder: string, erasure: Erasure): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const file = await open(pathIn(dataFolder), "a", 0o600);
  try {
    await file.appendFile(`${JSON.stringify(line.parse(erasure))}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** All erasures by person, the first of each. A line that is none is an error: nobody may be served on the strength of half a list. */
export async function loadErasures(dataFolder: string): Promise<ReadonlyMap<Id, Erasure>> {
  const erasures = (await readLines(pathIn(dataFolder))).map((text) => line.parse(JSON.parse(text)));
  return new Map(erasures.toReversed().map((erasure) => [erasure.person, erasure]));
}

async function readLines(path: string): Promise<readonly string[]> {
  try {
    return (await readFile(path, "utf8")).split("\n").filter((text) => text !== "");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
