import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Id, newId } from "../../kernel/id.ts";
import { type Database, inOwnerTransaction } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../testing.ts";
import { readTrail } from "../trail/actions.ts";
import { changeLogo, changeMunicipality, recordPopulation } from "./actions.ts";
import { createMunicipality, listMunicipalities, listPopulation, loadMunicipality } from "./store.ts";

const FORM = {
  name: "Ордынский муниципальный район",
  nameGenitive: "Ордынского муниципального района",
  nameShort: "Ордынский район",
  timeZone: "Asia/Novosibirsk",
  oktmo: "50642000",
  postalAddress: "633261, р. п. Ордынское, пр. Революции, 17",
  contactEmail: "office@example.org",
  contactPhone: "",
  host: "",
};

let database: Database;
let own: Id;
const asSystem = <T>(work: Parameters<ReturnType<typeof runAs>>[0]) => runAs(database, own)(work) as Promise<T>;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function makeMunicipality(): Promise<void> {
  own = await createTestMunicipality(database, `place-${newId()}`);
}

describe("a municipality's particulars", () => {
  beforeAll(makeMunicipality);

  test("are saved whole, raise the revision, and the trail says what changed", async () => {
    const before = await runAs(database, own)(loadMunicipality);
    await runAs(database, own)((ctx) => changeMunicipality(ctx, { ...FORM, host: " TOS.Example.org " }, 1));
    const after = await runAs(database, own)(loadMunicipality);
    expect(after).toMatchObject({ ...FORM, host: "tos.example.org", version: 2, revision: before.revision + 1 });
    const { rows } = await runAs(database, own, personWith(newId(), "auditor"))((ctx) => readTrail(ctx, {}, null));
    const fields = rows[0]?.fields.map(({ name }) => name).sort();
    expect(fields).toEqual(["contactEmail", "host", "name", "nameGenitive", "nameShort", "oktmo", "postalAddress"]);
  });

  test("saved without a change leave no trace", async () => {
    await runAs(database, own)((ctx) => changeMunicipality(ctx, { ...FORM, host: "tos.example.org" }, 2));
    expect(await runAs(database, own)(loadMunicipality)).toMatchObject({ version: 2 });
  });

  test("saved from an old page are refused, and two that save at once do not overwrite each other", async () => {
    const save = (phone: string, version: number) =>
      runAs(database, own)((ctx) => changeMunicipality(ctx, { ...FORM, contactPhone: phone }, version));
    await expect(save("1", 1)).rejects.toMatchObject({ code: "municipality-changed" });
    const outcomes = await Promise.allSettled([save("1", 2), save("2", 2)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test.each([
    ["name", ""],
    ["timeZone", "Novosibirsk"],
    ["timeZone", "asia/novosibirsk"],
    ["oktmo", "1234567"],
    ["contactEmail", "office"],
    ["host", "https://example.org/"],
    ["host", "exam ple.org"],
    ["slug", "another"],
  ])("are refused where %s is «%s»", async (field, value) => {
    const change = runAs(database, own)((ctx) => changeMunicipality(ctx, { ...FORM, [field]: value }, 3));
    await expect(change).rejects.toMatchObject({ code: "municipality-field-malformed" });
  });

  test("may not take another's host", async () => {
    await inOwnerTransaction(database, (tx) =>
      createMunicipality(tx, { ...FORM, oktmo: null, slug: "taken", host: "taken.example.org", demonstration: false }),
    );
    const change = runAs(database, own)((ctx) => changeMunicipality(ctx, { ...FORM, host: "taken.example.org" }, 3));
    await expect(change).rejects.toMatchObject({ code: "host-taken" });
  });

  test.each([
    ["a stranger", STRANGER, "not-signed-in"],
    ["a juror", personWith(newId(), "juror"), "not-permitted"],
  ])("are not for %s to change", async (_who, actor, code) => {
    const run = runAs(database, own, actor);
    await expect(run((ctx) => changeMunicipality(ctx, FORM, 3))).rejects.toMatchObject({ code });
    await expect(run((ctx) => recordPopulation(ctx, {}))).rejects.toMatchObject({ code });
    await expect(run((ctx) => changeLogo(ctx, null))).rejects.toMatchObject({ code });
  });
});

describe("the population", () => {
  beforeAll(makeMunicipality);
  const record = (year: string, people: string, source: string, assumed = false) =>
    runAs(database, own)((ctx) => recordPopulation(ctx, { year, people, source, assumed }));

  test("of a year is the last one recorded, with its source, and years come newest first", async () => {
    await record("2023", "34000", "допущение", true);
    await record("2024", "33900", "Росстат");
    await record("2023", "34120", "Росстат, бюллетень");
    expect(await runAs(database, own)(listPopulation)).toEqual([
      { year: 2024, people: 33900, source: "Росстат", assumed: false },
      { year: 2023, people: 34120, source: "Росстат, бюллетень", assumed: false },
    ]);
  });

  test.each([
    ["", "34000", "Росстат"],
    ["2024", "34 тысячи", "Росстат"],
    ["2024", "0", "Росстат"],
    ["2024", "34000.5", "Росстат"],
    ["2024", "34000", "  "],
  ])("of «%s» as «%s» from «%s» is refused", async (year, people, source) => {
    await expect(record(year, people, source)).rejects.toMatchObject({ code: "population-malformed" });
  });
});

test("the mark is set and taken away, and pages are made anew", async () => {
  await makeMunicipality();
  const hash = "a".repeat(64);
  await asSystem((ctx) => changeLogo(ctx, hash));
  await asSystem((ctx) => changeLogo(ctx, hash));
  const all = await asSystem<Awaited<ReturnType<typeof listMunicipalities>>>((ctx) => listMunicipalities(ctx.tx));
  expect(all.find(({ id }) => id === own)).toMatchObject({ logoHash: hash, revision: 2 });
});
