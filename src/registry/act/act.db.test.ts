import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import { openTestDesk, openTestDistrict } from "../../desk/testing.ts";
import type { Id } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { openActs, registry } from "../index.ts";
import type { RelationInput } from "./actions-relation.ts";
import type { ActInput } from "./input.ts";

let database: Database;
let district: Awaited<ReturnType<typeof openTestDistrict<"coordinator" | "resident" | "auditor">>>;
let desk: ReturnType<typeof openTestDesk>;
let acts: ReturnType<typeof openActs>;
let settlementId: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  const people = { coordinator: ["coordinator"], resident: ["resident"], auditor: ["auditor"] } as const;
  district = await openTestDistrict(database, "acts", people);
  desk = openTestDesk();
  acts = openActs(desk.door);
  settlementId = await by()((ctx) => registry.addSettlement(ctx, { name: "Берёзовка", oktmo: "" }));
});
afterAll(async () => {
  desk.close();
  await database.close();
});

const by = (name: "coordinator" | "resident" | "auditor" = "coordinator") => district.as(district.actors[name]);

/** The day of the tests is 25 March 2026: the law of 2025 is in force, its deadline has not come. */
const ACT: ActInput = {
  kind: "council-decision",
  subject: "boundaries",
  state: "adopted",
  number: "45",
  date: "2016-05-20",
  issuer: "Совет депутатов района",
  title: "О порядке установления границ ТОС",
  clause: "",
  text: "",
  link: "",
  inForceFrom: "",
  inForceUntil: "",
  settlementId: "",
};
let last = 100;
const enter = (given: Partial<ActInput> = {}) => {
  last += 1;
  return by()((ctx) => acts.enterAct(ctx, { ...ACT, number: String(last), ...given }));
};
const relate = (given: Partial<RelationInput> & Pick<RelationInput, "actId" | "targetId">) =>
  by()((ctx) => acts.relateActs(ctx, { kind: "amends", holdsFrom: "", bringsUpToDate: true, note: "", ...given }));
const get = (id: Id, on?: string) => by()((ctx) => acts.getAct(ctx, id, on));
const tasksOf = async (id: Id) => {
  const { rows } = await by()((ctx) => desk.door.listAllTasks(ctx, {}));
  const { number } = await get(id);
  return rows.filter((task) => task.title.includes(`№ ${number} `));
};

