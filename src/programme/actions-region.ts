import { listMunicipalities } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import { sumActivities } from "./consolidation.ts";
import {
  type DistrictEditionHead,
  type DistrictFigures,
  selectDistrictEditions,
  selectDistrictFigures,
} from "./store-region.ts";
import type { DistrictProgramme, DistrictView } from "./views-region.ts";

/** The districts of the context's municipality by name, each with the programme in force as it published it; none where it is no region. */
export async function readRegion(ctx: Context<Tx>): Promise<readonly DistrictView[]> {
  const all = await listMunicipalities(ctx.tx);
  const own = all.find(({ id }) => id === ctx.municipalityId);
  if (own?.kind !== "region") return [];
  const editions = Map.groupBy(await selectDistrictEditions(ctx), ({ municipalityId }) => municipalityId);
  const districts: DistrictView[] = [];
  for (const { id, name } of all.filter(({ regionId }) => regionId === own.id).toSorted(byName)) {
    // One after the other: a programme may be large, and only its sums are kept.
    const head = chooseInForce(editions.get(id) ?? [], Number(ctx.today.slice(0, 4)));
    const figures = head && (await selectDistrictFigures(ctx, head));
    districts.push({ id, name, programme: head && figures ? describe(head, figures) : null });
  }
  return districts;
}

const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  a.name.localeCompare(b.name, "ru", { numeric: true });

/** Of several programmes the newest that covers the year, else the newest of all. */
export function chooseInForce(heads: readonly DistrictEditionHead[], year: number): DistrictEditionHead | undefined {
  const newest = heads.toSorted((a, b) => Math.max(...b.years) - Math.max(...a.years) || compare(a.slug, b.slug));
  return newest.find(({ years }) => years.includes(year)) ?? newest[0];
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function describe(head: DistrictEditionHead, figures: DistrictFigures): DistrictProgramme {
  const { slug, title, years, number, approvedAt, demonstration } = head;
  const { activities, indicators, findings } = figures;
  const unnamed = activities.filter(({ sources }) => sources.length === 0);
  return {
    ...{ slug, title, years, demonstration, indicators, findings },
    edition: number,
    approvedAt: approvedAt.toISOString(),
    money: { ...sumActivities(activities, years), unnamed: sumActivities(unnamed, years).cost },
    activities: activities.length,
  };
}
