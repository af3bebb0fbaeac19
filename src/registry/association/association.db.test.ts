import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personWith, STRANGER } from "../../access/testing.ts";
import type { Actor } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { registry } from "../index.ts";
import { chairTerm, openTestRegister, type TestSaving } from "../testing.ts";

let database: Database;
let register: Awaited<ReturnType<typeof openTestRegister>>;
let id: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  register = await openTestRegister(database, "associations");
});
afterAll(() => database.close());
let made = 0;
beforeEach(async () => {
  id = await register.enter(`ТОС «Улица ${++made}»`);
});

const run: typeof register.run = (...given) => register.run(...given);
const seenOf = (section: string) => register.seenOf(id, section);
const save = (section: string, typed: Record<string, string>, given: TestSaving = {}) =>
  register.saveOf(id, { ...given, section, typed });
const read = (section: string, asked: { readonly on?: string; readonly knownAt?: Date } = {}) =>
  register.readOf(id, section, asked);
const chair = chairTerm;

describe("the record", () => {
  test("says what holds on any day, and what was known of it then", async () => {
    await save("chair", chair("Иванова А. А.", "2022-03-01", "2025-03-01"), { day: "2024-01-10" });
    await save("chair", chair("Петров П. П.", "2025-03-02", "2028-03-02"), { day: "2025-03-10" });
    const [mistake] = (await run((ctx) => registry.getHistory(ctx, id))).rows;
    const corrected = { corrects: mistake?.id ?? "", basis: "протокол № 4: другая дата", day: "2025-06-01" };
    await save("chair", chair("Петров П. П.", "2025-03-05", "2028-03-05"), corrected);
    expect(await read("chair", { on: "2024-06-01" })).toMatchObject({ chair: "Иванова А. А." });
    expect(await read("chair")).toMatchObject({ chair: "Петров П. П.", chairSince: "05.03.2025" });
    expect(await read("chair", { on: "2025-03-03" })).toMatchObject({ chair: "Иванова А. А." });
    const april = { on: "2025-03-03", knownAt: new Date("2025-04-01T00:00:00Z") };
    expect(await read("chair", april)).toMatchObject({ chair: "Петров П. П." });
    expect(await read("chair", { on: "2021-01-01" })).toEqual({});
  });

  test("tells a correction from a change, with who, when and why", async () => {
    await save("population", { people: "120", peopleDate: "2025-01-01" });
    await save("population", { people: "130", peopleDate: "2026-01-01" });
    await save("population", { people: "1300", peopleDate: "2026-01-01" });
    const { rows } = await run((ctx) => registry.getHistory(ctx, id));
    const ours = rows.filter(({ section }) => section === "population");
    expect(ours.map(({ kind, isCorrected, recordedBy }) => [kind, isCorrected, recordedBy])).toEqual([
      ["correction", false, "coordinator"],
      ["change", true, "coordinator"],
      ["first", false, "coordinator"],
    ]);
    expect(ours[0]?.fields).toEqual([{ key: "people", was: "130", became: "1300" }]);
    expect(await read("population", { on: "2025-06-01" })).toMatchObject({ people: "120" });
  });

  test("takes back what should not have been entered, and keeps it in the history", async () => {
    await save("legal", { legalEntity: "да", inn: "5451234567", ogrn: "" }, { since: "2026-01-01" });
    const seen = await seenOf("legal");
    const taking = { section: "legal", seen, corrects: seen, basis: "внесено не тому ТОС" };
    await run((ctx) => registry.withdrawEntry(ctx, id, taking));
    expect(await read("legal")).toEqual({});
    const { rows } = await run((ctx) => registry.getHistory(ctx, id));
    expect(rows[0]).toMatchObject({ kind: "taken-back", mayCorrect: false });
  });

  test("keeps what lists show up to date", async () => {
    await save("name", { name: "ТОС «Ёлочка»", fullName: "" }, { since: "2026-02-01" });
    await save("state", { state: "suspended", stateSince: "2026-03-01", stateBasis: "решение № 3" });
    const page = await run((ctx) => registry.listPublic(ctx, { text: "елочка" }), { actor: STRANGER });
    expect(page.rows).toMatchObject([{ id, name: "ТОС «Ёлочка»", state: "suspended", settlement: "Берёзовка" }]);
  });

  test("is public without what is internal, and without names of those who did not agree", async () => {
    const minutes = { chairProtocol: "№ 7", chairConsent: "" };
    await save("chair", chair("Иванова А. А.", "2022-03-01", "2025-03-01", { ...minutes, chairConsent: "2022-03-01" }));
    await save("chair", chair("Петров П. П.", "2025-03-02", "2028-03-02", minutes));
    await save("board", { members: "Сидоров С. С.; Орлова О. О.", boardSince: "2025-03-02", boardUntil: "" });
    await save("contacts", { phone: "+7 383 59 00 000", staffPhone: "8 913 000", email: "", address: "", link: "" });
    await save("visibility", { hidden: "Телефон" });
    const { number } = await run((ctx) => registry.getAssociation(ctx, id));
    const shown = await run((ctx) => registry.getPublic(ctx, String(number)), { actor: STRANGER });
    expect(shown).toMatchObject({ chair: null, formerChairs: [{ name: "Иванова А. А." }], members: 2 });
    expect(JSON.stringify(shown)).not.toMatch(/Петров|Сидоров|№ 7|8 913|\+7 383/);
  });

  test("warns in one place and only where something is wrong", async () => {
    await save("chair", chair("Петров П. П.", "2023-04-01", "2026-04-01"));
    await save("founding", {
      foundingForm: "собрание",
      foundingDate: "2020-05-01",
      foundingProtocol: "1",
      foundingEntitled: "90",
      foundingAttended: "29",
    });
    const { warnings } = await run((ctx) => registry.getCard(ctx, id));
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["chair-term-soon", "quorum-below", "charter-missing", "board-missing"]),
    );
    expect(warnings.find(({ code }) => code === "quorum-below")?.values).toMatchObject({ needed: 30 });
    const own = {
      form: "meeting",
      validFrom: "2019-01-01",
      numerator: "1",
      denominator: "4",
      law: "устав района, ст. 9",
    };
    await run((ctx) => registry.addQuorumRule(ctx, own));
    const after = await run((ctx) => registry.getCard(ctx, id));
    expect(after.warnings.map(({ code }) => code)).not.toContain("quorum-below");
  });
});

