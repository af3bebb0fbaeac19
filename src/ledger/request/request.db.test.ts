import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestPerson, personWith, STRANGER } from "../../access/testing.ts";
import type { Actor } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type Database, inOwnerTransaction, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { recountLedger, recountRequests, requestRefusals } from "../index.ts";
import { openTestLedger, runScenario, type TestLedger } from "../testing.ts";
import type { RequestInput } from "./input.ts";

let database: Database;
let here: TestLedger;
let operator: Actor;
let coordinator: Actor;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
async function open(): Promise<void> {
  count += 1;
  here = await openTestLedger(database, `requests-${count}`);
  const system = here.on("2024-01-10", { kind: "system", name: "test" });
  operator = personWith(await system((ctx) => createTestPerson(ctx, "Ким Анна", ["operator"])), "operator");
  coordinator = personWith(await system((ctx) => createTestPerson(ctx, "Белов Пётр", ["coordinator"])), "coordinator");
  await runScenario(
    here,
    `2024-01-15 appropriate seminars activity=4 local=70000 = ok
    2024-01-15 appropriate contest activity=6 regional=708500 local=13000 = ok`,
  );
}
beforeEach(async () => {
  await open();
  return () => here.close();
});
afterAll(() => database.close());

const fill = (changes: Partial<RequestInput> = {}): RequestInput => ({
  key: newId(),
  activityId: here.activityAt(4),
  year: "2024",
  basisKind: "contract",
  basis: "контракт от 11.03.2024 № 7",
  date: "2024-03-11",
  payee: "АНО «Ресурсный центр»",
  purpose: "семинар для председателей ТОС",
  payBy: "2024-04-01",
  sums: { local: "35 000,00" },
  ...changes,
});
const ask = (changes: Partial<RequestInput> = {}, actor = operator) =>
  here.on("2024-03-30", actor)((ctx) => here.ledger.askPayment(ctx, fill(changes)));
const read = (id: string, actor: Actor = here.accountant) =>
  here.on("2024-03-30", actor)((ctx) => here.ledger.getRequest(ctx, id));
const approve = async (requestId: string, actor: Actor = here.accountant) => {
  const { version } = await read(requestId);
  return here.on("2024-03-30", actor)((ctx) => here.ledger.approveRequest(ctx, { requestId, version }));
};
const move = async (
  requestId: string,
  verb: "return" | "withdraw" | "cancel",
  actor: Actor,
  reason = "нет подписи",
) => {
  const { version } = await read(requestId);
  return here.on(
    "2024-03-30",
    actor,
  )((ctx) => here.ledger.moveRequest(ctx, { requestId, version, move: verb, reason }));
};
const payFor = (requestId: string, local: string, key: string = newId()) =>
  here.on("2024-03-30")((ctx) =>
    here.ledger.payRequest(ctx, {
      requestId,
      key,
      date: "2024-03-29",
      basis: "платёжное поручение № 78",
      sums: { local },
    }),
  );
const reverse = (entryId: string) =>
  here.on("2024-03-30")((ctx) =>
    here.ledger.reverse(ctx, { key: newId(), entryId, date: "2024-03-30", basis: "справка", note: "ошибка" }),
  );
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "ok",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const waiting = async (actor: Actor) => {
  const list = await here.on("2024-03-30", actor)((ctx) => here.desk.listTasks(ctx, { mine: true }, 1));
  return list.rows.filter(({ state }) => state === "open").map(({ title }) => title.replace(/[\u00a0]/g, " "));
};
const recount = () => inTenant(database, here.municipalityId, (tx) => recountRequests(tx, here.municipalityId));
const free = async () => {
  const sheet = await here.on("2024-03-30")((ctx) => here.ledger.getBalance(ctx, 2024));
  const row = sheet.rows.find(({ activity, source }) => activity.position === 4 && source === "local");
  return Number(row?.balance.free) / 100;
};

