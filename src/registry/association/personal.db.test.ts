import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  collectPersonal,
  erasePersonal,
  giveConsent,
  giveRole,
  listCurrentTexts,
  loadMunicipality,
  publishConsentText,
  withdrawConsent,
} from "../../access/index.ts";
import { createTestPerson, personWith, STRANGER } from "../../access/testing.ts";
import type { Actor } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { registry, registrySource } from "../index.ts";
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
const save = (section: string, typed: Record<string, string>, given: TestSaving = {}) =>
  register.saveOf(id, { ...given, section, typed });
const read = (section: string, asked: { readonly on?: string; readonly knownAt?: Date } = {}) =>
  register.readOf(id, section, asked);
const chair = chairTerm;
const listChairs = async () => [{ id, name: "ТОС", open: true }];

describe("personal data", () => {
  const chairOf = async () => {
    const { people } = await run((ctx) => registry.listAccountChoices(ctx, id));
    return people[0]?.id ?? "";
  };
  const giveAccount = async () => {
    const personId = await run((ctx) => createTestPerson(ctx, "Петров П. П.", ["resident"]));
    const given = { personId, role: "chair", subjectId: id, on: "2025-03-02", basis: "протокол" };
    await run((ctx) => giveRole(ctx, given, { chair: listChairs }), { actor: register.actors.administrator });
    await run(async (ctx) => registry.joinAccount(ctx, id, { boardPersonId: await chairOf(), personId }));
    return personId;
  };
  const shown = async () => {
    const { number } = await run((ctx) => registry.getAssociation(ctx, id));
    return run((ctx) => registry.getPublic(ctx, String(number)), { actor: STRANGER });
  };

  test("the account's own consent decides who is named, and its withdrawal voids the public page", async () => {
    await save("chair", chair("Петров П. П.", "2025-03-02", "2028-03-02", { chairConsent: "2025-03-02" }));
    const personId = await giveAccount();
    const actor = { ...personWith(personId), kind: "person" as const, personId, name: "", holdings: [] };
    const text = { purpose: "publication", body: "Согласие" };
    await run((ctx) => publishConsentText(ctx, text), { actor: register.actors.administrator });
    const [current] = await run(listCurrentTexts);
    const consent = await run((ctx) => giveConsent(ctx, current?.id ?? ""), { actor });
    expect((await shown()).chair?.name).toBe("Петров П. П.");
    const before = await run(loadMunicipality);
    await run((ctx) => withdrawConsent(ctx, consent), { actor });
    expect((await shown()).chair).toBeNull();
    expect((await run(loadMunicipality)).revision).toBeGreaterThan(before.revision);
  });

  test("a person's offices are in their export, and erasing takes name and contacts away", async () => {
    await save("chair", chair("Петров П. П.", "2025-03-02", "2028-03-02", { chairConsent: "2025-03-02" }));
    await save(
      "contacts",
      { phone: "8 913 777", email: "p@example.org", address: "ул. Мира, 1" },
      { since: "2025-04-01" },
    );
    const personId = await giveAccount();
    const { administrator } = register.actors;
    const sections = await run((ctx) => collectPersonal(ctx, [registrySource], { personId, basis: "запрос" }), {
      actor: administrator,
    });
    expect(sections[0]?.rows).toMatchObject([{ office: "председатель", since: "2025-03-02", until: "2028-03-02" }]);
    await run((ctx) => erasePersonal(ctx, [registrySource], { personId, basis: "отзыв", dataFolder: "/tmp" }), {
      actor: administrator,
    });
    expect((await shown()).chair).toBeNull();
    expect(await read("contacts")).toEqual({ address: "ул. Мира, 1" });
    expect(JSON.stringify(await run((ctx) => registry.getHistory(ctx, id)))).not.toMatch(/Петров|8 913|p@example/);
  });

  test("somebody without an account is forgotten by the administrator with a reason", async () => {
    await save("chair", chair("Сидорова Н. Н.", "2025-03-02", "2028-03-02", { chairConsent: "2025-03-02" }));
    const boardPersonId = await chairOf();
    const forget = (given: { boardPersonId: string; basis: string }, actor: Actor = register.actors.administrator) =>
      run((ctx) => registry.forgetPerson(ctx, id, given), { actor });
    await expect(forget({ boardPersonId, basis: " " })).rejects.toMatchObject({ code: "association-basis-missing" });
    await expect(forget({ boardPersonId: newId(), basis: "заявление" })).rejects.toMatchObject({
      code: "association-person-unknown",
    });
    await expect(forget({ boardPersonId, basis: "заявление" }, register.actors.coordinator)).rejects.toMatchObject({
      code: "not-permitted",
    });
    await forget({ boardPersonId, basis: "заявление" });
    expect(JSON.stringify(await run((ctx) => registry.getHistory(ctx, id)))).not.toContain("Сидорова");
    const joining = run((ctx) => registry.joinAccount(ctx, id, { boardPersonId, personId: newId() }));
    await expect(joining).rejects.toMatchObject({ code: "association-person-unknown" });
  });

  test("names never enter the trail, and looking at a card is noted", async () => {
    await save("chair", chair("Тайнова Т. Т.", "2025-03-02", "2028-03-02"));
    await save("contacts", { phone: "8 913 555 66 77" }, { since: "2025-04-01" });
    const rows = await run((ctx) => {
      const db = ctx.tx.$extendTables<{ audit_entry: Record<string, string>; personal_read: { place: string } }>();
      return Promise.all([
        db.selectFrom("audit_entry").selectAll().execute(),
        db.selectFrom("personal_read").select("place").execute(),
      ]);
    });
    expect(JSON.stringify(rows[0])).not.toMatch(/Тайнова|555 66/);
    expect(rows[1].map(({ place }) => place)).toContain("association");
  });
});
