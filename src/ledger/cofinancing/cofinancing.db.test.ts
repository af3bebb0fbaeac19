import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personWith, STRANGER } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import { type Database, inOwnerTransaction, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { cofinancingRefusals, recountCofinancing } from "../index.ts";
import { openTestLedger, runScenario, type TestLedger } from "../testing.ts";
import type { AgreementInput } from "./actions-agreement.ts";
import { fillAgreement, fillYear, openTestAgreement } from "./testing.ts";

let database: Database;
let here: TestLedger;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  count += 1;
  here = await openTestLedger(database, `district-${count}`);
  return () => here.close();
});
afterAll(() => database.close());

const YEAR = `
  2024-01-15 appropriate limit activity=6 regional=708500 local=13000 = ok
  2024-04-10 commit dawn activity=6 regional=117837,84 local=2162,16 = ok
  2024-04-12 commit rest activity=6 regional=590662,16 local=10837,84 = ok`;
const PAID = `
  2024-04-20 pay first of=dawn regional=117837,84 local=2162,16 = ok
  2024-05-20 pay second of=rest regional=590662,16 local=10837,84 = ok
  2024-12-16 refund back of=first total=5000 = ok`;

const roubles = (kopecks: Kopecks | undefined) => (kopecks === undefined ? undefined : Number(kopecks) / 100);

describe("a year of an agreement", () => {
  test("goes from the receipts over the spending to what is returned, and ends in nothing", async () => {
    const { move, read } = await openTestAgreement(here);
    await move("receive", "2024-04-15", "354250");
    await move("receive", "2024-05-15", "354250");
    await runScenario(here, YEAR + PAID);
    const open = await read("2024-12-20");
    expect([open.received, open.rest, open.toReturn].map(roubles)).toEqual([708500, 4909.91, 0]);
    expect(open.findings.map(({ code, severity }) => [code, severity])).toEqual([["return-due", "note"]]);
    expect(
      open.checks.map(({ of, own, whole, required, holds }) => [of, ...[own, whole, required].map(roubles), holds]),
    ).toEqual([
      ["plan", 13000, 721500, 12987, true],
      ["appropriation", 13000, 721500, 12987, true],
      ["cash", 12909.91, 716500, 12897, true],
    ]);
    expect((await read("2025-01-29")).findings).toMatchObject([{ code: "return-due", expected: "4\u00a0909,91" }]);
    expect((await read("2025-01-30")).findings).toMatchObject([
      { code: "return-overdue", values: { by: "2025-01-29" } },
    ]);
    await move("giveRestBack", "2025-01-30", "4909,91");
    const closed = await read("2025-02-01");
    expect([closed.returned, closed.rest, closed.toReturn].map(roubles)).toEqual([4909.91, 0, 0]);
    expect(closed.findings).toEqual([]);
    expect(closed.days.map(({ date, held }) => [date, roubles(held)])).toEqual([
      ["2024-04-20", 236412.16],
      ["2024-05-20", 0],
      ["2024-12-16", 4909.91],
    ]);
  });

  test("says on which day spending ran ahead, and that more came than was agreed", async () => {
    const { move, read } = await openTestAgreement(here);
    await runScenario(here, YEAR + PAID);
    await move("receive", "2024-05-21", "708500,01");
    const { findings } = await read("2024-06-01");
    expect(findings).toMatchObject([
      { code: "receipts-exceed", found: "708\u00a0500,01", expected: "708\u00a0500,00" },
      { code: "spending-ahead", values: { date: "2024-04-20", sum: "117\u00a0837,84" } },
    ]);
  });

  test("knows the rule broken by plan, by limit and by cash, and what is missing", async () => {
    const { read } = await openTestAgreement(here, { years: [{ ...fillYear(2024, "708000"), share: "2" }] });
    await runScenario(here, `${YEAR}\n2024-04-20 pay first of=dawn regional=117837,84 = ok`);
    const { findings } = await read("2024-06-01");
    expect(findings.map(({ code, severity, values }) => [code, severity, values.missing])).toEqual([
      ["plan-differs", "warning", undefined],
      ["appropriation-exceeds", "error", undefined],
      ["ratio-plan", "error", "1\u00a0459,18"],
      ["ratio-appropriation", "error", "1\u00a0459,18"],
      ["ratio-cash", "warning", "2\u00a0404,85"],
      ["spending-ahead", "warning", undefined],
    ]);
    expect((await read("2025-06-01")).findings.find(({ code }) => code === "ratio-cash")?.severity).toBe("error");
  });

  test("a refund of a later year waits for the region, is overdue after the agreement's days, and is gone when returned", async () => {
    const { move, read } = await openTestAgreement(here);
    await move("receive", "2024-04-15", "708500");
    await runScenario(
      here,
      `${YEAR}
      2024-04-20 pay first of=dawn regional=117837,84 local=2162,16 = ok
      2024-05-20 pay second of=rest regional=590662,16 local=10837,84 = ok
      2025-02-03 refund late of=first total=1000 = ok`,
    );
    const due = await read("2025-02-17");
    expect(due.late).toMatchObject([{ kopecks: 98_198n, returned: 0n, dueBy: "2025-02-17" }]);
    expect(due.rest).toBe(0n);
    expect(due.findings.map(({ code }) => code)).toEqual(["late-return-due"]);
    expect((await read("2025-02-18")).findings.map(({ code }) => code)).toEqual(["late-return-overdue"]);
    const { rows } = await here.on("2025-02-18")((ctx) => here.ledger.listJournal(ctx, { kind: "late-refund" }, null));
    await here.on("2025-02-18")((ctx) =>
      here.ledger.giveBack(ctx, {
        ...{ key: newId(), date: "2025-02-18", basis: "платёжное поручение № 8" },
        ...{ refundId: rows[0]?.id ?? "", sums: {} },
      }),
    );
    expect((await read("2025-02-19")).findings).toEqual([]);
  });

  test("a return of what was spent is pointed out", async () => {
    const { move, read } = await openTestAgreement(here);
    await move("receive", "2024-04-15", "708500");
    await runScenario(here, YEAR + PAID);
    await move("giveRestBack", "2025-01-20", "5000");
    expect((await read("2025-02-01")).findings).toMatchObject([
      { code: "returned-too-much", expected: "4\u00a0909,91" },
    ]);
  });
});

