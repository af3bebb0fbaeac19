import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { giveTestRole } from "../../access/testing.ts";
import type { Actor } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { AFTER, announce, mark, openReview, openTestContest, submit, type TestContest, write } from "../testing.ts";
import { markAll, openAssigned, queryWalled, WALLED } from "./testing-jury.ts";

let database: Database;
let contest: TestContest;

beforeAll(async () => {
  database = await createTestDatabase();
  contest = await openTestContest(database, "jury");
});
afterAll(async () => {
  contest.desk.close();
  await database.close();
});

const refused = (code: string) => ({ code });
const query = (table: string, actor: Actor | null) => queryWalled({ database, contest }, table, actor);

describe("who sits on the jury", () => {
  test("a removed juror reads nothing from then on, their marks do not count, and the others go on", async () => {
    const review = await openAssigned(contest);
    const { callId, jurors, applications } = review;
    const { door, run } = contest;
    await mark(contest, review, { juror: 2, application: 0, use: "10" });
    const remove = (basis: string) =>
      run((ctx) => door.removeJuror(ctx, { callId, jurorId: jurors[2]?.id ?? "", basis }), undefined, AFTER);
    await expect(remove(" ")).rejects.toMatchObject(refused("contest-reason"));
    await remove("выбыл");
    await expect(remove("ещё раз")).rejects.toMatchObject(refused("jury-unknown"));
    const removed = jurors[2]?.actor as Actor;
    for (const table of [...WALLED, "contest_mark"])
      expect((await query(table, removed)).filter((id) => applications.includes(id))).toEqual([]);
    await expect(mark(contest, review, { juror: 2, application: 1, use: "1" })).rejects.toMatchObject(
      refused("jury-unknown"),
    );
    await markAll(contest, review, ["20", "21", "22"]);
    const present = [jurors[0]?.id ?? "", jurors[1]?.id ?? ""];
    await run(
      (ctx) => door.openSitting(ctx, { callId, heldOn: "2026-03-26", agenda: "Итоги", present, basis: "" }),
      undefined,
      AFTER,
    );
    const { scores } = await run((ctx) => door.drawRanking(ctx, callId), undefined, AFTER);
    expect(scores.map((score) => score.jurors)).toEqual([["juror-1", "juror-2"], ["juror-1"], ["juror-1", "juror-2"]]);
  });

  test("somebody with the role who was not invited reads nothing and marks nothing", async () => {
    const review = await openAssigned(contest);
    const actor = await contest.make("Лишний", { role: "juror", subjectId: review.callId });
    await expect(
      contest.run((ctx) => contest.door.getApplication(ctx, review.applications[0] ?? ""), actor, AFTER),
    ).rejects.toMatchObject(refused("not-permitted"));
    await expect(
      contest.run((ctx) => contest.door.listReviews(ctx, review.callId), actor, AFTER),
    ).rejects.toMatchObject(refused("not-permitted"));
    const input = {
      callId: review.callId,
      applicationId: review.applications[0] ?? "",
      version: "0",
      given: {},
      reasons: {},
      isSubmitted: false,
    };
    await expect(contest.run((ctx) => contest.door.writeReview(ctx, input), actor, AFTER)).rejects.toMatchObject(
      refused("jury-unknown"),
    );
  });

  test("invited is who holds the role, once, and one chair", async () => {
    const { callId, jurors } = await openReview(contest);
    const { door, run, make } = contest;
    const invite = (personId: Id, isChair = false) =>
      run((ctx) => door.inviteJuror(ctx, { callId, personId, isChair }), undefined, AFTER);
    const other = await make("Без роли");
    await expect(invite(other.personId)).rejects.toMatchObject(refused("jury-role"));
    await expect(invite(jurors[0]?.actor.personId ?? "")).rejects.toMatchObject(refused("jury-known"));
    await run((ctx) => giveTestRole(ctx, { personId: other.personId, role: "juror", subjectId: callId }));
    await expect(invite(other.personId, true)).rejects.toMatchObject(refused("jury-chair"));
    await invite(other.personId);
    const draftless = await announce(contest);
    await run((ctx) => door.moveCall(ctx, { id: draftless, version: "2", move: "cancel", reason: "нет денег" }));
    await expect(
      run((ctx) => door.inviteJuror(ctx, { callId: draftless, personId: other.personId, isChair: false })),
    ).rejects.toMatchObject(refused("jury-over"));
  });

  test("whoever holds a role in the applicant's association is recused at once; a surname is only a hint", async () => {
    const review = await openReview(contest);
    const { callId, jurors, applications } = review;
    const { run, door, associations } = contest;
    const personId = jurors[0]?.actor.personId ?? "";
    await run((ctx) => giveTestRole(ctx, { personId, role: "chair", subjectId: associations[0] }));
    const assign = (given: object = {}) =>
      run(
        (ctx) => door.assignJurors(ctx, { callId, way: "by-balance", perApplication: "2", ...given }),
        undefined,
        AFTER,
      );
    await expect(assign({ way: "by-lot" })).rejects.toMatchObject(refused("jury-way"));
    await expect(assign({ perApplication: "0" })).rejects.toMatchObject(refused("jury-way"));
    const { recused, hints, pairs } = await assign();
    expect(recused).toEqual([{ jurorId: jurors[0]?.id, applicationId: applications[0] }]);
    // Кузнецов and Кузнецова, who stands in every team.
    expect(new Set(hints.map(({ jurorId }) => jurorId))).toEqual(new Set([jurors[1]?.id]));
    expect(pairs).toHaveLength(6);
    expect((await assign()).pairs).toEqual([]);
    await run(
      (ctx) => door.removeJuror(ctx, { callId, jurorId: jurors[1]?.id ?? "", basis: "выбыл" }),
      undefined,
      AFTER,
    );
    const more = await assign();
    expect(more.pairs.every(({ jurorId }) => jurorId !== jurors[1]?.id)).toBe(true);
    // The first application has nobody left but the third juror: it stays with one.
    expect(await query("contest_application", jurors[0]?.actor ?? null)).not.toContain(applications[0]);
  });

  test("before anything is given out a juror sees of each application what a recusal needs, and in a blind call no association", async () => {
    for (const isBlind of [false, true]) {
      const { callId, jurors, applications } = await openReview(contest, { isBlind });
      const read = (actor?: Actor) => contest.run((ctx) => contest.door.listToDeclare(ctx, callId), actor, AFTER);
      const [first] = await read(jurors[0]?.actor);
      expect(first).toEqual({
        applicationId: applications[0],
        number: 1,
        title: "Детская площадка",
        association: isBlind ? null : "Дружба",
        isRecused: false,
      });
      expect(await query("contest_application", jurors[0]?.actor ?? null)).not.toContain(applications[0]);
      await expect(read()).rejects.toMatchObject(refused("not-permitted"));
    }
  });

  test("a recusal has its basis, an application and a right", async () => {
    const { callId, jurors, applications } = await openReview(contest);
    const recuse = (given: object, actor?: Actor) =>
      contest.run(
        (ctx) =>
          contest.door.recuse(ctx, {
            callId,
            jurorId: jurors[0]?.id ?? "",
            applicationId: applications[0] ?? "",
            basis: "сосед",
            ...given,
          }),
        actor,
        AFTER,
      );
    await expect(recuse({ basis: "" })).rejects.toMatchObject(refused("contest-reason"));
    await expect(recuse({ applicationId: "x" })).rejects.toMatchObject(refused("application-unknown"));
    await expect(recuse({}, jurors[1]?.actor)).rejects.toMatchObject(refused("not-permitted"));
    await recuse({}, contest.actors.operator);
    await recuse({}, contest.actors.operator);
  });

  test("before the review nothing is given out, and to an empty jury neither", async () => {
    const callId = await announce(contest);
    const id = await write(contest, callId, 0);
    await submit(contest, id, 0);
    const assign = () =>
      contest.run(
        (ctx) => contest.door.assignJurors(ctx, { callId, way: "everybody", perApplication: "1" }),
        undefined,
        AFTER,
      );
    await expect(assign()).rejects.toMatchObject(refused("jury-not-review"));
    await contest.run(
      (ctx) => contest.door.moveCall(ctx, { id: callId, version: "2", move: "begin-review", reason: "" }),
      undefined,
      AFTER,
    );
    await expect(assign()).rejects.toMatchObject(refused("jury-none"));
  });
});

