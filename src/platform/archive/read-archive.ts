import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import yauzl from "yauzl";
import { refusePlatform } from "../refusals.ts";

/** An archive opened for reading. */
export interface ArchiveReader {
  /** In the order in which they were written. */
  readonly names: readonly string[];
  /** The bytes of a part; the stream fails where their check sum is not that of the archive. Refuses `archive-broken` where there is no such part. */
  open(name: string): Promise<Readable>;
  readText(name: string): Promise<string>;
  close(): void;
}

/** Opens a ZIP. Refuses `archive-broken` for a file that is none, or of which the end is missing. */
export async function openArchive(path: string): Promise<ArchiveReader> {
  const broken = (error: unknown) => refusePlatform("archive-broken", { detail: (error as Error).message });
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(broken);
  const entries = await listEntries(zip).catch((error: unknown) => {
    zip.close();
    return broken(error);
  });
  const open = async (name: string): Promise<Readable> => {
    const entry = entries.get(name);
    return entry ? zip.openReadStreamPromise(entry) : refusePlatform("archive-broken", { detail: name });
  };
  return {
    names: [...entries.keys()],
    open,
    readText: async (name) => text(await open(name)),
    close: () => zip.close(),
  };
}

async function listEntries(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}
