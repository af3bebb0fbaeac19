import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestPerson, personWith } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { dropActivity, openTestLedger, runScenario, type TestLedger } from "../testing.ts";

let database: Database;
let here: TestLedger;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  count += 1;
  here = await openTestLedger(database, `plans-${count}`);
  return () => here.close();
});
afterAll(() => database.close());

const code = (name: string) => expect.objectContaining({ code: name });
const plansOn = (on: string, year = 2024) => here.on("2024-12-31")((ctx) => here.ledger.reconcile(ctx, { year, on }));
const seminarsOn = async (on: string) => (await plansOn(on)).rows.find(({ activity }) => activity.position === 4);

describe("the plans of a day", () => {
  test("are those of the documents until then, and the later document is the one that made them differ", async () => {
    await runScenario(
      here,
      `2024-01-15 appropriate decision activity=4 local=60000 kind=budget-decision date=2024-01-05 basis=решение_№_7 = ok
      2024-02-15 appropriate list activity=4 local=70000 basis=роспись_№_2 = ok
      2024-03-01 appropriate wrong activity=4 local=80000 = ok
      2024-03-02 reverse undo of=wrong = ok`,
    );
    const early = await seminarsOn("2024-01-31");
    expect(early?.said).toMatchObject({ atStart: { kopecks: 70_000_00n }, decision: { basis: "решение № 7" } });
    expect(early?.said.list).toBeUndefined();
    expect(early?.differences).toMatchObject([
      { later: { authority: "decision", date: "2024-01-05" }, earlier: { authority: "programme" }, by: -10_000_00n },
    ]);
    const late = await seminarsOn("2024-02-15");
    expect(late?.differences.map(({ later, earlier, by }) => [later.authority, earlier.authority, by])).toEqual([
      ["decision", "programme", -10_000_00n],
      ["list", "decision", 10_000_00n],
    ]);
    expect((await seminarsOn("2024-03-01"))?.said.list?.kopecks).toBe(70_000_00n);
  });

  test("name the edition that changed them, which holds from its act's day", async () => {
    await here.approve("2024-06-01", dropActivity(9));
    const { rows } = await plansOn("2024-06-01");
    const dropped = rows.find(({ activity }) => !activity.inForce);
    expect(dropped?.differences).toMatchObject([
      { later: { authority: "programme", date: "2024-06-01" }, earlier: { authority: "atStart", date: "2023-08-18" } },
    ]);
    expect((await plansOn("2024-05-31")).rows.every(({ differences }) => differences.length === 0)).toBe(true);
    expect((await plansOn("2023-08-17")).rows).toEqual([]);
  });

  test("add up, and the facts are those of the day: cash and actual", async () => {
    await runScenario(
      here,
      `2024-01-15 appropriate limit activity=4 local=70000 = ok
      2024-02-01 commit seminar activity=4 local=35000 = ok
      2024-03-01 perform act of=seminar local=35000 = ok
      2024-04-01 pay paid of=seminar local=35000 = ok
      2024-05-01 refund back of=paid local=500 = ok`,
    );
    const spentOn = async (on: string) => {
      const { cash, actual, list, programme, decision } = (await plansOn(on)).totals;
      return { cash, actual, list, programme, decision };
    };
    const plans = { list: 70_000_00n, programme: 858_500_00n, decision: null };
    expect(await spentOn("2024-03-31")).toEqual({ ...plans, cash: 0n, actual: 35_000_00n });
    expect(await spentOn("2024-04-30")).toEqual({ ...plans, cash: 35_000_00n, actual: 35_000_00n });
    expect(await spentOn("2024-12-31")).toEqual({ ...plans, cash: 34_500_00n, actual: 35_000_00n });
  });

  test("of no day, or for a resident, are refused", async () => {
    await expect(plansOn("2024-02-30")).rejects.toEqual(code("ledger-date-wrong"));
    const resident = here.on("2024-12-31", personWith(newId(), "resident"));
    const read = resident((ctx) => here.ledger.reconcile(ctx, { year: 2024, on: "2024-12-31" }));
    await expect(read).rejects.toEqual(code("not-permitted"));
  });
});

