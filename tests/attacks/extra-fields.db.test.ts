import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ROLES } from "../../src/access/roles.ts";
import { inOwnerTransaction } from "../../src/platform/database/index.ts";
import { type Installation, openInstallation } from "../installation/open.ts";
import { nextAddress, signInAs } from "../installation/people.ts";
import { makeRecords, type Records } from "../walk/records.ts";
import { WRITES } from "../walk/steps.ts";
import { make, type Step, takeFingerprint } from "../walk/walk.ts";
import { isPermitted, type Walker } from "../walk/walkers.ts";

/** Fields that no form has, sent along with each form: whoever names a column gets nothing written there. */
let site: Installation;
let records: Records;
let columns: readonly string[];

beforeAll(async () => {
  site = await openInstallation();
  records = await makeRecords(site, site.here);
  const { rows } = await inOwnerTransaction(site.database, (tx) =>
    sql<{ name: string }>`select distinct column_name as name from information_schema.columns
      where table_schema = 'public' order by 1`.execute(tx),
  );
  columns = rows.map(({ name }) => name);
}, 300_000);
afterAll(() => site.close());

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every column of every table under its own name and as the program writes it, but for what the form itself sends. */
function extraFields(own: readonly string[]): Record<string, string> {
  const values: Readonly<Record<string, string>> = {
    municipality_id: site.there.municipalityId,
    person_id: "01890000-0000-7000-8000-000000000001",
    role: "administrator",
    roles: "administrator",
    kind: "region",
    slug: "taken-over",
    demonstration: "false",
    revision: "999999",
    state: "accepted",
    holdings: '[{"role":"administrator","subjectId":null}]',
    actor: '{"kind":"system"}',
    email_verified: "true",
    second_factor_required: "false",
    __proto__: "x",
    "constructor.prototype.role": "administrator",
  };
  const names = [...new Set([...columns, ...Object.keys(values)])].flatMap((name) => [name, camel(name)]);
  const pairs = names.map((name): [string, string] => [
    name,
    values[name] ?? values[name.replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`)] ?? "7",
  ]);
  return Object.fromEntries(pairs.filter(([name]) => !own.includes(name)));
}

/** What nobody may set by a form: who holds which role, whose records these are, what kind of place it is. */
async function readFixed(without: string) {
  return inOwnerTransaction(site.database, async (tx) => {
    const held = await sql`select person_id, role, subject_id, municipality_id from role_holding
      where ended_at is null and role = 'administrator' order by person_id`.execute(tx);
    const places = await sql`select id, slug, kind, region_id, demonstration from municipality order by id`.execute(tx);
    const people =
      await sql`select id, email, email_verified from person where id::text <> ${without} order by id`.execute(tx);
    return { held: held.rows, places: places.rows, people: people.rows };
  });
}

/** Fields that belong to the call: what its row sends, and what its page's form asks for. */
const OWN = [
  "intent",
  "deed",
  "id",
  "version",
  "email",
  "role",
  "roles",
  "subject",
  "subjectId",
  "subject_id",
  "name",
  "password",
  "next",
];

test.each(WRITES.filter(([, { row }]) => !row.last && row.asks !== "everybody"))("%s", async (_name, step: Step) => {
  const own = typeof step.row.form === "object" ? Object.keys(step.row.form) : [];
  const form = typeof step.row.form === "function" ? step.row.form : () => step.row.form as object;
  for (const role of ["coordinator", "accountant", "administrator"] as const) {
    const walker = await walkerOf(role);
    if (!(await isPermitted(step.row, walker, records))) continue;
    const fixed = await readFixed(walker.personId ?? "");
    const elsewhere = { municipalityId: site.there.municipalityId, without: walker.personId ?? "" };
    const there = await takeFingerprint(site.database, elsewhere);
    const sent = { ...extraFields([...OWN, ...own]), ...(await form(records, walker)) } as Record<string, string>;
    const answer = await make(
      site,
      { ...step, row: { ...step.row, form: sent } },
      { walker, records, place: site.here },
    );
    expect(answer.status).toBeLessThan(500);
    expect(await readFixed(walker.personId ?? "")).toEqual(fixed);
    const after = await takeFingerprint(site.database, elsewhere);
    expect(pickTenant(after)).toEqual(pickTenant(there));
    return;
  }
});

/** Tables that belong to no municipality hold what this one writes too. */
function pickTenant({ person, person_key, ...rest }: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(rest).filter(([name]) => !name.startsWith("sign_in") && !name.startsWith("second_factor")),
  );
}

const made = new Map<string, Walker>();
async function walkerOf(role: (typeof ROLES)[number]): Promise<Walker> {
  const known = made.get(role);
  if (known) return { ...known, address: nextAddress() };
  const person = await signInAs(site, `Роль ${role}`, [{ role, place: site.here }]);
  const walker: Walker = { name: role, ...person, holdings: [{ role, subjectId: null }] };
  made.set(role, walker);
  return walker;
}
