import { sql } from "kysely";
import { checkChain } from "../../src/access/index.ts";
import type { Id } from "../../src/kernel/id.ts";
import { type Database, inOwnerTransaction, inTenant } from "../../src/platform/database/index.ts";
import { seedPeople } from "./desk.ts";

export const TRAIL_ROWS = 1_000_000;
const PEOPLE = 10_000;

/**
 * A trail of many years, made once: every row follows from its number, and the chain over them is true. Written past the
 * triggers, since a million of them would take an hour; the chain is checked afterwards as `verify` does.
 */
export async function seedTrail(database: Database, municipality: Id): Promise<void> {
  if ((await countRows(database)) >= TRAIL_ROWS) return;
  await seedPeople(database, municipality);
  await inOwnerTransaction(database, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await insertEntries(municipality).execute(tx);
    await linkEntries(municipality).execute(tx);
  });
  const report = await inTenant(database, municipality, (tx) => checkChain(tx, municipality));
  if (report.firstBroken || report.rows < TRAIL_ROWS) throw new Error(`the chain does not hold: ${report.rows} rows`);
  await database.pool.query("vacuum (analyze)");
}

async function countRows({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ n: number }>("select count(*)::int4 as n from audit_entry");
  return rows[0]?.n ?? 0;
}

/**
 * A minute apart from 2024 on; a tenth by the command and two fifths by one person, who does two kinds of things alone; refused
 * a hundred at the very beginning; a few actions often and one seldom: the filters that find little are the hard ones.
 */
function insertEntries(municipality: Id) {
  return sql`insert into audit_entry (municipality_id, id, at, actor_kind, actor_person_id, actor_name, role, action,
      subject_kind, subject_id, basis, outcome, refusal, detail, after)
    select ${municipality}, md5('entry' || n)::uuid, timestamptz '2024-01-01' + n * interval '1 minute',
      case when n % 10 = 0 then 'system' else 'person' end,
      case when n % 10 = 0 then null when n % 2 = 0 then md5('person1')::uuid
        else md5('person' || (2 + abs(hashint4(n)::bigint) % (${sql.lit(PEOPLE)} - 1)))::uuid end,
      case when n % 10 = 0 then 'команда sosedstvo' end,
      case when n % 10 <> 0 then 'coordinator' end,
      case when n % 10000 = 7 then 'programme.approve'
        when n % 2 = 0 then (array['task.work', 'message.write'])[1 + abs(hashint4(n + 1)::bigint) % 2]
        else (array['task.work', 'task.accept', 'message.write', 'programme.draft-open', 'role.give', 'consent.give'])
          [1 + abs(hashint4(n + 1)::bigint) % 6] end,
      'task', md5('task' || n % 50000)::uuid,
      case when n % 3 = 0 then 'распоряжение № ' || n end,
      case when n % 200 = 1 and n < 20000 then 'refused' else 'done' end,
      case when n % 200 = 1 and n < 20000 then 'not-permitted' end,
      jsonb_build_object('number', n, 'version', n % 7),
      case when n % 2 = 0 then jsonb_build_object('state', 'done', 'on', '2025-01-01') end
    from generate_series(1, ${sql.lit(TRAIL_ROWS)}) as n`;
}

/** As the trigger of migration 0008 does it, row by row. */
function linkEntries(municipality: Id) {
  return sql.raw(`DO $$
    DECLARE
      entry audit_entry;
      chain audit_chain;
    BEGIN
      SELECT * INTO STRICT chain FROM audit_chain WHERE municipality_id = '${municipality}';
      FOR entry IN SELECT candidate.* FROM audit_entry AS candidate
        WHERE candidate.municipality_id = '${municipality}' AND NOT EXISTS (SELECT FROM audit_link AS link
          WHERE link.municipality_id = candidate.municipality_id AND link.entry_id = candidate.id)
        ORDER BY candidate.at, candidate.id LOOP
        chain := ROW (entry.municipality_id, chain.length + 1, audit_hash(entry, chain.head));
        INSERT INTO audit_link (municipality_id, number, entry_id, hash)
          VALUES (entry.municipality_id, chain.length, entry.id, chain.head);
      END LOOP;
      UPDATE audit_chain SET length = chain.length, head = chain.head WHERE municipality_id = chain.municipality_id;
    END
    $$`);
}