describe("a payment request", () => {
  test("is asked, approved into an obligation, paid in parts, and each who must act has a task", async () => {
    const id = await ask();
    expect(await free()).toBe(70000);
    expect(await waiting(here.accountant)).toEqual(["Рассмотреть заявку на оплату № 1/2024: 35 000,00 руб."]);
    await approve(id);
    expect(await free()).toBe(35000);
    expect(await waiting(here.accountant)).toEqual(["Оплатить по заявке № 1/2024: 35 000,00 руб."]);
    const key = newId();
    const first = await payFor(id, "15000", key);
    expect(await payFor(id, "15000", key)).toMatchObject({ id: first.id, already: true });
    expect(await read(id)).toMatchObject({ state: "approved", paid: 1_500_000n, open: [{ kopecks: 2_000_000n }] });
    const last = newId();
    await payFor(id, "20000", last);
    expect((await payFor(id, "20000", last)).already).toBe(true);
    const view = await read(id, operator);
    expect(view).toMatchObject({ state: "paid", paid: 3_500_000n, open: [], commitment: { kopecks: 3_500_000n } });
    expect(view.moves.map(({ move: name, by }) => [name, by])).toEqual([
      ["ask", "Ким Анна"],
      ["approve", "Орлова Вера"],
      ["pay", "Орлова Вера"],
    ]);
    expect(view.payments).toHaveLength(2);
    expect(await waiting(here.accountant)).toEqual([]);
    expect(await recount()).toEqual({ requests: 1, faults: [] });
  });

  test("that is returned waits for who asked, and is asked again with another sum", async () => {
    const id = await ask();
    await move(id, "return", here.accountant);
    expect(await waiting(operator)).toEqual(["Исправить заявку на оплату № 1/2024: 35 000,00 руб."]);
    const { version } = await read(id);
    await here.on(
      "2024-03-30",
      operator,
    )((ctx) => here.ledger.changeRequest(ctx, { ...fill({ sums: { local: "34000" } }), requestId: id, version }));
    expect(await read(id)).toMatchObject({ state: "requested", kopecks: 3_400_000n });
    expect([await waiting(operator), await waiting(here.accountant)]).toEqual([
      [],
      ["Рассмотреть заявку на оплату № 1/2024: 34 000,00 руб."],
    ]);
    expect((await read(id)).moves.map(({ reason }) => reason)).toEqual([null, "нет подписи", null]);
    await move(id, "withdraw", operator);
    expect(await waiting(here.accountant)).toEqual([]);
    expect((await recount()).faults).toEqual([]);
  });

  test("is paid by the entry's own page too, and is open again when the payment is reversed", async () => {
    const id = await ask();
    await approve(id);
    const commitmentId = (await read(id)).commitment?.id ?? "";
    const given = { key: newId(), date: "2024-03-29", basis: "п/п № 78", commitmentId, sums: { local: "35000" } };
    const payment = await here.on("2024-03-30")((ctx) => here.ledger.pay(ctx, given));
    expect((await read(id)).state).toBe("paid");
    await reverse(payment.id);
    expect(await read(id)).toMatchObject({ state: "approved", paid: 0n });
    expect((await recount()).faults).toEqual([]);
    await move(id, "cancel", here.accountant);
    expect([await free(), (await read(id)).state]).toEqual([70000, "withdrawn"]);
    expect((await recount()).faults).toEqual([]);
  });

  test("for an obligation that is there takes its payee, and no two take more than it has", async () => {
    const outcome = await runScenario(here, "2024-03-01 commit grant activity=4 local=10000 = ok");
    expect(outcome).toContain("= ok");
    const { rows } = await here.on("2024-03-30")((ctx) => here.ledger.listJournal(ctx, { kind: "commitment" }, null));
    const commitmentId = rows[0]?.id ?? "";
    const first = await ask({ commitmentId, sums: { local: "6000" }, payee: "" });
    const second = await ask({ commitmentId, sums: { local: "6000" } });
    expect((await read(first)).payee).toBe("ТОС «Заря»");
    expect(await codeOf(ask({ commitmentId, sums: { local: "10000,01" } }))).toBe("ledger-over-commitment");
    await approve(first);
    expect(await codeOf(approve(second))).toBe("ledger-over-commitment");
    await payFor(first, "6000");
    expect([(await read(first)).state, (await read(second)).state]).toEqual(["paid", "requested"]);
    expect(await codeOf(approve(second))).toBe("ledger-over-commitment");
    expect((await recount()).faults).toEqual([]);
  });
});

