import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import { type Database, inOwnerTransaction } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { registry } from "../../registry/index.ts";
import {
  AFTER,
  admit,
  announce,
  CALL,
  CONTENT,
  DEADLINE,
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
  contest = await openTestContest(database, "applications");
});
afterAll(async () => {
  contest.desk.close();
  await database.close();
});

const refused = (code: string) => ({ code });
const get = (id: string, at = 0) => contest.run((ctx) => contest.door.getApplication(ctx, id), contest.chairs[at]);

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

describe("an application", () => {
  test("is saved as it is typed, resumed elsewhere, submitted with a receipt, and the same receipt when pressed twice", async () => {
    const id = await write(contest, await announce(contest), 0);
    expect(await get(id)).toMatchObject({ state: "draft", version: 2, content: CONTENT, faults: [], receipt: null });
    const receipt = await submit(contest, id, 0);
    expect(receipt).toMatchObject({
      number: 1,
      submittedAt: "2026-03-25T05:00:00.000Z",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await submit(contest, id, 0, { version: "3", now: AFTER })).toEqual(receipt);
    expect(await get(id)).toMatchObject({ state: "submitted", receipt });
  });

  test("two submissions at once are one", async () => {
    const id = await write(contest, await announce(contest), 0);
    const [one, other] = await Promise.all([submit(contest, id, 0), submit(contest, id, 0)]);
    expect(other).toEqual(one);
  });

  test("a millisecond before the deadline it is in time, at the deadline's own it is late, and what was typed stays", async () => {
    const callId = await announce(contest);
    const [early, late] = [await write(contest, callId, 0), await write(contest, callId, 1)];
    const before = new Date(DEADLINE.getTime() - 1);
    expect(await submit(contest, early, 0, { now: before })).toMatchObject({ submittedAt: "2026-03-25T16:59:59.999Z" });
    await expect(submit(contest, late, 1, { now: DEADLINE })).rejects.toMatchObject(refused("application-late"));
    const save = () =>
      contest.run(
        (ctx) => contest.door.saveApplication(ctx, { id: late, version: "2", content: CONTENT, team: [] }),
        contest.chairs[1],
        AFTER,
      );
    expect(await save()).toBe(3);
    await expect(
      contest.run(
        (ctx) =>
          contest.door.beginApplication(ctx, { callId, associationId: contest.associations[2], kind: "chair-person" }),
        contest.chairs[2],
        DEADLINE,
      ),
    ).rejects.toMatchObject(refused("application-not-open"));
  });

  test("to a call that was made void meanwhile it is not taken, and what was typed stays", async () => {
    const callId = await announce(contest);
    const id = await write(contest, callId, 0);
    await contest.run((ctx) =>
      contest.door.moveCall(ctx, { id: callId, version: "2", move: "void", reason: "проверка" }),
    );
    await expect(submit(contest, id, 0)).rejects.toMatchObject(refused("application-late"));
    expect(await get(id)).toMatchObject({ content: CONTENT, state: "draft" });
  });

  test("is taken back and submitted anew until the deadline: number kept, moment new", async () => {
    const callId = await announce(contest);
    const id = await write(contest, callId, 0);
    const first = await submit(contest, id, 0);
    const back = (move: "reopen" | "withdraw", version: string, now?: Date) =>
      contest.run((ctx) => contest.door.takeBack(ctx, { id, version, move }), contest.chairs[0], now);
    await expect(back("reopen", "3", DEADLINE)).rejects.toMatchObject(refused("application-late"));
    await back("reopen", "3");
    await expect(back("reopen", "4")).rejects.toMatchObject(refused("application-move"));
    const second = await submit(contest, id, 0, { version: "4", now: new Date("2026-03-25T06:00:00.123Z") });
    expect(second).toEqual({ ...first, submittedAt: "2026-03-25T06:00:00.123Z" });
    await back("withdraw", "5");
    await expect(submit(contest, id, 0, { version: "6" })).rejects.toMatchObject(refused("application-move"));
  });

  test.each<[string, Partial<typeof CONTENT>, string]>([
    ["without a title", { title: " " }, "title"],
    ["without a plan", { plan: [] }, "plan"],
    [
      "with a plan that ends before it begins",
      { plan: [{ what: "a", from: "2026-06-02", until: "2026-06-01", result: "" }] },
      "plan.0",
    ],
    ["with a number that is none", { answers: { people: "много" } }, "answers.people"],
    ["with a negative number", { answers: { people: "-1" } }, "answers.people"],
    ["without an answer", { answers: {} }, "answers.people"],
    [
      "with a line that does not add up",
      { estimate: [{ ...CONTENT.estimate[0], asked: "899.99" } as (typeof CONTENT.estimate)[0]] },
      "estimate.0",
    ],
    [
      "with a negative sum",
      { estimate: [{ ...CONTENT.estimate[0], asked: "-900" } as (typeof CONTENT.estimate)[0]] },
      "estimate.0.asked",
    ],
    [
      "with a sum beyond everything",
      { estimate: [{ ...CONTENT.estimate[0], unitCost: "999999999999999" } as (typeof CONTENT.estimate)[0]] },
      "estimate.0.unitCost",
    ],
    [
      "that asks more than a project may have",
      {
        estimate: [
          { ...CONTENT.estimate[0], quantity: "3", asked: "1500", ownLabour: "0" } as (typeof CONTENT.estimate)[0],
        ],
      },
      "estimate",
    ],
  ])("%s is not submitted, and says where", async (_name, content, where) => {
    const id = await write(contest, await announce(contest), 0, content);
    await expect(submit(contest, id, 0)).rejects.toMatchObject({ code: "application-faults", values: { where } });
  });

  test("without a compulsory paper is not submitted; a file is taken off and put on anew", async () => {
    const id = await write(contest, await announce(contest), 0);
    const { door, run, chairs } = contest;
    const [file] = (await get(id)).files;
    const off = () => run((ctx) => door.takeFileOff(ctx, { id, fileId: file?.id ?? "" }), chairs[0]);
    expect(await run((ctx) => door.findFile(ctx, { id, fileId: file?.id ?? "" }))).toEqual(file);
    await off();
    await expect(off()).rejects.toMatchObject(refused("application-file-unknown"));
    await expect(submit(contest, id, 0)).rejects.toMatchObject({ values: { code: "paper-missing" } });
    const add = (paper: string, bytes: Uint8Array) =>
      run((ctx) => door.addFile(ctx, { id, paper, name: "a.pdf", bytes }), chairs[0]);
    await expect(add("poem", new Uint8Array([1]))).rejects.toMatchObject(refused("application-paper"));
    await expect(add("charter", new Uint8Array())).rejects.toMatchObject(refused("application-file"));
  });

  test("two devices: the later save of the same version is told and overwrites nothing", async () => {
    const id = await write(contest, await announce(contest), 0);
    const save = (title: string) =>
      contest.run(
        (ctx) => contest.door.saveApplication(ctx, { id, version: "2", content: { ...CONTENT, title }, team: [] }),
        contest.chairs[0],
      );
    await save("Один");
    await expect(save("Другой")).rejects.toMatchObject(refused("application-changed"));
    expect((await get(id)).content.title).toBe("Один");
    await expect(submit(contest, id, 0, { version: "2" })).rejects.toMatchObject(refused("application-changed"));
  });

  test("belongs to its association: others neither read nor write it", async () => {
    const callId = await announce(contest);
    const id = await write(contest, callId, 0);
    const { door, run, chairs, associations, actors } = contest;
    await expect(get(id, 1)).rejects.toMatchObject(refused("not-permitted"));
    await expect(
      run((ctx) => door.saveApplication(ctx, { id, version: "2", content: CONTENT, team: [] }), chairs[1]),
    ).rejects.toMatchObject(refused("not-permitted"));
    await expect(run((ctx) => door.getApplication(ctx, id), STRANGER)).rejects.toMatchObject(refused("not-signed-in"));
    await expect(run((ctx) => door.getApplication(ctx, newId()))).rejects.toMatchObject(refused("application-unknown"));
    const begin = (given: object, actor = chairs[0]) =>
      run(
        (ctx) => door.beginApplication(ctx, { callId, associationId: associations[0], kind: "chair-person", ...given }),
        actor,
      );
    await expect(begin({ associationId: associations[1] })).rejects.toMatchObject(refused("not-permitted"));
    await expect(begin({ kind: "company" })).rejects.toMatchObject(refused("application-kind"));
    await begin({});
    await expect(begin({})).rejects.toMatchObject(refused("application-many"));
    const lists = async (actor: Parameters<typeof run>[1]) =>
      (await run((ctx) => door.listApplications(ctx, callId), actor)).length;
    expect([await lists(chairs[0]), await lists(chairs[1]), await lists(actors.operator)]).toEqual([2, 0, 0]);
    await submit(contest, id, 0);
    expect(await lists(actors.auditor)).toBe(1);
  });

  test("what cannot be read is not saved over what can", async () => {
    const id = await write(contest, await announce(contest), 0);
    const save = (given: { content?: unknown; team?: unknown }) =>
      contest.run(
        (ctx) => contest.door.saveApplication(ctx, { id, version: "2", content: CONTENT, team: [], ...given }),
        contest.chairs[0],
      );
    await expect(save({ content: { plan: "нет" } })).rejects.toMatchObject(refused("application-content"));
    await expect(save({ team: [{ name: "" }] })).rejects.toMatchObject(refused("application-content"));
    await submit(contest, id, 0);
    await expect(save({})).rejects.toMatchObject(refused("application-closed"));
  });
});

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