describe("«programme = budget decision»", () => {
  /** A decision that gives every line what the programme has, less a rouble of the seminars where that is asked. */
  const decide = async (less: boolean) => {
    const { rows } = await plansOn("2024-01-15");
    for (const [at, [, own]] of [...Map.groupBy(rows, ({ activity }) => activity.id)].entries()) {
      const [row] = own;
      const sums = own.map(({ source, said, activity }) => {
        const kopecks = (said.programme?.kopecks ?? 0n) - (less && activity.position === 4 ? 100n : 0n);
        return `${source}=${kopecks / 100n},${String(kopecks % 100n).padStart(2, "0")}`;
      });
      const name = `decision${at}${less ? "less" : ""}`;
      const line = `activity=${row?.activity.position} ${sums.join(" ")} kind=budget-decision`;
      expect(await runScenario(here, `2024-01-15 appropriate ${name} ${line} confirmed=yes`)).toMatch(/= ok$/);
    }
  };
  const tasks = async () => {
    const coordinator = personWith(
      await here.on("2024-01-15", { kind: "system", name: "test" })((ctx) =>
        createTestPerson(ctx, "Координатор", ["coordinator"]),
      ),
      "coordinator",
    );
    const { rows } = await here.on("2024-04-02", coordinator)((ctx) => here.desk.listAllTasks(ctx, {}));
    return rows.map(({ title, state, dueDate }) => ({ title, state, dueDate }));
  };

  test("is asked of no programme of which no decision says anything", async () => {
    expect((await plansOn("2024-12-31")).alignments).toEqual([]);
  });

  test("holds where both say the same of each source, and else opens a task until they agree", async () => {
    await decide(true);
    const { alignments, alignBy } = await plansOn("2024-12-31");
    expect(alignBy).toBe("2024-04-01");
    expect(alignments).toMatchObject([{ isAligned: false }]);
    expect(alignments[0]?.rows.find(({ source }) => source === "local")).toMatchObject({
      programme: 150_000_00n,
      decision: 149_999_00n,
    });
    const title = "Привести программу в соответствие с решением о бюджете на 2024 год";
    expect(await tasks()).toEqual([{ title, state: "open", dueDate: "2024-04-01" }]);
    const decision = "activity=4 local=70000 kind=budget-decision";
    await runScenario(here, `2024-03-01 appropriate put ${decision} = ok`);
    expect((await plansOn("2024-12-31")).alignments).toMatchObject([{ isAligned: true }]);
    expect((await tasks()).map(({ state }) => state)).toEqual(["cancelled"]);
    // Parted once more, they open it once more, also by a decision that is taken back.
    const parted = `2024-03-02 appropriate put2 ${decision.replace("70000", "69000")} = ok
      2024-03-02 appropriate put3 ${decision} = ok
      2024-03-02 reverse undo of=put3 = ok`;
    expect(await runScenario(here, parted)).not.toContain("= ledger-");
    expect((await tasks()).map(({ state }) => state).sort()).toEqual(["cancelled", "cancelled", "open"]);
  });

  test("is due on the day that the municipality chose, with its basis; before, on 1 April, which nobody chose", async () => {
    const run = here.on("2024-01-15");
    expect((await plansOn("2024-12-31")).alignmentDay).toEqual({ day: "04-01", basis: null, at: null, by: null });
    await run((ctx) => here.ledger.chooseAlignmentDay(ctx, { day: "03-25", basis: "положение, п. 31" }));
    await run((ctx) => here.ledger.chooseAlignmentDay(ctx, { day: "03-20", basis: "положение, п. 32" }));
    const { alignBy, alignmentDay } = await plansOn("2024-12-31");
    expect(alignBy).toBe("2024-03-20");
    expect(alignmentDay).toMatchObject({ basis: "положение, п. 32", by: "Орлова Вера" });
  });

  test.each([
    ["02-30", "положение", "ledger-day-wrong"],
    ["02-29", "положение", "ledger-day-wrong"],
    ["завтра", "положение", "ledger-day-wrong"],
    ["03-01", " ", "ledger-basis-missing"],
  ])("takes no day %s on the strength of «%s»", async (day, basis, refusal) => {
    const choosing = here.on("2024-01-15")((ctx) => here.ledger.chooseAlignmentDay(ctx, { day, basis }));
    await expect(choosing).rejects.toEqual(code(refusal));
  });

  test("is set up by nobody who may not", async () => {
    const auditor = here.on("2024-01-15", personWith(newId(), "auditor"));
    const choosing = auditor((ctx) => here.ledger.chooseAlignmentDay(ctx, { day: "03-01", basis: "п. 1" }));
    await expect(choosing).rejects.toEqual(code("not-permitted"));
  });
});