describe("an agreement", () => {
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "ok",
      ({ code }: { code: string }) => code,
    );
  const sign = (changes: Partial<AgreementInput>, day = "2024-02-05") =>
    codeOf(here.on(day)((ctx) => here.ledger.signAgreement(ctx, fillAgreement(here, changes))));
  const amend = (agreementId: string, changes: object = {}, day = "2024-09-02") => {
    const own = { key: newId(), agreementId, version: 1, document: "дополнительное соглашение № 1", date: day };
    return codeOf(
      here.on(day)((ctx) => here.ledger.amendAgreement(ctx, { ...fillAgreement(here), ...own, ...changes })),
    );
  };
  const seen = new Set<string>();
  const expectCode = async (got: Promise<string>, code: string) => {
    expect(await got).toBe(code);
    seen.add(code);
  };

  test("is refused with a reason where the form lacks something, and nothing is kept", async () => {
    const year = fillYear(2024, "708500");
    await expectCode(sign({ number: " № " }), "cofinancing-number-missing");
    await expectCode(sign({ grantor: " " }), "cofinancing-party-missing");
    await expectCode(sign({ grantee: "я".repeat(501) }), "cofinancing-party-missing");
    await expectCode(sign({ source: "local" }), "cofinancing-source");
    await expectCode(sign({ activities: [] }), "cofinancing-activities-missing");
    await expectCode(sign({ years: [fillYear(2024, "")] }), "cofinancing-years-missing");
    await expectCode(sign({ lateReturnDays: "0" }), "cofinancing-days");
    for (const share of ["0", "100", "1,8000001", "много"]) {
      await expectCode(sign({ years: [{ ...year, share }] }), "cofinancing-share");
    }
    await expectCode(sign({ years: [{ ...year, ruleBasis: "" }] }), "cofinancing-rule");
    await expectCode(sign({ years: [{ ...year, base: "half" }] }), "cofinancing-rule");
    await expectCode(sign({ years: [{ ...year, returnBy: "2024-12-31" }] }), "cofinancing-return-day");
    expect(await sign({ years: [{ ...year, sum: "708.500,1" }] })).toBe("ledger-sum-malformed");
    expect(await sign({ years: [fillYear(2030, "1")] })).toBe("ledger-year-outside");
    expect(await sign({ activities: [newId()] })).toBe("ledger-activity-unknown");
    expect(await sign({ date: "2024-02-06" })).toBe("ledger-date-future");
    expect(await sign({ key: "" })).toBe("ledger-key-missing");
    expect(await here.on("2024-02-05")((ctx) => here.ledger.listAgreements(ctx))).toEqual([]);
  });

  test("is signed once, and covers what no other covers", async () => {
    const input = fillAgreement(here);
    const run = here.on("2024-02-05");
    const id = await run((ctx) => here.ledger.signAgreement(ctx, input));
    expect(await run((ctx) => here.ledger.signAgreement(ctx, input))).toBe(id);
    expect(await codeOf(run((ctx) => here.ledger.signAgreement(ctx, { ...input, number: "18" })))).toBe(
      "ledger-key-reused",
    );
    await expectCode(sign({}), "cofinancing-duplicate");
    await expectCode(sign({ number: "18" }), "cofinancing-overlap");
    expect(await sign({ number: "18", years: [fillYear(2025, "1000")] })).toBe("ok");
    expect(await sign({ number: "19", activities: [here.activityAt(8)] })).toBe("ok");
  });

  test("is amended whole, keeps every version, and refuses a stale form", async () => {
    const { agreementId, move, read } = await openTestAgreement(here);
    await move("receive", "2024-04-15", "100");
    await expectCode(amend(newId()), "cofinancing-unknown");
    await expectCode(amend(agreementId, { date: "2024-02-04" }), "cofinancing-before");
    await expectCode(amend(agreementId, { years: [fillYear(2025, "1")] }), "cofinancing-year-used");
    expect(await amend(agreementId, { years: [fillYear(2024, "700000"), fillYear(2025, "5")] })).toBe("ok");
    await expectCode(amend(agreementId), "cofinancing-changed");
    const { agreement, terms } = await read("2024-10-01");
    expect(roubles(terms.kopecks)).toBe(700_000);
    expect(agreement.versions.map(({ version, kind, years }) => [version, kind, years.length])).toEqual([
      [2, "amended", 2],
      [1, "signed", 1],
    ]);
    await expectCode(codeOf(read("2024-10-01", 2026)), "cofinancing-year-unknown");
  });

  test("that has ended takes no amendment and no later receipt, frees its activities, and gives its rest back", async () => {
    const { agreementId, move, read } = await openTestAgreement(here);
    await move("receive", "2024-04-15", "1000");
    const end = { key: newId(), agreementId, version: 1, document: "соглашение о расторжении", date: "2024-08-01" };
    await here.on("2024-08-01")((ctx) => here.ledger.endAgreement(ctx, end));
    await expectCode(amend(agreementId, { version: 2 }), "cofinancing-ended");
    await expectCode(codeOf(move("receive", "2024-08-02", "1")), "cofinancing-ended");
    expect(await sign({ number: "20", date: "2024-08-02" }, "2024-08-02")).toBe("ok");
    expect(roubles((await read("2024-08-02")).toReturn)).toBe(1000);
    expect((await read("2024-08-02")).findings.map(({ code }) => code)).toContain("return-due");
  });

  test("a transfer is recorded once, asks about thousands, and is reversed once", async () => {
    const { agreementId, move, reverse, read } = await openTestAgreement(here);
    const key = newId();
    const receipt = await move("receive", "2024-04-15", "700000", key);
    expect(await move("receive", "2024-04-15", "700000", key)).toBe(receipt);
    expect(await codeOf(move("receive", "2024-04-15", "700", key))).toBe("ledger-key-reused");
    expect(await codeOf(move("receive", "2024-04-15", "708,50"))).toBe("ledger-thousandfold");
    expect(await codeOf(move("receive", "2024-04-15", ""))).toBe("ledger-sum-missing");
    await expectCode(codeOf(move("receive", "2024-02-01", "1")), "cofinancing-before");
    await expectCode(codeOf(move("giveRestBack", "2024-04-15", "700000,01")), "transfer-over-received");
    const back = await move("giveRestBack", "2024-05-02", "1");
    await expectCode(codeOf(reverse("2024-05-03", receipt)), "transfer-in-use");
    await expectCode(codeOf(reverse("2024-05-03", newId())), "transfer-unknown");
    const reversal = await reverse("2024-05-03", back);
    await expectCode(codeOf(reverse("2024-05-03", back)), "transfer-reversed");
    await expectCode(codeOf(reverse("2024-05-03", reversal)), "transfer-reversal-of-reversal");
    await reverse("2024-05-03", receipt);
    const year = await read("2024-06-01");
    expect([year.received, year.returned, year.rest]).toEqual([0n, 0n, 0n]);
    expect(year.transfers.map(({ kind, reversedKind, isReversed }) => [kind, reversedKind, isReversed])).toEqual([
      ["receipt", null, true],
      ["reversal", "receipt", false],
      ["return", null, true],
      ["reversal", "return", false],
    ]);
    const foreign = {
      key: newId(),
      agreementId,
      version: 1,
      document: "д",
      date: "2024-05-04",
      basis: "б",
      year: "2024",
      sum: "1",
    };
    const auditor = personWith(newId(), "auditor");
    for (const [actor, code] of [
      [auditor, "not-permitted"],
      [STRANGER, "not-signed-in"],
    ] as const) {
      const run = here.on("2024-05-04", actor);
      expect(await codeOf(run((ctx) => here.ledger.receive(ctx, foreign)))).toBe(code);
      expect(await codeOf(run((ctx) => here.ledger.endAgreement(ctx, foreign)))).toBe(code);
      expect(await codeOf(run((ctx) => here.ledger.signAgreement(ctx, fillAgreement(here))))).toBe(code);
    }
    expect(await codeOf(here.on("2024-05-04", STRANGER)((ctx) => here.ledger.listAgreements(ctx)))).toBe(
      "not-signed-in",
    );
  });

  test("every refusal was provoked", () => {
    // The report's own refusal is provoked where the report is tested.
    // Provoked with the report.
    const ofReport = ["cofinancing-period-early", "cofinancing-year-none", "cofinancing-several"];
    const own = Object.keys(cofinancingRefusals).filter((code) => !ofReport.includes(code));
    expect([...seen].sort()).toEqual(own.sort());
  });
});

