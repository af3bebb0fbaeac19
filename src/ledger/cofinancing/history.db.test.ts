import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Kopecks } from "../../kernel/money.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type Database, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { recountCofinancing } from "../index.ts";
import { openTestLedger, runScenario } from "../testing.ts";
import { openTestAgreement } from "./testing.ts";

let database: Database;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const step = fc.record({
  verb: fc.constantFrom("receive", "receive", "giveRestBack", "reverse", "pay", "pay", "refund"),
  of: fc.nat(1_000),
  roubles: fc.constantFrom("1000", "33,33", "2500,50", "0,01"),
});

test("whatever comes, is spent and goes back: received = spent + rest + returned, and plain SQL adds up the same", async () => {
  const done = new Set<string>();
  const property = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
    count += 1;
    const here = await openTestLedger(database, `cofinancing-history-${count}`);
    const { agreementId, move, reverse, read } = await openTestAgreement(here);
    const scenario = [
      "2024-02-06 appropriate limit activity=6 regional=708500 local=13000 = ok",
      "2024-02-06 commit grant activity=6 regional=20000 local=2000 = ok",
    ];
    const transfers: string[] = [];
    for (const [index, { verb, of, roubles }] of steps.entries()) {
      const day = new Date(Date.UTC(2024, 2, 1 + index * 10)).toISOString().slice(0, 10);
      const chosen = transfers[of % Math.max(1, transfers.length)] ?? "";
      if (verb === "pay") scenario.push(`${day} pay p${index} of=grant regional=${roubles} local=0,02 = ?`);
      else if (verb === "refund") {
        const payments = scenario.filter((line) => line.includes(" pay ")).map((line) => line.split(" ")[2]);
        const payment = payments[of % Math.max(1, payments.length)];
        if (payment) scenario.push(`${day} refund r${index} of=${payment} total=${roubles} = ?`);
      } else {
        const work = verb === "reverse" ? reverse(day, chosen) : move(verb as "receive" | "giveRestBack", day, roubles);
        const id = await work.catch((error: unknown) => {
          if (error instanceof Refusal) return null;
          throw error;
        });
        if (id === null) continue;
        done.add(verb);
        if (verb !== "reverse") transfers.push(id);
      }
    }
    const outcome = await runScenario(here, scenario.join("\n"));
    for (const line of outcome.split("\n")) if (line.endsWith("= ok")) done.add(line.split(" ")[1] ?? "");
    const year = await read("2024-12-31");
    const spent = year.net.find(({ source }) => source === "regional")?.kopecks ?? 0n;
    expect(year.received).toBe(spent + year.rest + year.returned);
    expect(year.returned).toBeLessThanOrEqual(year.received);
    expect(year.days.at(-1)?.held ?? year.received).toBe(year.days.length === 0 ? year.received : heldAt(year));
    expect(year.findings.some(({ code }) => code === "spending-ahead")).toBe(year.days.some(({ held }) => held < 0n));
    const plain = await inTenant(database, here.municipalityId, (tx) =>
      sql<{ received: Kopecks; returned: Kopecks; spent: Kopecks }>`
        select coalesce((select sum(transfer.kopecks) from cofinancing_transfer as transfer
            left join cofinancing_transfer as reversed on reversed.id = transfer.of_transfer_id
            where coalesce(reversed.kind, transfer.kind) = 'receipt' and transfer.agreement_id = ${agreementId}), 0)::bigint as received,
          coalesce((select sum(transfer.kopecks) from cofinancing_transfer as transfer
            left join cofinancing_transfer as reversed on reversed.id = transfer.of_transfer_id
            where coalesce(reversed.kind, transfer.kind) = 'return' and transfer.agreement_id = ${agreementId}), 0)::bigint as returned,
          coalesce((select sum(posting.kopecks) from ledger_posting as posting
            join funding_source as source on source.municipality_id = posting.municipality_id and source.id = posting.source_id
            where source.kind = 'regional' and posting.account in ('paid', 'refunded')), 0)::bigint as spent`.execute(
        tx,
      ),
    );
    expect(plain.rows[0]).toEqual({ received: year.received, returned: year.returned, spent });
    const { faults } = await inTenant(database, here.municipalityId, (tx) =>
      recountCofinancing(tx, here.municipalityId),
    );
    expect(faults).toEqual([]);
    here.close();
  });
  await fc.assert(property, { numRuns: 12, seed: 20_240_205 });
  expect([...done].sort()).toEqual(["appropriate", "commit", "giveRestBack", "pay", "receive", "refund", "reverse"]);
}, 180_000);

/** Receipts up to the last day of spending, less what was spent. */
function heldAt({ days, transfers, net }: Awaited<ReturnType<Awaited<ReturnType<typeof openTestAgreement>>["read"]>>) {
  const last = days.at(-1)?.date ?? "";
  const received = transfers
    .filter(({ kind, reversedKind, date }) => (reversedKind ?? kind) === "receipt" && date <= last)
    .reduce((sum, { kopecks }) => sum + kopecks, 0n);
  return received - (net.find(({ source }) => source === "regional")?.kopecks ?? 0n);
}
