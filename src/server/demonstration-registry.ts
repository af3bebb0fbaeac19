import { readFile } from "node:fs/promises";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { RegistryDoor } from "../registry/index.ts";

const REGISTER = new URL("../../examples/demonstration/associations.json", import.meta.url);

interface Register {
  readonly settlements: readonly { readonly name: string; readonly associations: readonly string[] }[];
}

/** The district's settlements and, in them, invented associations, by the same actions as a person's. */
export async function fillRegistry(ctx: Context<Tx>, registry: RegistryDoor): Promise<void> {
  const { settlements } = JSON.parse(await readFile(REGISTER, "utf8")) as Register;
  for (const { name, associations } of settlements) {
    const settlementId = await registry.addSettlement(ctx, { name, oktmo: "" });
    for (const own of associations) {
      await registry.enterAssociation(ctx, { name: `ТОС «${own}» (пример)`, settlementId });
    }
  }
}