describe("the database itself", () => {
  test("refuses to return what did not come, to change what was recorded, and to keep a balance by hand", async () => {
    const { agreementId, move } = await openTestAgreement(here);
    await move("receive", "2024-04-15", "10");
    const attempt = (statement: ReturnType<typeof sql>) =>
      inTenant(database, here.municipalityId, (tx) => statement.execute(tx)).then(
        () => "ok",
        (error: Error) => error.message,
      );
    const insert = sql`insert into cofinancing_transfer (municipality_id, id, number, number_year, agreement_id, kind, year, date,
      kopecks, basis, key, digest, at, by_name) values (${here.municipalityId}, ${newId()}, 9, 2024, ${agreementId}, 'return', 2024,
      '2025-01-09', 1001, 'п/п', 'past', '', now(), 'кто-то')`;
    expect(await attempt(insert)).toContain("holding_held");
    expect(await attempt(sql`update cofinancing_transfer set kopecks = 1`)).toMatch(/permission denied|append-only/);
    expect(await attempt(sql`update cofinancing_holding set returned = 0`)).toMatch(/permission denied/);
  });

  test("the recount finds nothing on what was recorded, and names what was forged", async () => {
    const { move, reverse } = await openTestAgreement(here);
    await reverse("2024-04-16", await move("receive", "2024-04-15", "10"));
    await move("receive", "2024-04-16", "1000");
    await move("giveRestBack", "2025-01-16", "1000");
    const recount = () => inTenant(database, here.municipalityId, (tx) => recountCofinancing(tx, here.municipalityId));
    expect(await recount()).toEqual({ agreements: 1, transfers: 4, faults: [] });
    await inOwnerTransaction(database, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update cofinancing_transfer set kopecks = 99999 where kind = 'return'`.execute(tx);
      await sql`delete from cofinancing_version where municipality_id = ${here.municipalityId}`.execute(tx);
      await sql`update money_counter set last = last + 1 where year = 2025`.execute(tx);
    });
    const { faults } = await recount();
    expect(faults.map(({ check }) => check)).toEqual(["version-missing", "holding-differs", "transfer-number-missing"]);
  });
});
