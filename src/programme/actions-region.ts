import { listMunicipalities } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { sumActivities } from "./consolidation.ts";
import { type DistrictEditionHead, selectDistrictEditions, selectDistrictFigures } from "./store-region.ts";
import type { DistrictProgramme, DistrictView } from "./views-region.ts";

/** More than any region has districts, each a few kilobytes. */
const KEPT_EDITIONS = 500;

type Sums = Pick<DistrictProgramme, "money" | "activities" | "indicators" | "findings">;

/**
 * Reads the districts of the context's municipality by name, each with the programme in force as it published it; none where it
 * is no region. What an edition adds up to is reckoned once: an edition never changes. Which editions may be seen is asked of
 * the database every time.
 */
export function openRegion() {
  const known = new Map<Id, Sums>();
  const findSums = async (ctx: Context<Tx>, head: DistrictEditionHead): Promise<Sums | undefined> => {
    const sums = known.get(head.editionId) ?? (await loadSums(ctx, head));
    if (!sums) return undefined;
    // A Map keeps the order of insertion: put last what was used last.
    known.delete(head.editionId);
    known.set(head.editionId, sums);
    const [oldest] = known.keys();
    if (known.size > KEPT_EDITIONS && oldest) known.delete(oldest);
    return sums;
  };
  return async (ctx: Context<Tx>): Promise<readonly DistrictView[]> => {
    const all = await listMunicipalities(ctx.tx);
    const own = all.find(({ id }) => id === ctx.municipalityId);
    if (own?.kind !== "region") return [];
    const editions = Map.groupBy(await selectDistrictEditions(ctx), ({ municipalityId }) => municipalityId);
    const districts: DistrictView[] = [];
    for (const { id, name } of all.filter(({ regionId }) => regionId === own.id).toSorted(byName)) {
      // One after the other: a programme may be large, and only its sums are kept.
      const head = chooseInForce(editions.get(id) ?? [], Number(ctx.today.slice(0, 4)));
      const sums = head && (await findSums(ctx, head));
      districts.push({ id, name, programme: head && sums ? describe(head, sums) : null });
    }
    return districts;
  };
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name.localeCompare(b.name, "ru", { numeric: true });

/** Of several programmes the newest that covers the year, else the newest of all. */
export function chooseInForce(heads: readonly DistrictEditionHead[], year: number): DistrictEditionHead | undefined {
  const newest = heads.toSorted((a, b) => Math.max(...b.years) - Math.max(...a.years) || compare(a.slug, b.slug));
  return newest.find(({ years }) => years.includes(year)) ?? newest[0];
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

async function loadSums(ctx: Context<Tx>, head: DistrictEditionHead): Promise<Sums | undefined> {
  const figures = await selectDistrictFigures(ctx, head);
  if (!figures) return undefined;
  const { activities, indicators, findings } = figures;
  const unnamed = activities.filter(({ sources }) => sources.length === 0);
  const money = { ...sumActivities(activities, head.years), unnamed: sumActivities(unnamed, head.years).cost };
  return { money, activities: activities.length, indicators, findings };
}

function describe(head: DistrictEditionHead, sums: Sums): DistrictProgramme {
  const { slug, title, years, number, approvedAt, demonstration } = head;
  return { ...{ slug, title, years, demonstration }, ...sums, edition: number, approvedAt: approvedAt.toISOString() };
}
