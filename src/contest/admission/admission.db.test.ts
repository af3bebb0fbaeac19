import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, inOwnerTransaction } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { registry } from "../../registry/index.ts";
import {
  AFTER,
  admit,
  announce,
  CONTENT,
  openTestContest,
  submit,
  TERMS,
  type TestContest,
  write,
} from "../testing.ts";

let database: Database;
let contest: TestContest;

beforeAll(async () => {
  database = await createTestDatabase();
  contest = await openTestContest(database, "admission");
});
afterAll(async () => {
  contest.desk.close();
  await database.close();
});

const refused = (code: string) => ({ code });
const get = (id: string, at = 0) => contest.run((ctx) => contest.door.getApplication(ctx, id), contest.chairs[at]);

describe("admission", () => {
  const decide = (id: string, given: object, now?: Date) =>
    contest.run(
      (ctx) => contest.door.decideAdmission(ctx, { id, version: "3", move: "admit", reason: "", until: "", ...given }),
      undefined,
      now,
    );

  test("waits for every line: rules answer by themselves, people what is theirs", async () => {
    const id = await write(
      contest,
      await announce(contest, { terms: { ...TERMS, leastAgeMonths: 12, prizeFreeYears: 2 } }),
      0,
    );
    await submit(contest, id, 0);
    const lines = await contest.run((ctx) => contest.door.getChecklist(ctx, id));
    expect(lines.map(({ key, by, isMet }) => [key, by, isMet])).toEqual([
      ["association-active", "rule", true],
      // The register does not say when the charter was registered.
      ["association-age", "person", null],
      ["prize-free", "rule", true],
      ["papers", "rule", true],
      ["sums", "rule", true],
      ["form", "rule", true],
      ["call:place", "person", null],
    ]);
    await expect(decide(id, {})).rejects.toMatchObject({ code: "admission-unmet", values: { count: 2 } });
    const answer = (line: string, isMet = true) =>
      contest.run((ctx) => contest.door.answerLine(ctx, { id, line, isMet, note: "" }));
    await expect(answer("papers")).rejects.toMatchObject(refused("admission-line"));
    await answer("association-age");
    await answer("call:place", false);
    await expect(decide(id, {})).rejects.toMatchObject({ values: { count: 1, line: "Место в границах ТОС" } });
    await answer("call:place");
    await decide(id, {});
    expect((await get(id)).state).toBe("admitted");
  });

  test("an association younger than the rule by its charter is not admitted", async () => {
    const { run, actors, associations } = contest;
    const typed = { charterDate: "2025-03-26", charterNumber: "1", charterAct: "" };
    await run(
      (ctx) =>
        registry.saveSection(ctx, associations[2], {
          section: "charter",
          seen: "",
          corrects: "",
          since: "2025-03-26",
          basis: "",
          typed,
        }),
      actors.coordinator,
    );
    const id = await write(contest, await announce(contest, { terms: { ...TERMS, leastAgeMonths: 12 } }), 2);
    await submit(contest, id, 2);
    const lines = await run((ctx) => contest.door.getChecklist(ctx, id));
    expect(lines.find(({ key }) => key === "association-age")).toMatchObject({
      by: "rule",
      isMet: false,
      seen: "2025-03-26",
    });
  });

  test("returned with a date it is corrected after the deadline too, until that day is over, and keeps its moment", async () => {
    const id = await write(contest, await announce(contest), 0);
    const first = await submit(contest, id, 0);
    await expect(decide(id, { move: "return", until: "2026-03-30" })).rejects.toMatchObject(refused("contest-reason"));
    await expect(decide(id, { move: "return", reason: "нет подписи", until: "2026-03-24" })).rejects.toMatchObject(
      refused("admission-until"),
    );
    await decide(id, { move: "return", reason: "нет подписи", until: "2026-03-30" });
    const letters = await inOwnerTransaction(database, (tx) =>
      sql<{
        count: string;
      }>`select count(*)::text as count from mail_letter where template = 'contest-returned'`.execute(tx),
    );
    expect(letters.rows).toEqual([{ count: "1" }]);
    const save = { id, version: "4", content: { ...CONTENT, summary: "С подписью" }, team: [] };
    await contest.run((ctx) => contest.door.saveApplication(ctx, save), contest.chairs[0], AFTER);
    const late = new Date("2026-03-30T17:00:00Z");
    await expect(submit(contest, id, 0, { version: "5", now: late })).rejects.toMatchObject(
      refused("application-late"),
    );
    const again = await submit(contest, id, 0, { version: "5", now: new Date(late.getTime() - 1) });
    expect(again).toMatchObject({ number: first.number, submittedAt: first.submittedAt });
    expect(again.hash).not.toBe(first.hash);
  });

  test("a refusal has its ground, and neither it nor what is admitted is decided twice", async () => {
    const callId = await announce(contest);
    const [refusedOne, admitted] = [await write(contest, callId, 0), await write(contest, callId, 1)];
    await submit(contest, refusedOne, 0);
    await submit(contest, admitted, 1);
    await decide(refusedOne, { move: "refuse", reason: "место вне границ" });
    expect((await get(refusedOne)).moves.at(-1)).toMatchObject({ move: "refuse", reason: "место вне границ" });
    await admit(contest, admitted);
    await expect(decide(admitted, { move: "refuse", reason: "x", version: "4" })).rejects.toMatchObject(
      refused("application-move"),
    );
    const third = await write(contest, callId, 2);
    await submit(contest, third, 2);
    await contest.run(
      (ctx) => contest.door.moveCall(ctx, { id: callId, version: "2", move: "begin-review", reason: "" }),
      undefined,
      AFTER,
    );
    await expect(decide(third, { move: "refuse", reason: "x" }, AFTER)).rejects.toMatchObject(
      refused("admission-over"),
    );
    await expect(
      contest.run(
        (ctx) => contest.door.decideAdmission(ctx, { id: third, version: "3", move: "admit", reason: "", until: "" }),
        contest.chairs[2],
      ),
    ).rejects.toMatchObject(refused("not-permitted"));
  });
});