describe("an act", () => {
  test("stands in the register with its particulars and comes into force on its own day where no other is given", async () => {
    const id = await enter({ title: "  О   порядке ", clause: "п. 2", link: "https://gazeta.example/45" });
    expect(await get(id)).toMatchObject({
      title: "О порядке",
      clause: "п. 2",
      link: "https://gazeta.example/45",
      inForceFrom: "2016-05-20",
      effect: { state: "in-force", since: "2016-05-20" },
      version: 1,
    });
  });

  test.each<[string, Partial<ActInput>, string]>([
    ["of an unknown kind", { kind: "ukaz" }, "act-kind"],
    ["that rules nothing from the list", { subject: "" }, "act-kind"],
    ["adopted without a number", { number: " " }, "act-requisites"],
    ["adopted without a date", { date: "" }, "act-requisites"],
    ["of a day that no month has", { date: "2016-02-30" }, "act-date-wrong"],
    ["of tomorrow", { date: "2026-03-26" }, "act-date-wrong"],
    ["without a title", { title: " " }, "act-title"],
    ["without an issuer", { issuer: "" }, "act-title"],
    ["with a title too long", { title: "я".repeat(2001) }, "act-title"],
    ["in force before its day", { inForceFrom: "2016-05-19" }, "act-term"],
    ["ended before it began", { inForceUntil: "2016-05-19" }, "act-term"],
    ["with a text too long", { text: "я".repeat(200_001) }, "act-text-long"],
    ["with a script for a link", { link: "javascript:alert(1)" }, "act-link"],
    ["with a machine of the office for a link", { link: "http://10.0.0.7/acts/45" }, "act-link"],
    ["of an unknown settlement", { settlementId: "' or 1=1" }, "settlement-unknown"],
  ])("%s is refused", async (_case, given, code) => {
    await expect(enter(given)).rejects.toMatchObject({ code });
  });

  test("of the same day, number and issuer is there once, also when two clerks enter it at once", async () => {
    const twice = [enter({ number: "7-р" }), enter({ number: "7-Р", issuer: "совет депутатов РАЙОНА" })];
    const outcomes = await Promise.allSettled(twice);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "act-known" } });
  });

  test("is not saved over what somebody else saved", async () => {
    const id = await enter();
    const save = (version: string, title: string) =>
      by()((ctx) => acts.changeAct(ctx, { ...ACT, number: "c-1", id, version, title }));
    await save("1", "Новое название");
    await expect(save("1", "Другое название")).rejects.toMatchObject({ code: "act-changed" });
    expect(await get(id)).toMatchObject({ title: "Новое название", version: 2 });
  });

  test("once adopted is no draft again; an unknown one is unknown", async () => {
    const id = await enter();
    const save = (given: Partial<ActInput> & { id: string }) =>
      by()((ctx) => acts.changeAct(ctx, { ...ACT, number: "d-1", version: "1", ...given }));
    await expect(save({ id, state: "draft" })).rejects.toMatchObject({ code: "act-adopted" });
    await expect(save({ id: "' or 1=1" })).rejects.toMatchObject({ code: "act-unknown" });
  });

  test("as a draft is for those who may see the register, without a number or a date", async () => {
    const id = await enter({ state: "draft", number: "", date: "" });
    expect((await get(id)).effect.state).toBe("draft");
    await expect(district.as(STRANGER)((ctx) => acts.getAct(ctx, id))).rejects.toMatchObject({ code: "act-unknown" });
    expect((await district.as(STRANGER)(acts.listPublicActs)).map((row) => row.id)).not.toContain(id);
    expect((await by("auditor")((ctx) => acts.listActs(ctx, { state: "draft" }))).map((row) => row.id)).toContain(id);
    await expect(by("resident")((ctx) => acts.listActs(ctx, {}))).rejects.toMatchObject({ code: "not-permitted" });
  });

  test("is entered by a settlement's officer for that settlement alone", async () => {
    const officer = { ...district.actors.resident, holdings: [{ role: "settlement", subjectId: settlementId }] };
    const own = { ...ACT, number: "s-1", settlementId };
    expect(await district.as(officer)((ctx) => acts.enterAct(ctx, own))).toMatch(/-/);
    const other = district.as(officer)((ctx) => acts.enterAct(ctx, { ...own, number: "s-2", settlementId: "" }));
    await expect(other).rejects.toMatchObject({ code: "not-permitted" });
  });

  test("of another municipality is unknown here", async () => {
    const id = await enter();
    const other = await openTestDistrict(database, "acts-other", { coordinator: ["coordinator"] });
    const look = other.as(other.actors.coordinator)((ctx) => acts.getAct(ctx, id));
    await expect(look).rejects.toMatchObject({ code: "act-unknown" });
  });

  test("is found by words in any order, with ё as е", async () => {
    const id = await enter({ number: "777", title: "О зелёных дворах ТОС" });
    const find = (text: string) => by()((ctx) => acts.listActs(ctx, { text }));
    expect((await find("дворах зеленых 777")).map((row) => row.id)).toEqual([id]);
    expect(await find("дворах нету")).toEqual([]);
  });
});

