import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, inOwnerTransaction } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { personalSources } from "./personal.ts";

let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("every field that is declared is a column, and every column that sounds personal is declared", async () => {
  const { rows } = await inOwnerTransaction(database, (tx) =>
    sql<{ at: string }>`select table_name || '.' || column_name as at from information_schema.columns
      where table_schema = 'public'`.execute(tx),
  );
  const columns = rows.map(({ at }) => at);
  const declared = personalSources.flatMap(({ fields }) => fields.map(({ at }) => at));
  expect(declared.filter((at) => !columns.includes(at))).toEqual([]);
  const sounds =
    /^(person|sign_in_\w+|invitation)\.(name|email|image|password|\w*token|ip_address|user_agent|value|account_id)$|^person\.language$|phone|\.\w*passport|birth|\.scan_hash$/;
  const notPersonal = ["municipality.contact_phone"];
  expect(columns.filter((at) => sounds.test(at) && !declared.includes(at) && !notPersonal.includes(at))).toEqual([]);
});
