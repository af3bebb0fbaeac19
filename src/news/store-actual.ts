import { sql } from "kysely";
import { selectFormerStates } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { PublicationKind } from "./contract.ts";

/** Which publications are counted, up to which day, as known at which instant. */
export interface PublishedQuery {
  readonly year: number;
  readonly until: string;
  readonly knownAt: Date;
}

export interface PublishedRecord {
  readonly id: Id;
  readonly kind: PublicationKind;
  readonly number: number;
  readonly title: string;
  readonly date: string;
  readonly recordedAt: Date;
}

/** What came out in a year and stands published, by day. */
export async function listPublishedRecords(
  ctx: Context<Tx>,
  query: PublishedQuery,
): Promise<readonly PublishedRecord[]> {
  const { year, until, knownAt } = query;
  const former = await selectFormerStates(ctx, "publication", knownAt);
  const [changed, states] = [[...former.keys()], [...former.values()]];
  const { rows } = await sql<PublishedRecord>`
    select own.id, own.kind, own.number, own.title, own.published_on as date, own.recorded_at as "recordedAt"
    from publication as own
    left join unnest(${changed}::uuid[], ${states}::text[]) as former (id, state) on former.id = own.id
    where own.municipality_id = ${ctx.municipalityId} and coalesce(former.state, own.state) = 'published'
      and own.published_on between ${`${year}-01-01`} and ${`${year}-12-31`} and own.published_on <= ${until}
      and own.recorded_at <= ${knownAt}
    order by own.published_on, own.number`.execute(ctx.tx);
  return rows;
}