describe("an act's paper", () => {
  const pdf = Buffer.from("%PDF-1.7\nтекст");
  const attach = (id: Id, name: string, bytes: Uint8Array) =>
    by()((ctx) => acts.attachActFile(ctx, { id, name, bytes }));

  test("is known by what it holds, the newest first; of a draft it is not public", async () => {
    const id = await enter();
    await attach(id, "../../скан.exe", pdf);
    await attach(id, "решение.docx", Buffer.from("PK\u0003\u0004…"));
    const { files } = await get(id);
    expect(files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ["решение.docx", "application/zip"],
      ["скан.exe", "application/pdf"],
    ]);
    const [, first] = files;
    const found = await district.as(STRANGER)((ctx) => acts.findActFile(ctx, { actId: id, fileId: first?.id ?? "" }));
    expect(await desk.door.readFile(found.hash)).toEqual(pdf);
    const draft = await enter({ state: "draft" });
    await attach(draft, "проект.pdf", pdf);
    const [own] = (await get(draft)).files;
    const steal = (actId: Id) =>
      district.as(STRANGER)((ctx) => acts.findActFile(ctx, { actId, fileId: own?.id ?? "" }));
    await expect(steal(draft)).rejects.toMatchObject({ code: "act-unknown" });
    await expect(steal(id)).rejects.toMatchObject({ code: "act-file-unknown" });
  });

  test.each([
    ["nothing chosen", Buffer.alloc(0), "act-file-missing"],
    ["a program", Buffer.from("MZ\u0090"), "act-file-kind"],
    ["a page with scripts", Buffer.from("<html><script>"), "act-file-kind"],
    ["more than 25 MB", Buffer.alloc(25_000_001), "act-file-large"],
  ])("%s is refused", async (_case, bytes, code) => {
    const id = await enter();
    await expect(attach(id, "акт.pdf", bytes)).rejects.toMatchObject({ code });
  });
});

describe("what acts do to each other", () => {
  test("decides how each stands on a day", async () => {
    const target = await enter();
    const amending = await enter({ date: "2019-02-01", inForceFrom: "2019-03-01" });
    const replacing = await enter({ date: "2023-04-05" });
    await relate({ actId: amending, targetId: target });
    await relate({ actId: replacing, targetId: target, kind: "replaces", holdsFrom: "2023-06-01" });
    const stateOn = async (day: string) => (await get(target, day)).effect;
    expect(await stateOn("2016-05-19")).toMatchObject({ state: "not-yet" });
    expect(await stateOn("2019-02-28")).toMatchObject({ state: "in-force" });
    expect(await stateOn("2019-03-01")).toMatchObject({ state: "amended", byId: amending });
    expect(await stateOn("2023-06-01")).toMatchObject({ state: "repealed", byId: replacing });
    expect((await get(target)).undergoes.map(({ other }) => other.id)).toEqual([amending, replacing]);
    expect((await get(replacing)).acts).toMatchObject([{ kind: "replaces", other: { id: target } }]);
  });

  test("is only planned while the acting act is a draft", async () => {
    const target = await enter();
    const draft = await enter({ state: "draft", number: "", date: "" });
    await relate({ actId: draft, targetId: target, kind: "repeals", holdsFrom: "2026-01-01" });
    expect((await get(target)).effect.state).toBe("in-force");
    expect((await get(target)).undergoes).toMatchObject([{ isPlanned: true }]);
    expect((await district.as(STRANGER)((ctx) => acts.getAct(ctx, target))).undergoes).toEqual([]);
    const adopt = { ...ACT, number: "r-1", date: "2026-01-10", id: draft, version: "1" };
    const tooOld = by()((ctx) => acts.changeAct(ctx, { ...adopt, date: "2015-01-10" }));
    await expect(tooOld).rejects.toMatchObject({ code: "relation-order" });
    await by()((ctx) => acts.changeAct(ctx, adopt));
    expect((await get(target)).effect).toMatchObject({ state: "repealed", byId: draft });
  });

  test("is withdrawn with a reason, and then the act stands as before", async () => {
    const [target, actId] = [await enter(), await enter({ date: "2020-01-01" })];
    const id = await relate({ actId, targetId: target, kind: "repeals" });
    const withdraw = (given: { id: string; reason: string }) => by()((ctx) => acts.withdrawRelation(ctx, given));
    await expect(withdraw({ id, reason: " " })).rejects.toMatchObject({ code: "relation-reason" });
    await withdraw({ id, reason: "не тот акт" });
    expect((await get(target)).effect.state).toBe("in-force");
    await expect(withdraw({ id, reason: "ещё раз" })).rejects.toMatchObject({ code: "relation-unknown" });
  });

  test("is refused where it cannot be", async () => {
    const [old, recent] = [await enter(), await enter({ date: "2021-01-01" })];
    const law = await enter({ kind: "regional-law", date: "2010-01-01" });
    const draft = await enter({ state: "draft" });
    const sameDay = await enter({ date: "2021-01-01" });
    await relate({ actId: recent, targetId: sameDay });
    const cases: [Partial<RelationInput> & Pick<RelationInput, "actId" | "targetId">, string][] = [
      [{ actId: recent, targetId: old, kind: "touches" }, "relation-kind"],
      [{ actId: recent, targetId: old, holdsFrom: "2021-02-30" }, "relation-kind"],
      [{ actId: recent, targetId: recent }, "relation-self"],
      [{ actId: old, targetId: recent }, "relation-order"],
      [{ actId: recent, targetId: old, holdsFrom: "2016-05-19" }, "relation-before"],
      [{ actId: recent, targetId: law }, "relation-level"],
      [{ actId: recent, targetId: draft }, "relation-draft"],
      [{ actId: sameDay, targetId: recent }, "relation-circle"],
      [{ actId: recent, targetId: sameDay }, "relation-known"],
      [{ actId: recent, targetId: "' or 1=1" }, "act-unknown"],
    ];
    for (const [given, code] of cases) await expect(relate(given), code).rejects.toMatchObject({ code });
    expect(await relate({ actId: recent, targetId: law, kind: "based-on" })).toMatch(/-/);
  });
});