describe("who may", () => {
  const held = (role: "settlement" | "chair", subjectId: Id): Actor => ({
    ...(personWith(register.actors.resident.personId) as Actor & { kind: "person" }),
    holdings: [{ role, subjectId }],
  });
  const contacts = { phone: "22-100", email: "", address: "", link: "", staffPhone: "" };

  test("a chair changes contacts and description of their association, and nothing else", async () => {
    const actor = held("chair", id);
    await save("contacts", contacts, { actor, since: "2026-03-01" });
    await save("about", { about: "Субботники и праздники двора" }, { actor, since: "2026-03-01" });
    await expect(save("name", { name: "Чужое", fullName: "" }, { actor })).rejects.toMatchObject({
      code: "not-permitted",
    });
    const card = await run((ctx) => registry.getCard(ctx, id), { actor });
    expect(card.sections.filter(({ mayChange }) => mayChange).map(({ section }) => section)).toEqual([
      "contacts",
      "about",
    ]);
    const stranger = held("chair", newId());
    await expect(save("contacts", contacts, { actor: stranger })).rejects.toMatchObject({ code: "not-permitted" });
    await expect(run((ctx) => registry.getCard(ctx, id), { actor: stranger })).rejects.toMatchObject({
      code: "not-permitted",
    });
  });

  test("a settlement's officer changes everything there, and moves it to no other's settlement", async () => {
    const actor = held("settlement", register.settlementId);
    await save("name", { name: "ТОС «Новый»", fullName: "" }, { actor, since: "2026-01-01" });
    const moved = { settlementId: register.otherSettlementId, kind: "", territory: "" };
    await expect(save("territory", moved, { actor })).rejects.toMatchObject({ code: "not-permitted" });
    const page = await run((ctx) => registry.listRegister(ctx, {}), { actor });
    expect(page.rows.length).toBeGreaterThan(0);
    const none = await run((ctx) => registry.listRegister(ctx, {}), {
      actor: held("settlement", register.otherSettlementId),
    });
    expect(none.rows).toEqual([]);
  });

  test("an auditor sees all and changes nothing; a resident and a stranger see the public side alone", async () => {
    const { auditor, resident } = register.actors;
    expect((await run((ctx) => registry.listRegister(ctx, {}), { actor: auditor })).count).toBeGreaterThan(0);
    await expect(save("contacts", contacts, { actor: auditor })).rejects.toMatchObject({ code: "not-permitted" });
    for (const [actor, code] of [
      [resident, "not-permitted"],
      [STRANGER, "not-signed-in"],
    ] as const) {
      await expect(run((ctx) => registry.listRegister(ctx, {}), { actor })).rejects.toMatchObject({ code });
      await expect(run((ctx) => registry.getHistory(ctx, id), { actor })).rejects.toMatchObject({ code });
    }
    const rule = { form: "meeting", validFrom: "2019-01-01", numerator: 1, denominator: 4, law: "закон" };
    await expect(run((ctx) => registry.addQuorumRule(ctx, rule), { actor: auditor })).rejects.toMatchObject({
      code: "not-permitted",
    });
  });
});

