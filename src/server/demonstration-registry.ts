import { readFile } from "node:fs/promises";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { RegistryDoor } from "../registry/index.ts";

const REGISTER = new URL("../../examples/demonstration/associations.xlsx", import.meta.url);

/** The district's settlements and, in them, invented associations: a table is taken in as a person's would be. */
export async function fillRegistry(ctx: Context<Tx>, registry: RegistryDoor): Promise<void> {
  const text = registry.writeCsv(await registry.readTable(new Uint8Array(await readFile(REGISTER))));
  await registry.acceptImport(ctx, { text, answers: { columns: {}, cells: {}, rows: {}, addSettlements: true } });
}