describe("the revision since the law of 2025", () => {
  test("opens a task with the law's deadline, which the new act settles", async () => {
    const old = await enter({ title: "О собраниях ТОС", subject: "meetings" });
    expect((await get(old)).revision).toMatchObject({ state: "due", dueDate: "2027-01-01" });
    expect(await tasksOf(old)).toMatchObject([{ state: "open", dueDate: "2027-01-01" }]);
    const fresh = await enter({ date: "2026-02-12", title: "О собраниях ТОС", subject: "meetings" });
    expect((await get(fresh)).revision).toBeNull();
    await relate({ actId: fresh, targetId: old, kind: "replaces" });
    expect((await get(old)).revision).toMatchObject({ state: "revised", byId: fresh, doneOn: "2026-02-12" });
    expect(await tasksOf(old)).toMatchObject([{ state: "accepted" }]);
  });

  test("is not done by a change for another reason, and waits again where the relation is withdrawn", async () => {
    const [old, fresh] = [await enter(), await enter({ date: "2026-02-12" })];
    await relate({ actId: fresh, targetId: old, kind: "amends", bringsUpToDate: false });
    expect((await get(old)).revision).toMatchObject({ state: "due" });
    const id = await relate({ actId: fresh, targetId: old, kind: "replaces" });
    expect((await get(old)).revision).toMatchObject({ state: "revised" });
    await by()((ctx) => acts.withdrawRelation(ctx, { id, reason: "ошибка" }));
    expect((await get(old)).revision).toMatchObject({ state: "due" });
  });

  test("asks nothing more of an act that was looked through", async () => {
    const actId = await enter();
    const review = (given: { date?: string; basis?: string; key?: string; actId?: string }) =>
      by()((ctx) =>
        acts.recordReview(ctx, { actId, key: "33-fz-50", date: "2026-03-01", basis: "заключение № 3", ...given }),
      );
    await expect(review({ basis: " " })).rejects.toMatchObject({ code: "review-basis" });
    await expect(review({ date: "2026-03-26" })).rejects.toMatchObject({ code: "review-basis" });
    await expect(review({ key: "131-fz" })).rejects.toMatchObject({ code: "review-not-due" });
    await expect(review({ actId: "' or 1=1" })).rejects.toMatchObject({ code: "act-unknown" });
    await review({});
    expect((await get(actId)).revision).toMatchObject({ state: "conforms", doneOn: "2026-03-01" });
    expect(await tasksOf(actId)).toMatchObject([{ state: "accepted" }]);
    await expect(review({})).rejects.toMatchObject({ code: "review-not-due" });
  });

  test("follows the rule as the municipality reads it, tasks included", async () => {
    const id = await enter({ subject: "support" });
    expect((await get(id)).revision).toBeNull();
    const [first] = await by()(acts.listRules);
    const rule = { ...first?.rule, key: "33-fz-50", version: "0", holdsUntil: "" } as const;
    const change = (given: Readonly<Record<string, unknown>>) =>
      by()((ctx) => acts.changeRule(ctx, { ...rule, ...given } as Parameters<typeof acts.changeRule>[1]));
    await expect(change({ key: "1-fz" })).rejects.toMatchObject({ code: "rule-unknown" });
    await expect(change({ subjects: [] })).rejects.toMatchObject({ code: "rule-malformed" });
    await expect(change({ dueDate: "2025-01-01" })).rejects.toMatchObject({ code: "rule-malformed" });
    await change({ subjects: ["support"], dueDate: "2026-12-31", checked: true });
    await expect(change({ subjects: ["general"] })).rejects.toMatchObject({ code: "rule-changed" });
    expect((await get(id)).revision).toMatchObject({ state: "due", dueDate: "2026-12-31" });
    expect(await tasksOf(id)).toMatchObject([{ state: "open", dueDate: "2026-12-31" }]);
    const boundaries = await enter({ subject: "boundaries" });
    expect(await tasksOf(boundaries)).toEqual([]);
    expect((await by()(acts.listRules))[0]?.rule).toMatchObject({ version: 1, checked: true });
  });
});

