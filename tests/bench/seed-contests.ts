import { sql } from "kysely";
import type { Id } from "../../src/kernel/id.ts";
import { type Database, inOwnerTransaction } from "../../src/platform/database/index.ts";

/** A decided call of each contest in every one of these years, with so many associations awarded, others from year to year. */
export interface ContestSeed {
  readonly municipality: Id;
  /** By name the activity that each carries out. */
  readonly contests: ReadonlyMap<string, Id>;
  readonly firstYear: number;
  readonly years: number;
  readonly awards: number;
}

/** Rows as the actions leave them, as far as figures and reports read them; everything follows from a number. */
export async function seedContests(database: Database, given: ContestSeed): Promise<void> {
  const { municipality, contests, firstYear, years, awards } = given;
  /** An id of the municipality's own that follows from words. */
  const idOf = (words: string) =>
    sql.raw(`overlay(overlay(md5('${municipality} ' || ${words}) placing '7' from 13) placing '8' from 17)::uuid`);
  await inOwnerTransaction(database, async (tx) => {
    for (const [name, activity] of contests) {
      await sql`insert into contest (municipality_id, id, kind, name, activity_id, recorded_at)
        values (${municipality}, ${idOf(`'${activity}'`)}, 'projects', ${name}, ${activity}, now())`.execute(tx);
      const own = `'${activity} ' || year`;
      const every = sql.raw(`generate_series(${firstYear}, ${firstYear + years - 1}) as year`);
      await sql`insert into contest_call (municipality_id, id, contest_id, year, state, opens_at, closes_at, review_until, terms,
          last_number, recorded_at)
        select ${municipality}, ${idOf(own)}, ${idOf(`'${activity}'`)}, year, 'decided', make_date(year, 2, 1), make_date(year, 3, 1),
          make_date(year, 4, 1), '{}', ${awards}, now() from ${every}`.execute(tx);
      await sql`insert into contest_sitting (municipality_id, id, call_id, number, state, held_on, agenda, decided_at, opened_at)
        select ${municipality}, ${idOf(`${own} || ' sitting'`)}, ${idOf(own)}, 1, 'decided', make_date(year, 4, 12), 'Итоги',
          make_date(year, 4, 12), make_date(year, 4, 12) from ${every}`.execute(tx);
      const application = `${own} || ' ' || place`;
      const placed = sql`${every} cross join generate_series(1, ${awards}::int) as place`;
      await sql`insert into contest_application (municipality_id, id, call_id, state, number, content, submitted_at,
          requested_kopecks, begun_at, saved_at)
        select ${municipality}, ${idOf(application)}, ${idOf(own)}, 'admitted', place, '{}', make_date(year, 2, 20), 1000000,
          make_date(year, 2, 10), make_date(year, 2, 20) from ${placed}`.execute(tx);
      await sql`insert into contest_applicant (municipality_id, application_id, call_id, association_id, kind)
        select ${municipality}, ${idOf(application)}, ${idOf(own)}, association.id, 'chair-person' from ${placed}
        join (select id, row_number() over (order by number) - 1 as at, count(*) over () as associations from association
            where municipality_id = ${municipality}) as association
          on association.at = (year * 7 + place) % association.associations`.execute(tx);
      await sql`insert into contest_award (municipality_id, sitting_id, application_id, call_id, place, outcome, kopecks)
        select ${municipality}, ${idOf(`${own} || ' sitting'`)}, ${idOf(application)}, ${idOf(own)}, place, 'awarded', 1000000
        from ${placed}`.execute(tx);
      await sql`insert into contest_award_sum (municipality_id, sitting_id, application_id, source, kopecks)
        select ${municipality}, ${idOf(`${own} || ' sitting'`)}, ${idOf(application)}, 'local', 1000000 from ${placed}`.execute(
        tx,
      );
    }
  });
}