describe("what is refused", () => {
  const founding = {
    foundingForm: "",
    foundingDate: "",
    foundingProtocol: "",
    foundingEntitled: "",
    foundingAttended: "",
  };
  test.each([
    ["a section that there is none", "toys", {}, "association-section"],
    ["no name", "name", { name: " ", fullName: "" }, "association-required"],
    ["a name without end", "name", { name: "я".repeat(501) }, "association-long"],
    ["the thirtieth of February", "founding", { ...founding, foundingDate: "30.02.2024" }, "association-date"],
    ["half a person", "population", { people: "12,5" }, "association-count"],
    ["a kind that is none", "territory", { settlementId: "Берёзовка", kind: "остров" }, "association-choice"],
    ["neither yes nor no", "legal", { legalEntity: "почти" }, "association-flag"],
    ["eleven digits of ИНН", "legal", { inn: "54512345678" }, "association-digits"],
    ["amendments without a day", "charter", { amendments: "постановление № 4" }, "association-acts"],
    ["hiding what there is not", "visibility", { hidden: "Тайна" }, "association-hidden"],
    ["a name of a person without end", "chair", { chair: "ы".repeat(201) }, "association-name-person"],
    ["a settlement that is none", "territory", { settlementId: "Атлантида" }, "association-settlement"],
    ["a term that ends before it begins", "chair", chair("Х", "2024-02-01", "2024-01-01"), "association-term"],
    [
      "more than all at the meeting",
      "founding",
      { ...founding, foundingEntitled: "9", foundingAttended: "10" },
      "association-attended",
    ],
    ["a day to come", "population", { people: "9", peopleDate: "2026-03-26" }, "association-future"],
    [
      "an end without a decision",
      "state",
      { state: "ended", stateSince: "2026-01-01", stateBasis: "" },
      "association-basis",
    ],
    ["nothing new", "legal", { legalEntity: "", inn: "", ogrn: "" }, "association-unchanged"],
  ])("%s", async (_case, section, typed, code) => {
    await expect(save(section, typed)).rejects.toMatchObject({ code });
  });

  test("a change from a day that is none or to come", async () => {
    const about = { about: "Хор" };
    await expect(save("about", about, { since: "когда-то" })).rejects.toMatchObject({ code: "association-since" });
    await expect(save("about", about, { since: "2026-03-26" })).rejects.toMatchObject({ code: "association-future" });
  });

  test("the later of two clerks, who is shown what the other one changed", async () => {
    const seen = await seenOf("population");
    await save("population", { people: "120", peopleDate: "2026-01-01" }, { seen });
    const late = save("population", { people: "125", peopleDate: "2026-01-01" }, { seen });
    await expect(late).rejects.toMatchObject({ code: "association-changed" });
    const meanwhile = await run((ctx) => registry.getMeanwhile(ctx, id, { section: "population", seen }));
    expect(meanwhile?.recordedBy).toBe("coordinator");
    expect(meanwhile?.fields).toContainEqual({ key: "people", was: "", became: "120" });
    const now = await seenOf("population");
    expect(await run((ctx) => registry.getMeanwhile(ctx, id, { section: "population", seen: now }))).toBeNull();
  });

  test("two savings at once: one of them", async () => {
    const seen = await seenOf("about");
    const both = ["Хор", "Субботник"].map((about) => save("about", { about }, { seen }));
    const done = await Promise.allSettled(both);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("correcting what is no entry, without a reason, or taking back the only name", async () => {
    const corrects = await seenOf("name");
    const typed = { name: "ТОС «Другой»", fullName: "" };
    await expect(save("name", typed, { corrects: newId() })).rejects.toMatchObject({
      code: "association-entry-unknown",
    });
    await expect(save("name", typed, { corrects })).rejects.toMatchObject({ code: "association-basis-missing" });
    const taking = { section: "name", seen: corrects, corrects, basis: "ошибка" };
    await expect(run((ctx) => registry.withdrawEntry(ctx, id, taking))).rejects.toMatchObject({
      code: "association-entry-needed",
    });
    await expect(run((ctx) => registry.getEntry(ctx, id, newId()))).rejects.toMatchObject({
      code: "association-entry-unknown",
    });
  });

  test("an association that there is none, by id and by number", async () => {
    await expect(run((ctx) => registry.getCard(ctx, newId()))).rejects.toMatchObject({ code: "association-unknown" });
    for (const number of ["0", "99999", "-1", "1e3"]) {
      await expect(run((ctx) => registry.getPublic(ctx, number))).rejects.toMatchObject({
        code: "association-unknown",
      });
    }
  });

  test.each([
    [{ form: "meeting", validFrom: "2019-01-01", numerator: 3, denominator: 2, law: "закон" }],
    [{ form: "meeting", validFrom: "2019-02-30", numerator: 1, denominator: 2, law: "закон" }],
    [{ form: "gathering", validFrom: "2019-01-01", numerator: 1, denominator: 2, law: "закон" }],
    [{ form: "meeting", validFrom: "2019-01-01", numerator: 1, denominator: 2, law: " " }],
  ])("a rule of quorum that is none", async (rule) => {
    await expect(run((ctx) => registry.addQuorumRule(ctx, rule))).rejects.toMatchObject({ code: "quorum-rule" });
  });
});
