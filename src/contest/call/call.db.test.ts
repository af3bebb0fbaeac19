import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import { type Database, inOwnerTransaction } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { announce, CALL, openTestContest, TERMS, type TestContest } from "../testing.ts";

let database: Database;
let contest: TestContest;

beforeAll(async () => {
  database = await createTestDatabase();
  contest = await openTestContest(database, "calls");
});
afterAll(async () => {
  contest.desk.close();
  await database.close();
});

const refused = (code: string) => ({ code });

describe("a call", () => {
  const keep = (given: object) =>
    contest.run(async (ctx) => {
      const contestId = await contest.door.addContest(ctx, {
        kind: "projects",
        name: `Другой ${newId()}`,
        activityId: "",
      });
      return contest.door.draftCall(ctx, { ...CALL, contestId, ...given });
    });

  test.each<[string, object, string]>([
    ["without a year", { year: "26" }, "contest-year"],
    ["that closes before it opens", { closesOn: "2026-02-01" }, "contest-dates"],
    ["on a day that there is not", { opensOn: "2026-02-30" }, "contest-dates"],
    ["at an hour that there is not", { closesTime: "25:00" }, "contest-dates"],
    ["with terms of another shape", { terms: { applicants: [] } }, "contest-terms"],
    ["with a fact from nowhere", { terms: { ...TERMS, facts: {} } }, "contest-terms"],
    [
      "with categories that nobody is asked for",
      { terms: { ...TERMS, rules: { ...TERMS.rules, categories: [{ key: "a", name: "a" }] } } },
      "contest-terms",
    ],
    ["of a contest that there is not", { contestId: newId() }, "contest-unknown"],
  ])("%s is refused", (_name, given, code) => expect(keep(given)).rejects.toMatchObject(refused(code)));

  test("is one a year, bears a name of its own, and belongs to an activity of the programme", async () => {
    const { door, run } = contest;
    const add = (given: object) =>
      run((ctx) => door.addContest(ctx, { kind: "projects", name: "Имя", activityId: "", ...given }));
    const contestId = await add({});
    await expect(add({})).rejects.toMatchObject(refused("contest-known"));
    await expect(add({ kind: "lottery" })).rejects.toMatchObject(refused("contest-kind"));
    await expect(add({ name: " " })).rejects.toMatchObject(refused("contest-name"));
    await expect(add({ name: "Ещё", activityId: newId() })).rejects.toMatchObject(refused("contest-activity"));
    await run((ctx) => door.draftCall(ctx, { ...CALL, contestId }));
    await expect(run((ctx) => door.draftCall(ctx, { ...CALL, contestId }))).rejects.toMatchObject(
      refused("contest-year-taken"),
    );
  });

  test("is a copy of last year's, edited as a draft, and binds once announced", async () => {
    const { door, run } = contest;
    const old = await announce(contest);
    const days = { ...CALL, year: "2027", opensOn: "2027-03-01", closesOn: "2027-03-25", reviewUntil: "2027-04-10" };
    const id = await run((ctx) => door.copyCall(ctx, old, days));
    const copy = await run((ctx) => door.getCall(ctx, id));
    expect(copy).toMatchObject({ terms: TERMS, state: "draft", closesAt: "2027-03-25T17:00:00.000Z", isOpen: false });
    const edit = (version: string) =>
      run((ctx) => door.editCall(ctx, { ...days, id, version, contestId: copy.contest.id, closesTime: "12:00" }));
    await edit("1");
    await expect(edit("1")).rejects.toMatchObject(refused("contest-changed"));
    await expect(run((ctx) => door.getCall(ctx, id), STRANGER)).rejects.toMatchObject(refused("contest-unknown"));
    const move = (to: string, version: string, reason = "") =>
      run((ctx) => door.moveCall(ctx, { id, version, move: to, reason }));
    await expect(move("begin-review", "2")).rejects.toMatchObject(refused("contest-move"));
    await expect(move("cancel", "2")).rejects.toMatchObject(refused("contest-reason"));
    await move("announce", "2");
    await expect(edit("3")).rejects.toMatchObject(refused("contest-announced"));
    await expect(move("begin-review", "3")).rejects.toMatchObject(refused("contest-still-open"));
    await expect(run((ctx) => door.getCall(ctx, id), STRANGER)).resolves.toMatchObject({ state: "announced" });
  });

  test("has its terms checked before they are saved, by who keeps contests alone", async () => {
    const { door, run, chairs } = contest;
    const check = (terms: unknown, actor = contest.actors.operator) => run((ctx) => door.checkTerms(ctx, terms), actor);
    expect(await check(TERMS)).toEqual([]);
    expect(await check({ ...TERMS, facts: {} })).toEqual([
      { where: "rules.criteria.2.source", code: "fact-from-nowhere" },
    ]);
    await expect(check(TERMS, chairs[0])).rejects.toMatchObject(refused("not-permitted"));
  });

  test("whose deadline is the night in which the clocks change ends at the first instant of the next day", async () => {
    await inOwnerTransaction(database, (tx) =>
      sql`update municipality set time_zone = 'Europe/Berlin' where id = ${contest.municipalityId}`.execute(tx),
    );
    const id = await announce(contest, { closesOn: "2026-03-29", reviewUntil: "2026-04-10" });
    await inOwnerTransaction(database, (tx) =>
      sql`update municipality set time_zone = 'Asia/Novosibirsk' where id = ${contest.municipalityId}`.execute(tx),
    );
    // 24:00 of a day that has 23 hours, in summer time.
    expect((await contest.run((ctx) => contest.door.getCall(ctx, id))).closesAt).toBe("2026-03-29T22:00:00.000Z");
  });
});
