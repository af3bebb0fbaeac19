import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { SettlementVisits } from "./views.ts";

/** Visits of a year's confirmed events by the settlement of the site, from the kept totals; sites without one come last. */
export async function selectVisits(
  ctx: Context<Tx>,
  { year, until }: { readonly year: number; readonly until: string },
): Promise<readonly SettlementVisits[]> {
  const { rows } = await sql<SettlementVisits>`
    select settlement.id, settlement.name, count(distinct event.id)::int as events,
      sum(greatest(turnout.named, coalesce(turnout.counted, 0)))::int as visits
    from event join event_site as site on site.municipality_id = event.municipality_id and site.event_id = event.id
    join event_turnout as turnout on turnout.municipality_id = site.municipality_id and turnout.event_id = event.id
      and turnout.site_id = site.id
    left join settlement on settlement.municipality_id = site.municipality_id and settlement.id = site.settlement_id
    where event.municipality_id = ${ctx.municipalityId} and event.state = 'confirmed'
      and event.date between ${`${year}-01-01`} and ${`${year}-12-31`} and event.date <= ${until}
    group by settlement.id, settlement.name
    having sum(greatest(turnout.named, coalesce(turnout.counted, 0))) > 0
    order by settlement.id is null, visits desc, settlement.name collate "ru-x-icu"`.execute(ctx.tx);
  return rows;
}
