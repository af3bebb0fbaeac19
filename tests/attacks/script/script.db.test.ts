import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROLES } from "../../../src/access/roles.ts";
import { inOwnerTransaction } from "../../../src/platform/database/index.ts";
import { type Installation, openInstallation } from "../../installation/open.ts";
import { signInAs } from "../../installation/people.ts";
import { readElements } from "../../walk/html.ts";
import { makeRecords, type Records } from "../../walk/records.ts";
import { READS } from "../../walk/steps.ts";
import { findAddress } from "../../walk/walk.ts";
import type { Walker } from "../../walk/walkers.ts";
import { Attack, MARK } from "./attack.ts";
import { findExecutable } from "./page.ts";

/**
 * Script in every text field and file of every form that a page of the table shows, by somebody with every role and by a
 * stranger; then every page, and what it links to, as both see it. Pages are taken apart as a browser does it: what counts is
 * not how the words look, but that no element, attribute or address of theirs came about.
 */
let site: Installation;
let inside: Attack;
let outside: Attack;
let pages: { readonly inside: readonly string[]; readonly outside: readonly string[] };

beforeAll(async () => {
  site = await openInstallation();
  const records = await makeRecords(site, site.here);
  const held = ROLES.map((role) => ({ role, place: site.here }));
  const everything = { name: "everything", ...(await signInAs(site, "Со всеми ролями", held)), holdings: [] };
  const stranger: Walker = { name: "stranger", personId: null, address: "203.0.113.9", cookie: "", holdings: [] };
  inside = new Attack(site, everything);
  outside = new Attack(site, stranger);
  pages = { inside: await listPages(everything, records), outside: await listPages(stranger, records) };
}, 300_000);
afterAll(() => site.close());

const listPages = (walker: Walker, records: Records) =>
  Promise.all(READS.map(([, step]) => findAddress(step, records, walker)));

test("a page is taken apart as a browser does it", () => {
  const bad = `<script>1</script><p onclick="a">b</p><a href=" java\tscript:x">c</a><svg/onload=x><base href="/">`;
  expect(findExecutable(bad, "n")).toHaveLength(5);
  const good = `<script nonce="n">1</script><p>&lt;script&gt;</p><a href="/x?javascript:">c</a><img src="data:image/webp,x">`;
  expect(findExecutable(good, "n")).toEqual([]);
  expect(findExecutable(good, undefined)).toHaveLength(1);
  expect(readElements("<b>a<i>b</i></b>").map(({ text }) => text)).toEqual(["ab", "b"]);
});

test("nothing that a form answers can run", async () => {
  for (const path of pages.inside) await inside.fillForms(path);
  for (const path of pages.outside) await outside.fillForms(path);
  expect([...inside.faults, ...outside.faults]).toEqual([]);
  const taken = new Set(inside.sent.filter(({ status }) => status < 400).map(({ form }) => form));
  expect(taken.size).toBeGreaterThan(45);
}, 900_000);

test("the words stand where they were typed, without marks that turn the direction of writing", async () => {
  const { held, turned } = await findColumns();
  expect(turned).toEqual([]);
  expect(held).toEqual(expect.arrayContaining(WORDS));
}, 60_000);

test("and nothing that a page or a file shows of them can run", async () => {
  await inside.crawl(pages.inside, OF_EACH_ROUTE);
  await outside.crawl(pages.outside, OF_EACH_ROUTE);
  expect([...inside.faults, ...outside.faults]).toEqual([]);
  expect(inside.shown.size).toBeGreaterThan(25);
  expect(outside.shown.size).toBeGreaterThan(3);
}, 900_000);

const OF_EACH_ROUTE = 4;

/** Some of where people's words are kept: if they are not there, the forms were not filled in. */
const WORDS = ["task.title", "message_version.text", "event.title", "municipality.name"];

/** Columns that hold what was typed, and those that hold turning marks. */
async function findColumns(): Promise<{ held: readonly string[]; turned: readonly string[] }> {
  return inOwnerTransaction(site.database, async (tx) => {
    const { rows } = await sql<{ table: string; name: string }>`
      select table_name as table, column_name as name from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'jsonb') order by 1, 2`.execute(tx);
    const parts = rows.map(
      ({ table, name }) => sql`select ${`${table}.${name}`}::text as column,
        count(*) filter (where ${sql.ref(name)}::text like ${`%${MARK}%`}) > 0 as held,
        count(*) filter (where ${sql.ref(name)}::text ~ ${"[\u202a-\u202e\u2066-\u2069]"}) > 0 as turned
        from ${sql.table(table)}`,
    );
    const { rows: found } = await sql<{ column: string; held: boolean; turned: boolean }>`
      ${sql.join(parts, sql` union all `)}`.execute(tx);
    const names = (which: "held" | "turned") => found.filter((one) => one[which]).map(({ column }) => column);
    return { held: names("held"), turned: names("turned") };
  });
}
