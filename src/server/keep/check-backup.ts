import { createHash } from "node:crypto";
import { Refusal } from "../../kernel/refusal.ts";
import { type ArchiveReader, openArchive } from "../../platform/archive/read-archive.ts";
import { openCounter } from "../../platform/database/copy/index.ts";
import type { ServerRefusalCode } from "../refusals.ts";
import { hashOf } from "./kept-files.ts";
import { MANIFEST, type Manifest, manifestShape, partOf } from "./manifest.ts";

/** An archive whose manifest has been read. */
export interface OpenBackup {
  readonly archive: ArchiveReader;
  readonly manifest: Manifest;
}

/** Opens a backup. Refuses `archive-broken` for what is none, and `backup-unknown` for one of a later program. */
export async function openBackup(path: string): Promise<OpenBackup> {
  const archive = await openArchive(path);
  try {
    const given: unknown = JSON.parse(await archive.readText(MANIFEST));
    const read = manifestShape.safeParse(given);
    if (!read.success) throw new Refusal<ServerRefusalCode>("backup-unknown", { name: path });
    return { archive, manifest: read.data };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/**
 * Reads the whole archive and holds every part against the manifest. Returns the names of the parts that do not hold, nothing
 * where all do. `onProgress` is told the share of parts that were read.
 */
export async function checkBackup(
  { archive, manifest }: OpenBackup,
  onProgress?: (share: number) => void,
): Promise<readonly string[]> {
  const parts = listParts(manifest);
  const broken: string[] = [];
  for (const [place, { name, holds }] of parts.entries()) {
    if (!(await holds(archive).catch(() => false))) broken.push(name);
    onProgress?.((place + 1) / parts.length);
  }
  return broken;
}

interface Part {
  readonly name: string;
  readonly holds: (archive: ArchiveReader) => Promise<boolean>;
}

function listParts({ tables, files, notes }: Manifest): readonly Part[] {
  return [
    ...tables.map((table): Part => {
      const name = partOf.table(table.name);
      return { name, holds: async (archive) => holdsTable(table, archive) };
    }),
    ...files.map(({ hash }): Part => {
      const name = partOf.file(hash);
      return { name, holds: async (archive) => (await hashOf(await archive.open(name))) === hash };
    }),
    ...notes.map((note): Part => {
      const name = partOf.note(note.name);
      const sum = (text: string) => createHash("sha256").update(text).digest("hex");
      return { name, holds: async (archive) => sum(await archive.readText(name)) === note.sha256 };
    }),
  ];
}

async function holdsTable(table: Manifest["tables"][number], archive: ArchiveReader): Promise<boolean> {
  const { through, sum } = openCounter(table.name);
  const bytes = await archive.open(partOf.table(table.name));
  for await (const _chunk of bytes.compose(through)) {
    // Counted on the way.
  }
  const { rows, sha256 } = sum();
  return rows === table.rows && sha256 === table.sha256;
}
