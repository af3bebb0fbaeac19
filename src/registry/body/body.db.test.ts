import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import { openTestDistrict } from "../../desk/testing.ts";
import type { Id } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { bodies, bodySource, registry } from "../index.ts";
import type { BodyInput, SeatInput } from "./input.ts";

let database: Database;
let district: Awaited<ReturnType<typeof openTestDistrict<"coordinator" | "resident">>>;
let associationId: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  const people = { coordinator: ["coordinator"], resident: ["resident"] } as const;
  district = await openTestDistrict(database, "bodies", people);
  const settlementId = await run((ctx) => registry.addSettlement(ctx, { name: "Берёзовка", oktmo: "" }));
  associationId = await run((ctx) => registry.enterAssociation(ctx, { name: "Дружба", settlementId }));
});
afterAll(() => database.close());

const run: ReturnType<typeof district.as> = (work) => district.as(district.actors.coordinator)(work);

/** The day of the tests is 25 March 2026. */
const BODY = {
  kind: "council",
  name: "Общественный совет",
  authority: "администрация района",
  actId: "",
  actWords: "постановление от 10.01.2022 № 4",
  since: "2022-01-10",
  until: "",
  seats: "10",
  basis: "положение о совете",
};
const enter = (given: Partial<typeof BODY> = {}) => run((ctx) => bodies.enterBody(ctx, { ...BODY, ...given }));
const take = async (given: Partial<SeatInput> & Pick<SeatInput, "bodyId">): Promise<Id> => {
  const ids = await run((ctx) =>
    bodies.takeSeats(ctx, {
      seat: "1",
      holder: "association",
      associationId,
      holderName: "",
      consent: "",
      since: "2023-01-01",
      until: "",
      basis: "распоряжение № 1",
      ...given,
    }),
  );
  return ids[0] ?? "";
};
const get = (id: Id) => run((ctx) => bodies.getBody(ctx, id));

describe("a body", () => {
  test("stands with the act that set it up and its number of seats by period", async () => {
    const id = await enter();
    await run((ctx) => bodies.setBodySize(ctx, { bodyId: id, since: "2025-01-01", seats: "8", basis: "решение № 2" }));
    const body = await get(id);
    expect(body).toMatchObject({ name: "Общественный совет", seats: 8, actWords: BODY.actWords, act: null });
    expect(body.sizes.map(({ since, seats }) => [since, seats])).toEqual([
      ["2025-01-01", 8],
      ["2022-01-10", 10],
    ]);
  });

  test.each<[string, Partial<typeof BODY>, string]>([
    ["of an unknown kind", { kind: "club" }, "body-name"],
    ["without a name", { name: " " }, "body-name"],
    ["without an authority", { authority: "" }, "body-name"],
    ["without an act", { actWords: " " }, "body-act"],
    ["with an act that is not in the register", { actId: "' or 1=1", actWords: "" }, "body-act"],
    ["with a day that no month has", { since: "2022-02-30" }, "body-date"],
    ["ended before it began", { until: "2022-01-09" }, "body-date"],
    ["without seats", { seats: "0" }, "size-wrong"],
    ["with a thousand seats", { seats: "1000" }, "size-wrong"],
    ["with seats by no document", { basis: "" }, "size-wrong"],
  ])("%s is refused", async (_case, given, code) => {
    await expect(enter(given)).rejects.toMatchObject({ code });
  });

  test("is not saved over what somebody else saved, nor with seats outside its days", async () => {
    const id = await enter();
    await take({ bodyId: id });
    const change = (given: Partial<BodyInput> & { version: string; id?: string }) =>
      run((ctx) => bodies.changeBody(ctx, { ...BODY, id, ...given }));
    await change({ version: "1", name: "Совет" });
    await expect(change({ version: "1" })).rejects.toMatchObject({ code: "body-changed" });
    await expect(change({ version: "2", until: "2022-12-31" })).rejects.toMatchObject({ code: "body-date" });
    await expect(change({ version: "2", since: "2021-01-01" })).rejects.toMatchObject({ code: "body-date" });
    await expect(change({ version: "2", id: "' or 1=1" })).rejects.toMatchObject({ code: "body-unknown" });
  });

  test("has no number of seats before it was set up", async () => {
    const id = await enter();
    const set = (since: string) =>
      run((ctx) => bodies.setBodySize(ctx, { bodyId: id, since, seats: "5", basis: "№ 1" }));
    await expect(set("2022-01-09")).rejects.toMatchObject({ code: "size-before" });
    await expect(set("2022-13-01")).rejects.toMatchObject({ code: "size-wrong" });
  });

  test("is kept by the coordinator alone and read by everybody", async () => {
    const id = await enter();
    const resident = district.as(district.actors.resident);
    await expect(resident((ctx) => bodies.enterBody(ctx, BODY))).rejects.toMatchObject({ code: "not-permitted" });
    expect((await district.as(STRANGER)((ctx) => bodies.getBody(ctx, id))).seats).toBe(10);
    const other = await openTestDistrict(database, "bodies-other", { coordinator: ["coordinator"] });
    await expect(other.as()((ctx) => bodies.getBody(ctx, id))).rejects.toMatchObject({ code: "body-unknown" });
  });
});

