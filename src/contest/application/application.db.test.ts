import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { AFTER, announce, CONTENT, DEADLINE, openTestContest, submit, type TestContest, write } from "../testing.ts";

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
