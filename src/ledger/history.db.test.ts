import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { EXAMPLE_READING } from "../programme/testing-store.ts";
import { recountLedger } from "./index.ts";
import { openTestLedger, runScenario, type TestLedger } from "./testing.ts";
import type { BalanceSheet } from "./views.ts";

let database: Database;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function open<T>(work: (here: TestLedger) => Promise<T>): Promise<T> {
  count += 1;
  const here = await openTestLedger(database, `history-${count}`);
  try {
    return await work(here);
  } finally {
    here.close();
  }
}

const VERBS = [
  "appropriate",
  "commit",
  "commit",
  "pay",
  "pay",
  "release",
  "lapse",
  "carry-over",
  "refund",
  "return",
  "reverse",
] as const;

/** A step of a history; `of` chooses among the steps before it, so many that fit are hit. */
const step = fc.record({
  verb: fc.constantFrom(...VERBS),
  of: fc.nat(1_000),
  activity: fc.constantFrom(4, 6, 8),
  year: fc.constantFrom(2024, 2025),
  source: fc.constantFrom("regional", "local"),
  roubles: fc.constantFrom("100", "250,50", "1000", "33,33", "5000"),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Steps as lines of a scenario; days go on, through the end of 2024 into 2025, when something of each payment comes back. */
function writeHistory(steps: readonly Step[]): string {
  const lines = steps.map((at, index) => {
    const day = new Date(Date.UTC(2024, 0, 15) + index * Math.ceil(700 / steps.length) * 86_400_000);
    const date = day.toISOString().slice(0, 10);
    const year = at.verb === "appropriate" ? ` year=${at.year}` : "";
    const sums = at.verb === "refund" ? ` total=${at.roubles}` : ` ${at.source}=${at.roubles}`;
    const fits = steps.slice(0, index).flatMap((before, place) => (canFollow(before, at) ? [place] : []));
    const of = fits.length > 0 ? ` of=s${fits[at.of % fits.length]}` : "";
    return `${date} ${at.verb} s${index} activity=${at.activity}${year}${sums}${of} confirmed=yes = ?`;
  });
  const ends = steps.flatMap(({ verb }, index) =>
    verb === "pay"
      ? [
          `2025-12-30 refund late${index} of=s${index} total=10 = ?`,
          `2025-12-31 return back${index} of=late${index} = ?`,
        ]
      : [],
  );
  return [...lines, ...ends].join("\n");
}

function canFollow(before: Step, { verb }: Step): boolean {
  if (verb === "pay" || verb === "release" || verb === "lapse" || verb === "carry-over") {
    return before.verb === "commit" || before.verb === "carry-over";
  }
  if (verb === "refund") return before.verb === "pay";
  if (verb === "return") return before.verb === "refund";
  return verb === "reverse";
}

function sheetOf(here: TestLedger): Promise<BalanceSheet> {
  return here.on("2025-12-31")((ctx) => here.ledger.getBalance(ctx, null));
}

describe("whatever people do one after another", () => {
  test("no balance falls below nothing, every posting is balanced, and the recount agrees", async () => {
    const done = new Set<string | undefined>();
    const property = fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 60 }), (steps) =>
      open(async (here) => {
        const limits = [4, 6, 8].flatMap((activity) =>
          [2024, 2025].map(
            (year) =>
              `2024-01-12 appropriate l${activity}${year} activity=${activity} year=${year} regional=2000 local=2000 confirmed=yes = ok`,
          ),
        );
        await runScenario(here, limits.join("\n"));
        for (const line of (await runScenario(here, writeHistory(steps))).split("\n")) {
          if (line.endsWith(" = ok")) done.add(line.split(" ")[1]);
        }
        const { rows } = await sheetOf(here);
        const low = rows.filter(({ balance }) => Object.values(balance).some((kopecks) => kopecks < 0n));
        expect(low).toEqual([]);
        for (const { balance } of rows) {
          expect(balance.appropriated).toBe(balance.free + balance.committed - balance.refunded);
          expect(balance.paid).toBeLessThanOrEqual(balance.committed);
        }
        const { faults } = await inTenant(database, here.municipalityId, (tx) =>
          recountLedger(tx, here.municipalityId),
        );
        expect(faults).toEqual([]);
      }),
    );
    await fc.assert(property, { numRuns: 20, seed: 20_240_115 });
    // The histories are no row of refusals: each sort of command was carried out.
    expect([...done].sort()).toEqual([...new Set(VERBS)].sort());
  }, 120_000);
});

describe("the order in which entries arrive", () => {
  test("does not change the balance, where each may come at any time", async () => {
    const names = ["dawn", "birch", "lake", "spring", "hill"];
    const limit = "2024-01-12 appropriate limit activity=6 regional=708500 local=13000 = ok";
    const commitments = names.map((name) => `2024-02-01 commit ${name} activity=6 regional=9820 local=180 = ok`);
    const later = names.flatMap((name, at) => [
      `2024-03-01 pay paid-${name} of=${name} regional=${1000 + at} local=${at + 1} date=2024-02-0${at + 1} = ok`,
      `2024-03-01 pay more-${name} of=${name} regional=500 date=2024-02-10 = ok`,
    ]);
    const balanceOf = (lines: readonly string[]) =>
      open(async (here) => {
        const outcome = await runScenario(here, [limit, ...commitments, ...lines].join("\n"));
        expect(outcome).not.toContain("ledger-");
        const { rows } = await sheetOf(here);
        return rows.map(({ activity, source, year, balance }) => [activity.position, source, year, balance]);
      });
    const first = await balanceOf(later);
    const property = fc.asyncProperty(fc.shuffledSubarray(later, { minLength: later.length }), async (lines) => {
      expect(await balanceOf(lines)).toEqual(first);
    });
    await fc.assert(property, { numRuns: 5, seed: 7 });
  }, 60_000);
});

describe("restating an edition", () => {
  test("gives the plan of the last one, whatever came between, and keeps every earlier entry", async () => {
    const thousands = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 4 });
    const property = fc.asyncProperty(thousands, (plans) =>
      open(async (here) => {
        for (const [at, plan] of plans.entries()) {
          await here.approve(`2024-0${at + 2}-01`, planSeminars(BigInt(plan) * 100_000n));
        }
        const { rows } = await here.on("2024-09-01")((ctx) => here.ledger.getBalance(ctx, 2025));
        const seminars = rows.find(({ activity, source }) => activity.position === 4 && source === "local");
        expect(seminars?.balance.allocated ?? 0n).toBe(BigInt(plans.at(-1) ?? 0) * 100_000n);
        const journal = await here.on("2024-09-01")((ctx) =>
          here.ledger.listJournal(ctx, { kind: "allocation" }, null),
        );
        expect(journal.rows).toHaveLength(plans.length + 1);
      }),
    );
    await fc.assert(property, { numRuns: 5, seed: 11 });
  }, 60_000);

  /** The example with another sum for the seminars in 2025. */
  function planSeminars(value: bigint): typeof EXAMPLE_READING {
    const { programme } = EXAMPLE_READING;
    const activities = programme.activities.map((activity, at) => {
      if (at !== 3) return activity;
      const sources = activity.sources.map((row) => {
        const figure = row.values["2025"];
        return row.kind === "local" && figure
          ? { ...row, values: { ...row.values, "2025": { ...figure, value } } }
          : row;
      });
      return { ...activity, sources };
    });
    return { ...EXAMPLE_READING, programme: { ...programme, activities } };
  }
});