describe("a seat", () => {
  test("is held by one at a time, also when two clerks give it at once", async () => {
    const id = await enter();
    const twice = await Promise.allSettled([take({ bodyId: id }), take({ bodyId: id, holder: "other" })]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(twice.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "seat-taken" } });
  });

  test("passes on when a term ended, and the past stays", async () => {
    const id = await enter();
    const held = await take({ bodyId: id, since: "2023-01-01", until: "2026-12-31" });
    const end = (given: { until: string; basis?: string; version?: string; id?: string }) =>
      run((ctx) => bodies.endSeat(ctx, { id: held, version: "1", basis: "заявление", ...given }));
    await expect(end({ until: "2022-12-31" })).rejects.toMatchObject({ code: "seat-term" });
    await expect(end({ until: "2027-01-01" })).rejects.toMatchObject({ code: "seat-term" });
    await expect(end({ until: "2025-05-31", basis: " " })).rejects.toMatchObject({ code: "seat-basis" });
    await expect(end({ until: "2025-05-31", id: "' or 1=1" })).rejects.toMatchObject({ code: "seat-unknown" });
    await end({ until: "2025-05-31" });
    await expect(end({ until: "2025-05-30" })).rejects.toMatchObject({ code: "body-changed" });
    await take({ bodyId: id, holder: "other", since: "2025-06-01" });
    const { holdings, heldByAssociations, heldByOthers } = await get(id);
    expect(holdings.map(({ since, until, isCurrent }) => [since, until, isCurrent])).toEqual([
      ["2025-06-01", null, true],
      ["2023-01-01", "2025-05-31", false],
    ]);
    expect([heldByAssociations, heldByOthers]).toEqual([0, 1]);
  });

  test.each<[string, Partial<SeatInput>, string]>([
    ["beyond the number", { seat: "11" }, "seat-number"],
    ["without a number", { seat: "первое" }, "seat-number"],
    ["and others at once for an association", { seat: "1–3" }, "seat-number"],
    ["and others in a span the wrong way round", { seat: "3–1", holder: "other" }, "seat-number"],
    ["before the body was set up", { since: "2022-01-09" }, "seat-term"],
    ["for a term that ends before it begins", { until: "2022-12-31" }, "seat-term"],
    ["of an unknown association", { associationId: "' or 1=1" }, "seat-holder"],
    ["of nobody", { holder: "" }, "seat-holder"],
    ["by no document", { basis: " " }, "seat-basis"],
    ["under a name without consent", { holderName: "Иванова А. А." }, "seat-consent"],
    ["under a name too long", { holderName: "я".repeat(201), consent: "№ 1" }, "seat-consent"],
  ])("%s is refused", async (_case, given, code) => {
    const bodyId = await enter();
    await expect(take({ bodyId, ...given })).rejects.toMatchObject({ code });
  });

  test("names only who consented, one person once, and nobody when the consent is withdrawn", async () => {
    const bodyId = await enter();
    const person = { holderName: "Семёнова А. А.", consent: "согласие от 10.01.2023" };
    const id = await take({ bodyId, ...person });
    const again = take({ bodyId, seat: "2", holderName: "СЕМЕНОВА А. А.", consent: "согласие" });
    await expect(again).rejects.toMatchObject({ code: "seat-holder-twice" });
    expect((await get(bodyId)).holdings[0]?.holderName).toBe("Семёнова А. А.");
    await run((ctx) => bodies.forgetHolderName(ctx, { id, version: "1" }));
    expect((await get(bodyId)).holdings[0]).toMatchObject({ holderName: null, isCurrent: true });
  });

  test("is recorded for many others at once, or for none of them where one is held", async () => {
    const bodyId = await enter();
    await take({ bodyId, seat: "4" });
    await expect(take({ bodyId, seat: "2-5", holder: "other" })).rejects.toMatchObject({ code: "seat-taken" });
    await take({ bodyId, seat: "5 – 10", holder: "other" });
    expect(await get(bodyId)).toMatchObject({ heldByAssociations: 1, heldByOthers: 6 });
  });

  test("entered by mistake counts no longer", async () => {
    const bodyId = await enter();
    const id = await take({ bodyId });
    await run((ctx) => bodies.cancelSeat(ctx, { id, version: "1", basis: "не тот совет" }));
    expect(await get(bodyId)).toMatchObject({ heldByAssociations: 0, holdings: [] });
  });

  test("whose term runs out, ran out, or that is beyond the number is a warning", async () => {
    const bodyId = await enter();
    await take({ bodyId, seat: "1", until: "2026-05-01" });
    await take({ bodyId, seat: "2", until: "2026-01-31" });
    await take({ bodyId, seat: "3", until: "2026-01-31" });
    await take({ bodyId, seat: "3", since: "2026-02-01" });
    await take({ bodyId, seat: "9" });
    await run((ctx) => bodies.setBodySize(ctx, { bodyId, since: "2026-01-01", seats: "8", basis: "№ 3" }));
    expect((await get(bodyId)).warnings).toEqual([
      { kind: "runs-out", seat: 1, until: "2026-05-01" },
      { kind: "ran-out", seat: 2, until: "2026-01-31" },
      { kind: "beyond", seat: 9, seats: 8 },
    ]);
  });
});

