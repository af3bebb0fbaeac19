import { readFile } from "node:fs/promises";
import { createTestMunicipality } from "../../src/access/testing.ts";
import type { Id } from "../../src/kernel/id.ts";
import type { Database } from "../../src/platform/database/index.ts";
import { readAside } from "../../src/programme/index.ts";
import { bodies, registry } from "../../src/registry/index.ts";
import { asSystem } from "../../src/server/as-system.ts";
import { fillActs } from "../../src/server/demonstration-acts.ts";
import { fillBodies } from "../../src/server/demonstration-bodies.ts";
import { fillCofinancing } from "../../src/server/demonstration-cofinancing.ts";
import { fillMoney } from "../../src/server/demonstration-money.ts";
import { fillNews } from "../../src/server/demonstration-news.ts";
import type { Parts } from "../../src/server/parts.ts";

const EXAMPLE = new URL("../../examples/ordynsky-2024-2026/ordynsky-2024-2026.docx", import.meta.url);

interface Given {
  readonly database: Database;
  readonly slices: Pick<Parts, "programme" | "ledger" | "acts" | "news">;
  readonly slug: string;
}

/** A second district with a programme and money of its own, by the same actions as the first has them. */
export async function fillSecond({ database, slices, slug }: Given): Promise<Id> {
  const municipalityId = await createTestMunicipality(database, slug);
  const bytes = await readFile(EXAMPLE);
  const reading = await readAside(bytes);
  await asSystem(database, municipalityId, async (ctx) => {
    const { id } = await slices.programme.saveReading(ctx, { bytes, fileName: "программа.docx", reading });
    await slices.programme.approveReading(ctx, id, { version: 1, basis: "постановление № 1" });
    await fillMoney(ctx, slices.ledger);
    await fillCofinancing(ctx, slices.ledger);
    await fillActs(ctx, slices.acts);
    const settlementId = await registry.addSettlement(ctx, { name: "Линёво", oktmo: "" });
    for (const name of ["Луч", "Рассвет", "Сад", "Яр"]) await registry.enterAssociation(ctx, { name, settlementId });
    await fillNews(ctx, slices.news);
    await fillBodies(ctx, { bodies, registry, acts: slices.acts });
  });
  return municipalityId;
}