describe("messages on a request", () => {
  const say = (id: string, text: string, actor: Actor) =>
    here.on(
      "2024-03-30",
      actor,
    )((ctx) => here.desk.writeMessage(ctx, { thread: { kind: "payment-request", id }, text, files: [] }));
  const hear = (id: string, actor: Actor) =>
    here.on("2024-03-30", actor)((ctx) => here.desk.openThread(ctx, { kind: "payment-request", id }));
  const told = async (actor: Actor) => {
    const { rows } = await here.on("2024-03-30", actor)((ctx) => here.desk.listNotices(ctx, null));
    return rows.filter(({ kind }) => kind === "message").map(({ title }) => title);
  };

  test("reach who asked and the accountants, name no payee, and nobody else reads them", async () => {
    const id = await ask();
    await say(id, "Когда оплатите?", operator);
    expect(await told(here.accountant)).toEqual(["Заявка на оплату № 1/2024"]);
    await say(id, "Как подпишете акт.", here.accountant);
    expect(await told(operator)).toEqual(["Заявка на оплату № 1/2024"]);
    const thread = await hear(id, operator);
    expect(thread).toMatchObject({ href: `/money/requests/${id}`, messages: [{ isOwn: true }, { isOwn: false }] });
    const other = await ask({}, coordinator);
    expect(await codeOf(hear(other, operator))).toBe("subject-unknown");
    expect(await codeOf(say(other, "Чужое", operator))).toBe("subject-unknown");
    expect(await codeOf(hear(newId(), here.accountant))).toBe("subject-unknown");
  });
});

test("every refusal is provoked, and leaves everything as it was", async () => {
  const seen = new Set<string>();
  const expectCode = async (work: Promise<unknown>, code: string) => {
    expect(await codeOf(work)).toBe(code);
    seen.add(code);
  };
  const input = fill();
  const run = here.on("2024-03-30", operator);
  const id = await run((ctx) => here.ledger.askPayment(ctx, input));
  expect(await run((ctx) => here.ledger.askPayment(ctx, input))).toBe(id);
  expect(await codeOf(run((ctx) => here.ledger.askPayment(ctx, { ...input, payee: "ИП" })))).toBe("ledger-key-reused");
  await expectCode(read(newId()), "request-unknown");
  await expectCode(ask({ purpose: " " }), "request-purpose-missing");
  await expectCode(ask({ payBy: "2024-03-10" }), "request-pay-by");
  expect(await codeOf(ask({ date: "2024-03-31" }))).toBe("ledger-date-future");
  expect(await codeOf(ask({ sums: { local: "0" } }))).toBe("ledger-sum-missing");
  expect(await codeOf(ask({ basisKind: "budget-list" }))).toBe("ledger-basis-kind");
  expect(await codeOf(ask({ year: "2031" }))).toBe("ledger-year-outside");
  expect(await codeOf(ask({ commitmentId: newId() }))).toBe("ledger-entry-unknown");
  expect(await codeOf(ask({}, here.accountant))).toBe("not-permitted");
  expect(await codeOf(ask({}, STRANGER))).toBe("not-signed-in");
  expect(await codeOf(read(id, STRANGER))).toBe("not-signed-in");
  const other = await ask({}, coordinator);
  expect(await codeOf(read(other, operator))).toBe("not-permitted");
  expect(await codeOf(move(other, "withdraw", operator))).toBe("not-permitted");
  expect(await codeOf(approve(id, coordinator))).toBe("not-permitted");
  const both = { ...here.accountant, holdings: ["accountant", "operator"].map((role) => ({ role, subjectId: null })) };
  const own = await ask({}, both as Actor);
  await expectCode(approve(own, both as Actor), "request-own");
  await expectCode(move(id, "return", here.accountant, " "), "request-reason-missing");
  await expectCode(move(id, "cancel", here.accountant), "request-state");
  await expectCode(payFor(id, "1"), "request-state");
  const big = await ask({ sums: { local: "70000,01" } });
  expect(await codeOf(approve(big))).toBe("ledger-over-appropriation");
  expect((await read(big)).state).toBe("requested");
  await approve(id);
  const stale = here.on("2024-03-30")((ctx) =>
    here.ledger.moveRequest(ctx, { requestId: id, version: 1, move: "cancel", reason: "п" }),
  );
  await expectCode(stale, "request-changed");
  const commitmentId = (await read(id)).commitment?.id ?? "";
  const shared = await ask({ commitmentId, sums: { local: "1000" } });
  expect(await codeOf(approve(shared))).toBe("ledger-over-commitment");
  await payFor(id, "10");
  await expectCode(move(id, "cancel", here.accountant), "request-part-paid");
  await runScenario(here, "2024-03-30 commit grant activity=6 local=3000 date=2024-03-15 = ok");
  const { rows } = await here.on("2024-03-30")((ctx) =>
    here.ledger.listJournal(ctx, { kind: "commitment", activityId: here.activityAt(6) }, null),
  );
  const part = await ask({ commitmentId: rows[0]?.id ?? "", date: "2024-03-11", sums: { local: "1000" } });
  await approve(part);
  await expectCode(payFor(part, "1000,01"), "request-over");
  expect([...seen].sort()).toEqual(Object.keys(requestRefusals).sort());
  expect((await recount()).faults).toEqual([]);
});

