import { sql } from "kysely";
import { type Database, inOwnerTransaction, type Tx } from "../../src/platform/database/index.ts";

const COMMITMENTS = 100_000;
const PAYMENTS_OF_EACH = 9;
export const LEDGER_ENTRIES = COMMITMENTS * (1 + PAYMENTS_OF_EACH);
const BATCH = 10_000;

/** Everything follows from a number, so that every run has the same rows. The check of each entry is left to the recount. */
export async function seedLedger(database: Database, municipality: string): Promise<void> {
  const there = await countEntries(database);
  if (there >= LEDGER_ENTRIES) return;
  if (there > 0) throw new Error("the bench's folder was left half made: remove it");
  const own = (work: (tx: Tx) => Promise<unknown>) => inOwnerTransaction(database, work);
  await own((tx) => sql`alter table ledger_entry disable trigger ledger_entry_balances`.execute(tx));
  await own((tx) => seedLimits(tx, municipality));
  for (let from = 1; from <= COMMITMENTS; from += BATCH) {
    await own((tx) => seedCommitments(tx, municipality, from));
    await own((tx) => seedPayments(tx, municipality, from));
  }
  await own((tx) =>
    sql`update ledger_counter set last = (select count(*) from ledger_entry as entry
    where entry.number_year = ledger_counter.year)`.execute(tx),
  );
  await own((tx) =>
    sql`insert into ledger_counter (municipality_id, year, last)
    select ${municipality}, 2000, ${LEDGER_ENTRIES + 12} on conflict do nothing`.execute(tx),
  );
  await own((tx) => sql`alter table ledger_entry enable trigger ledger_entry_balances`.execute(tx));
  await database.pool.query("vacuum analyze ledger_entry, ledger_posting, ledger_balance, ledger_commitment");
}

async function countEntries({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    "select count(*)::int4 as n from ledger_entry where number_year = 2000",
  );
  return rows[0]?.n ?? 0;
}

/** Four activities, one source, three years. */
const LINES = sql.raw(`(select id as activity_id, (row_number() over (order by id) - 1)::int as place from activity
  where id in (select distinct activity_id from ledger_balance) order by id limit 4)`);
const COLUMNS =
  sql.raw(`(municipality_id, id, number, number_year, kind, date, year, activity_id, kopecks, basis_kind, basis,
  payee, commitment_id, posting_count, key, digest, at, by_name)`);
const idOf = (kind: string, row: string) => sql.raw(`md5('${kind}' || ${row})::uuid`);

async function seedLimits(tx: Tx, municipality: string): Promise<void> {
  await sql`insert into ledger_entry ${COLUMNS}
    select ${municipality}, ${idOf("limit", "place || ' ' || year")}, place * 3 + year - 2023 + ${LEDGER_ENTRIES}, 2000, 'appropriation',
      make_date(year, 1, 1), year, activity_id, 100000000000, 'budget-list', 'bench', null, null, 2,
      'limit ' || place || ' ' || year, '', now(), 'bench'
    from ${LINES} as line, generate_series(2024, 2026) as year`.execute(tx);
  await seedPostings(tx, municipality, { entries: sql`number_year = 2000`, from: "budget", to: "free" });
}

async function seedCommitments(tx: Tx, municipality: string, from: number): Promise<void> {
  await sql`insert into ledger_entry ${COLUMNS}
    select ${municipality}, ${idOf("commitment", "n")}, n, 2000, 'commitment', make_date(2024 + n % 3, 1, 1) + n % 300,
      2024 + n % 3, activity_id, 1000000, 'contract', 'договор № ' || n, 'Получатель ' || n % 500, ${idOf("commitment", "n")},
      2, 'commitment ' || n, '', now(), 'bench'
    from generate_series(${from}::int, ${from + BATCH - 1}::int) as n join ${LINES} as line on line.place = n % 4`.execute(
    tx,
  );
  const entries = sql`number_year = 2000 and kind = 'commitment' and number between ${from} and ${from + BATCH - 1}`;
  await seedPostings(tx, municipality, { entries, from: "free", to: "reserved" });
}

async function seedPayments(tx: Tx, municipality: string, from: number): Promise<void> {
  const start = COMMITMENTS + (from - 1) * PAYMENTS_OF_EACH;
  await sql`insert into ledger_entry ${COLUMNS}
    select ${municipality}, ${idOf("payment", "n || ' ' || part")}, ${COMMITMENTS} + (n - 1) * ${PAYMENTS_OF_EACH}::int + part, 2000, 'payment',
      make_date(2024 + n % 3, 1, 1) + n % 300 + part, 2024 + n % 3, activity_id, 100000, 'payment-order',
      'платёжное поручение № ' || n || '-' || part, 'Получатель ' || n % 500, ${idOf("commitment", "n")}, 2,
      'payment ' || n || ' ' || part, '', now(), 'bench'
    from generate_series(${from}::int, ${from + BATCH - 1}::int) as n cross join generate_series(1, ${PAYMENTS_OF_EACH}::int) as part
      join ${LINES} as line on line.place = n % 4`.execute(tx);
  const entries = sql`number_year = 2000 and kind = 'payment' and number between ${start + 1} and ${start + BATCH * PAYMENTS_OF_EACH}`;
  await seedPostings(tx, municipality, { entries, from: "reserved", to: "paid" });
}

interface Seeded {
  readonly entries: ReturnType<typeof sql>;
  readonly from: string;
  readonly to: string;
}

async function seedPostings(tx: Tx, municipality: string, { entries, from, to }: Seeded): Promise<void> {
  // Without it the plans of the first rows, of a table that was nearly empty, serve for all.
  await sql`analyze ledger_entry, ledger_balance, ledger_commitment`.execute(tx);
  await sql`insert into ledger_posting (municipality_id, entry_id, position, activity_id, source_id, year, account, kopecks)
    select municipality_id, id, side.position, activity_id,
      (select id from funding_source where municipality_id = ${municipality} and kind = 'settlement'), year, side.account,
      side.sign * kopecks
    from ledger_entry cross join (values (0, ${from}, -1), (1, ${to}, 1)) as side (position, account, sign)
    where municipality_id = ${municipality} and ${entries}`.execute(tx);
}
