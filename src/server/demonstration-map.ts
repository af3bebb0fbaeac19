import { readFile } from "node:fs/promises";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { BoundaryDoor } from "../registry/index.ts";

const read = (name: string) => readFile(new URL(`../../examples/demonstration/${name}`, import.meta.url), "utf8");

/** Invented boundaries of the district, its settlements and the associations, and the reservoir, by the same actions as a person's. */
export async function fillMap(ctx: Context<Tx>, boundaries: BoundaryDoor): Promise<void> {
  const act = { actKind: "council-decision", actNumber: "17 (пример)", actDate: "2023-03-01", since: "2023-03-15" };
  await boundaries.acceptFile(ctx, await read("boundaries.geojson"), { places: null, confirmed: [], ...act });
  await boundaries.setWater(ctx, await read("water.geojson"));
}