test("a list shows everybody's to the accountant and one's own to the operator, with the sums of all rows", async () => {
  const first = await ask();
  await ask({ sums: { local: "1000" } }, coordinator);
  await approve(first);
  await payFor(first, "500");
  const list = (actor: Actor, filter = {}) =>
    here.on("2024-03-30", actor)((ctx) => here.ledger.listRequests(ctx, filter, 1));
  expect(await list(here.accountant)).toMatchObject({ count: 2, kopecks: 3_600_000n, paid: 50_000n, pages: 1 });
  expect(await list(operator)).toMatchObject({ count: 1, kopecks: 3_500_000n, rows: [{ askedBy: "Ким Анна" }] });
  expect(await list(here.accountant, { state: "requested" })).toMatchObject({ count: 1, kopecks: 100_000n });
  expect(await list(here.accountant, { year: 2025 })).toMatchObject({ count: 0, kopecks: 0n, rows: [] });
});

test("the recount names what was forged", async () => {
  const id = await ask();
  await approve(id);
  await inOwnerTransaction(database, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`update payment_request set state = 'paid' where id = ${id}`.execute(tx);
    await sql`update money_counter set last = 7 where kind = 'request' and municipality_id = ${here.municipalityId}`.execute(
      tx,
    );
  });
  expect((await recount()).faults.map(({ check }) => check)).toEqual([
    "request-state-differs",
    "request-moves-differ",
    "request-number-missing",
  ]);
});

test("whatever people do in whatever order: no limit is broken, and every request is what its payments say", async () => {
  const step = fc.record({
    verb: fc.constantFrom(
      "ask",
      "ask",
      "approve",
      "approve",
      "return",
      "withdraw",
      "cancel",
      "cancel",
      "pay",
      "reverse",
    ),
    of: fc.nat(100),
    local: fc.constantFrom("100", "20000", "35000,50", "0,01"),
  });
  const done = new Set<string>();
  const property = fc.asyncProperty(fc.array(step, { minLength: 14, maxLength: 24 }), async (steps) => {
    here.close();
    await open();
    const requests: string[] = [];
    const payments: string[] = [];
    for (const { verb, of, local } of steps) {
      const id = requests[of % Math.max(1, requests.length)] ?? newId();
      const payment = payments[of % Math.max(1, payments.length)] ?? newId();
      const works: Readonly<Record<string, () => Promise<unknown>>> = {
        ask: async () => requests.push(await ask({ sums: { local } })),
        approve: () => approve(id),
        return: () => move(id, "return", here.accountant),
        withdraw: () => move(id, "withdraw", operator),
        cancel: () => move(id, "cancel", here.accountant),
        pay: async () => payments.push((await payFor(id, local)).id),
        reverse: () => reverse(payment),
      };
      if ((await codeOf(works[verb]?.() ?? Promise.resolve())) === "ok") done.add(verb);
    }
    expect((await recount()).faults).toEqual([]);
    const ledger = await inTenant(database, here.municipalityId, (tx) => recountLedger(tx, here.municipalityId));
    expect(ledger.faults).toEqual([]);
  });
  await fc.assert(property, { numRuns: 8, seed: 4 });
  expect([...done].sort()).toEqual(["approve", "ask", "cancel", "pay", "return", "reverse", "withdraw"]);
}, 180_000);
