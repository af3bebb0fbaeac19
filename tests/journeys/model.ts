import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepModel, startPortal } from "./portal.ts";

/** Vitest's global set-up of the journeys: one first start, whose folder each journey gets a copy of. */
export default async function makeModel(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-model-"));
  const portal = await startPortal({ kept: join(folder, "data"), isFirst: true });
  await portal.stop();
  keepModel(portal);
  return () => rmSync(folder, { recursive: true });
}
