import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NO_LETTERS, openMail } from "../access/index.ts";
import { createTestMunicipality } from "../access/testing.ts";
import type { Id } from "../kernel/id.ts";
import { letters } from "../letters.ts";
import { readConfig } from "../platform/config.ts";
import { type Database, inOwnerTransaction, inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { openFiles } from "../platform/files.ts";
import { fillEmptyDatabase } from "./first-start.ts";
import { openSlices } from "./parts.ts";

/** Every table of the installation is tried, also those of slices that are yet to come: nobody has to remember it. */
const WITHOUT_TENANT = [
  "installation",
  "municipality",
  "person",
  "person_key",
  "second_factor_app",
  "second_factor_code",
  "second_factor_passkey",
  "sign_in_account",
  "sign_in_device",
  "sign_in_rate",
  "sign_in_session",
  "sign_in_verification",
  "sosedstvo_migration",
];

interface Table {
  readonly name: string;
  readonly secured: boolean;
  readonly owned: boolean;
  readonly first_key_column: string | null;
  readonly columns: readonly string[];
  readonly policies: readonly string[] | null;
}

let database: Database;
let folder: string;
let tables: readonly Table[];
let own: Id;
let other: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-tenancy-"));
  const files = openFiles(folder);
  const config = readConfig({}, { dataFolder: folder });
  const mail = openMail({ letters, hasServer: false });
  await fillEmptyDatabase({ mail, letters: NO_LETTERS, config, database, files, ...openSlices(files, config) });
  const found = await inOwnerTransaction(database, (tx) => sql<{ id: Id }>`select id from municipality`.execute(tx));
  own = found.rows[0]?.id ?? "";
  other = await createTestMunicipality(database, "iskitimsky");
  tables = (await inOwnerTransaction(database, (tx) => listTables().execute(tx))).rows;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

function listTables() {
  return sql<Table>`
    select class.relname as name, class.relrowsecurity as secured, class.relowner = 'sosedstvo_app'::regrole as owned,
      (select attribute.attname from pg_index as index join pg_attribute as attribute
        on attribute.attrelid = class.oid and attribute.attnum = index.indkey[0]
        where index.indrelid = class.oid and index.indisprimary) as first_key_column,
      (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select array_agg(coalesce(qual, '') || ' / ' || coalesce(with_check, '')) from pg_policies
        where tablename = class.relname and schemaname = 'public' and permissive = 'PERMISSIVE') as policies
    from pg_class as class where class.relkind in ('r', 'p') and class.relnamespace = 'public'::regnamespace
    order by class.relname`;
}

const tenantTables = () => tables.filter(({ columns }) => columns.includes("municipality_id"));

describe("every table of a municipality", () => {
  test("is found: what has no municipality is named here", () => {
    const without = tables.filter(({ columns }) => !columns.includes("municipality_id")).map(({ name }) => name);
    expect(without).toEqual(WITHOUT_TENANT);
    expect(tenantTables().length).toBeGreaterThan(20);
  });

  test("has the municipality first in its key", () => {
    expect(tenantTables().filter((table) => table.first_key_column !== "municipality_id")).toEqual([]);
  });

  // Restrictive policies beside it can only take rows away.
  test("is under row-level security by the municipality of the transaction, for a role that owns nothing", () => {
    const tenant = "(municipality_id = sosedstvo_municipality())";
    const open = tenantTables().filter(
      ({ secured, policies }) => !secured || policies?.length !== 1 || policies[0] !== `${tenant} / ${tenant}`,
    );
    expect(open).toEqual([]);
    expect(tables.filter(({ owned }) => owned)).toEqual([]);
  });
});

describe("from another municipality", () => {
  /** Runs a statement for every table, each in a transaction of its own, and says how it ended. */
  async function tryEach(statement: (table: Table) => ReturnType<typeof sql>): Promise<Record<string, string>> {
    const outcomes: Record<string, string> = {};
    for (const table of tenantTables()) {
      const attempt = inTenant(database, other, (tx) => statement(table).execute(tx));
      outcomes[table.name] = await attempt.then(
        ({ numAffectedRows, rows }) => `rows: ${numAffectedRows ?? rows.length}`,
        (error: Error) =>
          /permission denied|row-level security|append-only/.test(error.message) ? "refused" : error.message,
      );
    }
    return outcomes;
  }

  const filled = async () => {
    const names: string[] = [];
    for (const { name } of tenantTables()) {
      const { rows } = await inTenant(database, own, (tx) => sql`select 1 from ${sql.table(name)} limit 1`.execute(tx));
      if (rows.length > 0) names.push(name);
    }
    return names;
  };

  test("the tables that are tried hold rows", async () => {
    expect(await filled()).toEqual(expect.arrayContaining(["edition", "allocation", "audit_entry", "role_holding"]));
  });

  test("no row is read", async () => {
    const outcomes = await tryEach(
      ({ name }) => sql`select 1 from ${sql.table(name)} where municipality_id = ${own} limit 1`,
    );
    expect(new Set(Object.values(outcomes))).toEqual(new Set(["rows: 0"]));
  });

  test("no row is written", async () => {
    const outcomes = await tryEach(({ name, columns }) => {
      const values = columns.map((column) => (column === "municipality_id" ? sql`${own}::uuid` : sql`null`));
      return sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))}) values (${sql.join(values)})`;
    });
    const wrong = Object.entries(outcomes).filter(([, outcome]) => outcome !== "refused");
    expect(wrong).toEqual([]);
  });

  test("no row is changed or deleted", async () => {
    for (const statement of [
      ({ name }: Table) => sql`update ${sql.table(name)} set municipality_id = ${other} where municipality_id = ${own}`,
      ({ name }: Table) => sql`delete from ${sql.table(name)} where municipality_id = ${own}`,
    ]) {
      const outcomes = await tryEach(statement);
      const wrong = Object.entries(outcomes).filter(([, outcome]) => outcome !== "refused" && outcome !== "rows: 0");
      expect(wrong).toEqual([]);
    }
  });

  test("the municipality itself is not changed", async () => {
    const { numAffectedRows } = await inTenant(database, other, (tx) =>
      sql`update municipality set name = 'чужой' where id = ${own}`.execute(tx),
    );
    expect(numAffectedRows).toBe(0n);
  });
});
