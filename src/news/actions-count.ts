import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import { selectPlannedQuantities } from "../programme/index.ts";
import { type NewsYear, PUBLICATION_KINDS } from "./contract.ts";
import { type StoredPublication, selectPublications } from "./store.ts";

/** How many publications a year has, with the records behind the count: those that are published, by the day they came out. */
export async function countPublications(ctx: Context<Tx>, year: number) {
  const found = (await selectPublished(ctx)).filter(({ publishedOn }) => publishedOn?.startsWith(`${year}-`));
  const terms = found.map(({ id, number, title, publishedOn }) => ({ id, number, title, publishedOn }));
  return { year, count: found.length, terms };
}

async function selectPublished(ctx: Context<Tx>): Promise<readonly StoredPublication[]> {
  return (await selectPublications(ctx)).filter(({ state }) => state === "published");
}

/** Planned and published, year by year. Planned is what the activities plan to which any publication belongs. */
export async function listNewsYears(ctx: Context<Tx>): Promise<readonly NewsYear[]> {
  const all = await selectPublications(ctx);
  const published = all.filter(({ state }) => state === "published");
  const plans = new Map<number, bigint>();
  for (const activityId of new Set(all.flatMap((row) => row.activityId ?? []))) {
    for (const { year, quantity } of await selectPlannedQuantities(ctx, activityId)) {
      plans.set(year, (plans.get(year) ?? 0n) + quantity);
    }
  }
  const years = new Set([...plans.keys(), ...published.map(({ publishedOn }) => Number(publishedOn?.slice(0, 4)))]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const own = published.filter(({ publishedOn }) => publishedOn?.startsWith(`${year}-`));
      const byKind = PUBLICATION_KINDS.map((kind) => [kind, own.filter((row) => row.kind === kind).length]);
      const onOwnPages = own.filter(({ outletId }) => outletId === null).length;
      return {
        year,
        planned: plans.get(year) ?? null,
        published: own.length,
        byKind: Object.fromEntries(byKind),
        own: onOwnPages,
        inOutlets: own.length - onOwnPages,
      };
    });
}