describe("a sheet", () => {
  test("is saved unfinished, never wrong, handed in whole, and not over a later save", async () => {
    const { callId, jurors, applications } = await openAssigned(contest);
    const save = (given: object) => {
      const input = {
        callId,
        applicationId: applications[0] ?? "",
        version: "0",
        given: { use: "7" },
        reasons: {},
        isSubmitted: false,
        ...given,
      };
      return contest.run((ctx) => contest.door.writeReview(ctx, input), jurors[0]?.actor, AFTER);
    };
    await expect(save({ given: { use: "11" } })).rejects.toMatchObject({
      code: "review-value",
      values: { where: "use", what: "value-range" },
    });
    await expect(save({ given: { use: "семь" } })).rejects.toMatchObject(refused("review-value"));
    await expect(save({ given: { own: "1" } })).rejects.toMatchObject({
      values: { where: "own", what: "value-unknown" },
    });
    await save({});
    await expect(save({})).rejects.toMatchObject(refused("contest-changed"));
    await expect(save({ version: "1", isSubmitted: true })).rejects.toMatchObject({
      values: { where: "life", what: "value-missing" },
    });
    await save({ version: "1", given: { use: "7", life: "8" }, isSubmitted: true });
    await expect(save({ version: "1" })).rejects.toMatchObject(refused("contest-changed"));
  });
});
