import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { replayFile } from "../rules/replay.ts";
import { AFTER, mark, openReview, openTestContest, TERMS, type TestContest, type TestReview } from "../testing.ts";

let database: Database;
let contest: TestContest;

beforeAll(async () => {
  database = await createTestDatabase();
  contest = await openTestContest(database, "sitting");
});
afterAll(async () => {
  contest.desk.close();
  await database.close();
});

const refused = (code: string) => ({ code });

/** A call whose sheets are all in: each application has these marks from everybody. */
async function openMarked(uses: readonly string[], given = {}): Promise<TestReview> {
  const review = await openReview(contest, given);
  const { callId } = review;
  await contest.run(
    (ctx) => contest.door.assignJurors(ctx, { callId, way: "everybody", perApplication: "1" }),
    undefined,
    AFTER,
  );
  for (const juror of [0, 1, 2])
    for (const [application, use] of uses.entries()) await mark(contest, review, { juror, application, use });
  return review;
}

const sit = (
  { callId, jurors }: TestReview,
  given: { present?: readonly string[]; heldOn?: string; agenda?: string; basis?: string } = {},
  actor?: Actor,
) =>
  contest.run(
    (ctx) =>
      contest.door.openSitting(ctx, {
        callId,
        heldOn: "2026-03-26",
        agenda: "Итоги",
        present: jurors.map(({ id }) => id),
        basis: "",
        ...given,
      }),
    actor,
    AFTER,
  );
const decide = ({ callId }: TestReview, version = "1") =>
  contest.run((ctx) => contest.door.decideSitting(ctx, { callId, version }), undefined, AFTER);
const list = ({ callId }: TestReview) => contest.run((ctx) => contest.door.listSittings(ctx, callId), undefined, AFTER);