test("whose seats end soon or have ended is said to their chair and their settlement's officer, the first to end first", async () => {
  const own = await openTestDistrict(database, "bodies-own", { coordinator: ["coordinator"], resident: ["resident"] });
  const there = own.as(own.actors.coordinator);
  const enterIn = async (name: string) => {
    const settlementId = await there((ctx) => registry.addSettlement(ctx, { name, oktmo: "" }));
    return { settlementId, id: await there((ctx) => registry.enterAssociation(ctx, { name, settlementId })) };
  };
  const [yar, log] = [await enterIn("Яр"), await enterIn("Лог")];
  const bodyId = await there((ctx) => bodies.enterBody(ctx, BODY));
  const common = { bodyId, holder: "association", holderName: "", consent: "", since: "2023-01-01", basis: "№ 1" };
  const terms = [
    ["1", yar.id, "2026-05-01"],
    ["2", yar.id, "2026-03-01"],
    ["3", log.id, "2026-04-01"],
    ["4", yar.id, "2027-01-01"],
  ] as const;
  for (const [seat, of, until] of terms) {
    await there((ctx) => bodies.takeSeats(ctx, { ...common, seat, associationId: of, until }));
  }
  const seen = async (role: "settlement" | "chair" | "resident", subjectId: string | null) =>
    (await own.as({ ...own.actors.resident, holdings: [{ role, subjectId }] })(bodies.listOwnSeats)).map(
      ({ association, seat, kind, until }) => [association, seat, kind, until],
    );
  const mine = [
    ["Яр", 2, "ran-out", "2026-03-01"],
    ["Яр", 1, "runs-out", "2026-05-01"],
  ];
  expect(await seen("chair", yar.id)).toEqual(mine);
  expect(await seen("settlement", yar.settlementId)).toEqual(mine);
  expect(await seen("settlement", log.settlementId)).toEqual([["Лог", 3, "runs-out", "2026-04-01"]]);
  expect(await seen("resident", null)).toEqual([]);
});

test("the share of a year comes with its terms, by either rule", async () => {
  const own = await openTestDistrict(database, "bodies-share", { coordinator: ["coordinator"] });
  const there = own.as(own.actors.coordinator);
  const settlementId = await there((ctx) => registry.addSettlement(ctx, { name: "Яр", oktmo: "" }));
  const tos = await there((ctx) => registry.enterAssociation(ctx, { name: "Яр", settlementId }));
  const bodyId = await there((ctx) => bodies.enterBody(ctx, BODY));
  const seat = {
    bodyId,
    holder: "association",
    associationId: tos,
    holderName: "",
    consent: "",
    until: "",
    basis: "№ 1",
  };
  await there((ctx) => bodies.takeSeats(ctx, { ...seat, seat: "1", since: "2024-07-01" }));
  const share = (rule: "year-end" | "mean") => there((ctx) => bodies.countSeatShare(ctx, { year: 2024, rule }));
  expect(await share("year-end")).toMatchObject({ seats: 10, held: 1, percent: 10_000_000n });
  expect(await share("mean")).toMatchObject({ seats: 3660, held: 184, percent: 5_027_322n });
  expect((await there(bodies.listSeatYears)).map(({ year, planned }) => [year, planned])).toEqual([
    [2024, null],
    [2025, null],
    [2026, null],
  ]);
});

test("a person's export holds the seats under their name, and erasing takes the name off", async () => {
  const bodyId = await enter();
  await take({ bodyId, holderName: "resident", consent: "согласие" });
  const { personId } = district.actors.resident;
  const [section] = await run((ctx) => bodySource.collect(ctx, personId));
  expect(section?.rows).toMatchObject([{ body: "Общественный совет", seat: 1, consent: "согласие" }]);
  await run((ctx) => bodySource.erase(ctx, personId));
  expect((await get(bodyId)).holdings[0]).toMatchObject({ holderName: null });
});