test("a year counts each municipal act that was brought up to date once, by the day of the act that did it", async () => {
  const own = await openTestDistrict(database, "acts-count", { coordinator: ["coordinator"] });
  const run = own.as(own.actors.coordinator);
  const add = (number: string, given: Partial<ActInput>) =>
    run((ctx) => acts.enterAct(ctx, { ...ACT, number, ...given }));
  const [a, b] = [await add("1", {}), await add("2", {})];
  const law = await add("3", { kind: "regional-law", date: "2015-01-01" });
  const first = await add("4", { date: "2024-03-01" });
  const second = await add("5", { date: "2024-12-20", inForceFrom: "2025-01-01" });
  const other = await add("6", { kind: "regional-law", date: "2024-05-01" });
  const put = (actId: Id, targetId: Id, bringsUpToDate = true) =>
    run((ctx) => acts.relateActs(ctx, { actId, targetId, kind: "amends", holdsFrom: "", bringsUpToDate, note: "" }));
  await put(first, a);
  await put(second, a);
  await put(second, b);
  await put(first, b, false);
  await put(other, law);
  const counted = await run((ctx) => acts.countActsBroughtUpToDate(ctx, 2024));
  expect(counted.terms.map(({ act, by: doing, doneOn }) => [act.number, doing.number, doneOn])).toEqual([
    ["1", "4", "2024-03-01"],
    ["2", "5", "2024-12-20"],
  ]);
  expect(counted.count).toBe(2);
  expect(await run((ctx) => acts.countActsBroughtUpToDate(ctx, 2025))).toMatchObject({ count: 0, terms: [] });
});

test("the year's plan comes from the activity that was chosen, and only one of a programme in force can be", async () => {
  const choose = (activityId: string) => by()((ctx) => acts.choosePlan(ctx, { purpose: "acts", activityId }));
  await expect(choose("' or 1=1")).rejects.toMatchObject({ code: "plan-activity" });
  expect(await by()((ctx) => acts.getPlanChoice(ctx, "acts"))).toEqual({ chosen: null, activities: [] });
});

test("what waits in one's own settlement is said to its officer, and to nobody whose right reaches no settlement", async () => {
  const own = await enter({ settlementId, subject: "support", title: "О порядке поддержки в Берёзовке" });
  await enter({ subject: "support", title: "Районный порядок" });
  const elsewhere = await by()((ctx) => registry.addSettlement(ctx, { name: "Дальнее", oktmo: "" }));
  const seen = (role: "settlement" | "chair", subjectId: Id) =>
    district.as({ ...district.actors.resident, holdings: [{ role, subjectId }] })((ctx) => acts.listOwnDue(ctx));
  const rows = await seen("settlement", settlementId);
  expect(rows.map(({ id }) => id)).toContain(own);
  expect(new Set(rows.map(({ settlement }) => settlement))).toEqual(new Set(["Берёзовка"]));
  expect(rows.every(({ revision }) => revision?.state === "due")).toBe(true);
  expect(await seen("settlement", elsewhere)).toEqual([]);
  expect(await seen("chair", settlementId)).toEqual([]);
  expect(await by()((ctx) => acts.listOwnDue(ctx))).toEqual([]);
});