describe("a sitting", () => {
  test("ranks, awards from both sources within their limits, and its file replays to the same figures", async () => {
    const review = await openMarked(["9", "7", "8"]);
    await sit(review);
    const drawn = await contest.run((ctx) => contest.door.drawRanking(ctx, review.callId), undefined, AFTER);
    // 5 for life and 1 for an own share of 10 per cent are the same for all.
    expect(drawn.places.map(({ number, place, total }) => [number, place, total])).toEqual([
      [1, 1, 15_000_000n],
      [3, 2, 14_000_000n],
      [2, 3, 13_000_000n],
    ]);
    await decide(review);
    const [sitting] = await list(review);
    expect(sitting).toMatchObject({ state: "decided", number: 1 });
    expect(sitting?.awards.map(({ place, outcome, kopecks }) => [place, outcome, kopecks])).toEqual([
      [1, "awarded", 900_00n],
      [2, "awarded", 900_00n],
      [3, "no-money", 0n],
    ]);
    expect(sitting?.awards[0]?.sums).toEqual([
      { source: "local", kopecks: 225_00n },
      { source: "regional", kopecks: 675_00n },
    ]);
    const { file } = await contest.run(
      (ctx) => contest.door.readCalculation(ctx, { callId: review.callId, sittingId: sitting?.id ?? "" }),
      undefined,
      AFTER,
    );
    expect(replayFile(JSON.parse(file))).toMatchObject({ kind: "replayed", differences: [] });
    for (const name of ["Орлов", "Кузнецов", "Белая", "Председатель", "Дружба"]) expect(file).not.toContain(name);
    expect((await contest.run((ctx) => contest.door.getCall(ctx, review.callId))).state).toBe("decided");
    const asked = { year: 2026, until: "2026-12-31", knownAt: AFTER };
    const awards = await contest.run((ctx) => contest.door.listAwards(ctx, asked), undefined, AFTER);
    expect(awards.filter(({ callId }) => callId === review.callId)).toMatchObject([
      {
        association: "Дружба",
        date: "2026-03-26",
        kopecks: 900_00n,
        sums: [{ source: "local" }, { source: "regional" }],
      },
      { association: "Луч", kopecks: 900_00n },
    ]);
    const held = (until: string) => contest.run((ctx) => contest.door.listHeld(ctx, { ...asked, until }));
    expect((await held("2026-12-31")).map(({ callId }) => callId)).toContain(review.callId);
    expect(await held("2026-03-25")).toEqual([]);
    const explained = await contest.run((ctx) =>
      contest.door.explainSitting(ctx, { callId: review.callId, sittingId: sitting?.id ?? "" }),
    );
    expect(explained).toMatchObject({ isSame: true, calculation: { outcome: "held" } });
    const jury = await contest.run((ctx) => contest.door.getJury(ctx, review.callId));
    expect(jury.jurors.map(({ name, given, owed }) => [name, given, owed])).toEqual([
      ["Орлов Пётр", 3, 0],
      ["Кузнецов Иван", 3, 0],
      ["Белая Мария", 3, 0],
    ]);
  });

  test("equal totals on which money depends wait for the vote, and the vote decides", async () => {
    const review = await openMarked(["8", "8", "8"]);
    await sit(review);
    await expect(decide(review)).rejects.toMatchObject({
      code: "sitting-undecided",
      values: { numbers: "№ 1, № 2, № 3" },
    });
    const vote = (votes: unknown, version = "1") =>
      contest.run((ctx) => contest.door.recordVotes(ctx, { callId: review.callId, version, votes }), undefined, AFTER);
    await expect(vote({ hands: { 1: 4 } })).rejects.toMatchObject(refused("sitting-votes"));
    await expect(vote({ hands: { 9: 1 } })).rejects.toMatchObject(refused("sitting-votes"));
    await expect(vote({ hands: { 1: -1 } })).rejects.toMatchObject(refused("sitting-votes"));
    await vote({ hands: { 1: 0, 2: 3, 3: 1 } });
    await expect(vote({ hands: {} })).rejects.toMatchObject(refused("contest-changed"));
    await expect(decide(review, "1")).rejects.toMatchObject(refused("contest-changed"));
    const { places } = await decide(review, "2");
    expect(places.map(({ number }) => number)).toEqual([2, 3, 1]);
    expect(places[0]?.breaks).toMatchObject([{ rule: { by: "open-vote" }, result: "decided" }]);
  });

  test("an appeal holds it again on its basis; the earlier one stays as it was decided", async () => {
    const review = await openMarked(["9", "7", "8"]);
    await sit(review);
    await decide(review);
    await expect(sit(review)).rejects.toMatchObject(refused("contest-reason"));
    await contest.run((ctx) => contest.door.listSittings(ctx, review.callId));
    await sit(review, { basis: "жалоба ТОС «Заря» от 26.03.2026" });
    await expect(sit(review, { basis: "ещё" })).rejects.toMatchObject(refused("sitting-open"));
    await decide(review);
    const sittings = await list(review);
    expect(sittings.map(({ number, state, basis, awards }) => [number, state, basis, awards.length])).toEqual([
      [1, "superseded", null, 3],
      [2, "decided", "жалоба ТОС «Заря» от 26.03.2026", 3],
    ]);
  });

  test("an appeal against a juror takes their marks out, and only a sitting that was decided is appealed", async () => {
    const review = await openMarked(["9", "7"]);
    const { callId, jurors, applications } = review;
    const { door, run, actors } = contest;
    const given = { callId, applicationId: applications[1] ?? "", receivedOn: "2026-03-26", heldOn: "2026-03-26" };
    const appeal = (change: object = {}, actor?: Actor) =>
      run(
        (ctx) =>
          door.openAppeal(ctx, {
            ...{ ...given, essence: "член комиссии живёт по соседству", agenda: "Жалоба" },
            present: jurors.map(({ id }) => id).slice(1),
            ...change,
          }),
        actor,
        AFTER,
      );
    // The first juror alone puts the third application above the others.
    for (const [juror, use] of ["10", "1", "1"].entries()) await mark(contest, review, { juror, application: 2, use });
    await expect(appeal()).rejects.toMatchObject(refused("sitting-not-review"));
    await sit(review);
    const before = await decide(review);
    for (const change of [
      { essence: " " },
      { receivedOn: "2026-03-27" },
      { applicationId: "x" },
      { essence: "я".repeat(701) },
    ])
      await expect(appeal(change)).rejects.toMatchObject(refused("appeal-form"));
    await expect(appeal({}, actors.auditor)).rejects.toMatchObject(refused("not-permitted"));
    const remove = () =>
      run(
        (ctx) => door.removeJuror(ctx, { callId, jurorId: jurors[0]?.id ?? "", basis: "живёт по соседству" }),
        undefined,
        AFTER,
      );
    await expect(remove()).rejects.toMatchObject(refused("jury-over"));
    await appeal();
    await remove();
    const after = await decide(review);
    const totals = (calculation: typeof before) => calculation.places.map(({ number, total }) => [number, total]);
    expect(totals(before)).toEqual([
      [1, 15_000_000n],
      [2, 13_000_000n],
      [3, 10_000_000n],
    ]);
    expect(totals(after)).toEqual([
      [1, 15_000_000n],
      [2, 13_000_000n],
      [3, 7_000_000n],
    ]);
    expect((await list(review)).map(({ basis }) => basis)).toEqual([
      null,
      "жалоба от 26.03.2026 по заявке № 2 (Заря): член комиссии живёт по соседству",
    ]);
    await expect(remove()).rejects.toMatchObject(refused("jury-over"));
  });

  test("equals that the rules leave equal are voted on all the same: nobody else can tell them apart", async () => {
    const review = await openMarked(["8", "8", "8"], { terms: { ...TERMS, rules: { ...TERMS.rules, tieBreaks: [] } } });
    await sit(review);
    await expect(decide(review)).rejects.toMatchObject(refused("sitting-undecided"));
    const votes = { hands: { 1: 1, 2: 3, 3: 2 }, chair: [] };
    await contest.run(
      (ctx) => contest.door.recordVotes(ctx, { callId: review.callId, version: "1", votes }),
      undefined,
      AFTER,
    );
    const { places } = await decide(review, "2");
    expect(places.map(({ number, place }) => [number, place])).toEqual([
      [2, 1],
      [3, 2],
      [1, 3],
    ]);
  });

  test("what comes next before it is said to the office", async () => {
    const review = await openMarked(["9", "7"]);
    const next = () => contest.run((ctx) => contest.door.listObstacles(ctx, review.callId), undefined, AFTER);
    expect((await next()).map(({ code }) => code)).toEqual(["owed", "owed", "owed"]);
    for (const juror of [0, 1, 2]) await mark(contest, review, { juror, application: 2, use: "5" });
    expect(await next()).toEqual([{ code: "ready" }]);
    await sit(review);
    await decide(review);
    expect(await next()).toEqual([]);
    const asJuror = contest.run(
      (ctx) => contest.door.listObstacles(ctx, review.callId),
      review.jurors[0]?.actor,
      AFTER,
    );
    await expect(asJuror).rejects.toMatchObject(refused("not-permitted"));
  });

  test("needs every sheet, a quorum, a day and an agenda", async () => {
    const review = await openMarked(["9", "7"]);
    await expect(sit(review)).rejects.toMatchObject({ code: "reviews-missing", values: { count: 3 } });
    for (const juror of [0, 1, 2]) await mark(contest, review, { juror, application: 2, use: "5" });
    const one = [review.jurors[0]?.id ?? ""];
    await expect(sit(review, { present: one })).rejects.toMatchObject({
      code: "sitting-quorum",
      values: { present: 1, needed: 2 },
    });
    await expect(sit(review, { present: ["nobody"] })).rejects.toMatchObject(refused("jury-unknown"));
    await expect(sit(review, { heldOn: "2026-03-27" })).rejects.toMatchObject(refused("sitting-form"));
    await expect(sit(review, { agenda: " " })).rejects.toMatchObject(refused("sitting-form"));
    await expect(decide(review)).rejects.toMatchObject(refused("sitting-none"));
    await expect(sit(review, {}, review.jurors[0]?.actor)).rejects.toMatchObject(refused("not-permitted"));
  });

  test("when all jurors are recused from an application it is not ranked, and nobody gets a nought for it", async () => {
    const review = await openReview(contest);
    const { callId, jurors, applications } = review;
    const { door, run } = contest;
    for (const { id, actor } of jurors)
      await run(
        (ctx) => door.recuse(ctx, { callId, jurorId: id, applicationId: applications[0] ?? "", basis: "соседи" }),
        actor,
        AFTER,
      );
    await run((ctx) => door.assignJurors(ctx, { callId, way: "everybody", perApplication: "1" }), undefined, AFTER);
    for (const juror of [0, 1, 2])
      for (const application of [1, 2])
        await mark(contest, review, { juror, application, use: String(5 + application) });
    await sit(review);
    const { unranked, awards } = await decide(review);
    expect(unranked).toEqual([1]);
    expect(awards.map(({ number }) => number)).toEqual([3, 2]);
  });

  test("of a call that is not in review there is none, and a calculation that is not there is not read", async () => {
    const review = await openMarked(["9", "7", "8"]);
    const { version } = await contest.run((ctx) => contest.door.getCall(ctx, review.callId));
    await contest.run(
      (ctx) =>
        contest.door.moveCall(ctx, {
          id: review.callId,
          version: String(version),
          move: "void",
          reason: "нарушен порядок",
        }),
      undefined,
      AFTER,
    );
    await expect(sit(review)).rejects.toMatchObject(refused("sitting-not-review"));
    await expect(
      contest.run((ctx) => contest.door.readCalculation(ctx, { callId: review.callId, sittingId: "x" })),
    ).rejects.toMatchObject(refused("calculation-unknown"));
  });

  test("an association that was awarded is not free of prizes in the years that the rule looks at", async () => {
    const review = await openMarked(["9", "7", "8"]);
    await sit(review);
    await decide(review);
    const { door, run, chairs, associations } = contest;
    const days = {
      year: "2027",
      opensOn: "2026-03-01",
      opensTime: "00:00",
      closesOn: "2026-04-25",
      closesTime: "24:00",
      reviewUntil: "2026-05-10",
    };
    const draft = await run((ctx) => door.copyCall(ctx, review.callId, days));
    const copy = await run((ctx) => door.getCall(ctx, draft));
    const terms = { ...copy.terms, prizeFreeYears: 1 };
    await run((ctx) =>
      door.editCall(ctx, { ...days, id: draft, version: "1", contestId: copy.contest.id, isBlind: false, terms }),
    );
    await run((ctx) => door.moveCall(ctx, { id: draft, version: "2", move: "announce", reason: "" }));
    const met: unknown[] = [];
    for (const at of [0, 1]) {
      const id = await run(
        (ctx) =>
          door.beginApplication(ctx, { callId: draft, associationId: associations[at] ?? "", kind: "chair-person" }),
        chairs[at],
      );
      const lines = await run((ctx) => door.getChecklist(ctx, id));
      met.push(lines.find(({ key }) => key === "prize-free"));
    }
    expect(met).toMatchObject([
      { isMet: false, seen: "2026" },
      { isMet: true, seen: null },
    ]);
  });
});
