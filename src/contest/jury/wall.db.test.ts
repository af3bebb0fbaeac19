import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { type Database, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { sayReader } from "../store-wall.ts";
import { AFTER, mark, openTestContest, type TestContest, type TestReview } from "../testing.ts";
import { markAll, openAssigned, queryWalled, WALLED } from "./testing-jury.ts";

let database: Database;
let contest: TestContest;

beforeAll(async () => {
  database = await createTestDatabase();
  contest = await openTestContest(database, "wall");
});
afterAll(async () => {
  contest.desk.close();
  await database.close();
});

const refused = (code: string) => ({ code });
const query = (table: string, actor: Actor | null) => queryWalled({ database, contest }, table, actor);

describe("a recused juror", () => {
  let review: TestReview;
  let recused: Actor;
  let hidden: Id;
  beforeAll(async () => {
    review = await openAssigned(contest);
    recused = review.jurors[1]?.actor as Actor;
    hidden = review.applications[1] ?? "";
    await markAll(contest, review);
  });

  test.each(WALLED)("finds no row of the application in %s by any query, and of the others they do", async (table) => {
    const found = await query(table, recused);
    expect(found).not.toContain(hidden);
    expect(found).toContain(review.applications[0]);
  });

  test("reads no marks of it, their own neither others', after all are in either", async () => {
    expect(await query("contest_mark", recused)).not.toContain(hidden);
    expect(await query("contest_mark", review.jurors[0]?.actor ?? recused)).toContain(hidden);
  });

  test("is refused at every door", async () => {
    const { door, run } = contest;
    const { callId } = review;
    const as = <T>(work: Parameters<typeof run<T>>[0]) => run(work, recused, AFTER);
    await expect(as((ctx) => door.getApplication(ctx, hidden))).rejects.toMatchObject(refused("application-unknown"));
    await expect(as((ctx) => door.findFile(ctx, { id: hidden, fileId: "" }))).rejects.toMatchObject(
      refused("application-unknown"),
    );
    await expect(mark(contest, review, { juror: 1, application: 1, use: "1" })).rejects.toMatchObject(
      refused("review-not-yours"),
    );
    expect((await as((ctx) => door.listApplications(ctx, callId))).map(({ id }) => id)).not.toContain(hidden);
    expect((await as((ctx) => door.listReviews(ctx, callId))).map(({ applicationId }) => applicationId)).not.toContain(
      hidden,
    );
  });

  test("is no better off as operator, coordinator or auditor at the same time", async () => {
    const { personId } = recused as Actor & { kind: "person" };
    const holdings = ["operator", "coordinator", "auditor"].map((role) => ({ role, subjectId: null }));
    const both: Actor = {
      kind: "person",
      personId,
      name: "x",
      holdings: [...holdings, { role: "juror", subjectId: review.callId }],
    };
    await expect(contest.run((ctx) => contest.door.getApplication(ctx, hidden), both, AFTER)).rejects.toMatchObject(
      refused("application-unknown"),
    );
    await expect(contest.run((ctx) => contest.door.getChecklist(ctx, hidden), both, AFTER)).rejects.toMatchObject(
      refused("application-unknown"),
    );
    const rows = await contest.run((ctx) => contest.door.listApplications(ctx, review.callId), both, AFTER);
    expect(rows.map(({ id }) => id)).not.toContain(hidden);
  });

  test("writes no sheet of it past the actions either", async () => {
    const { municipalityId } = contest;
    const row = { juror: review.jurors[1]?.id ?? "", application: hidden, call: review.callId };
    const insert = inTenant(database, municipalityId, async (tx) => {
      await sayReader({ tx, actor: recused });
      await sql`insert into contest_review (municipality_id, juror_id, application_id, call_id, saved_at)
        values (${municipalityId}, ${row.juror}, ${row.application}, ${row.call}, now())`.execute(tx);
    });
    await expect(insert).rejects.toMatchObject({ code: "42501" });
  });

  test("does not get the calculation, which holds everybody's marks", async () => {
    const { door, run } = contest;
    const { callId, jurors } = review;
    const present = jurors.map(({ id }) => id);
    await run(
      (ctx) => door.openSitting(ctx, { callId, heldOn: "2026-03-26", agenda: "Итоги", present, basis: "" }),
      undefined,
      AFTER,
    );
    await run((ctx) => door.decideSitting(ctx, { callId, version: "1" }), undefined, AFTER);
    const [sitting] = await run((ctx) => door.listSittings(ctx, callId), recused, AFTER);
    const read = (actor: Actor) =>
      run((ctx) => door.readCalculation(ctx, { callId, sittingId: sitting?.id ?? "" }), actor, AFTER);
    await expect(read(recused)).rejects.toMatchObject(refused("calculation-unknown"));
    await expect(read(jurors[0]?.actor ?? recused)).resolves.toMatchObject({ hash: expect.any(String) });
  });
});

describe("marks of others", () => {
  test("are hidden from jurors and from the office until the last sheet is in, in every query", async () => {
    const review = await openAssigned(contest);
    const { callId, jurors, applications } = review;
    await markAll(contest, review, ["22"]);
    const own = async (actor: Actor) => {
      const rows = await contest.run((ctx) => contest.door.listReviews(ctx, callId), actor, AFTER);
      return rows.filter(({ marks }) => marks !== null).map(({ jurorId }) => jurorId);
    };
    const [first, , third] = jurors;
    if (!first || !third) throw new Error("three jurors");
    expect(new Set(await own(first.actor))).toEqual(new Set([first.id]));
    expect(await own(contest.actors.operator)).toEqual([]);
    const visible = await inTenant(database, contest.municipalityId, async (tx) => {
      await sayReader({ tx, actor: third.actor });
      return (await sql<{ juror_id: Id }>`select juror_id from contest_mark where call_id = ${callId}`.execute(tx))
        .rows;
    });
    expect(visible.every(({ juror_id }) => juror_id === third.id)).toBe(true);
    await mark(contest, review, { juror: 2, application: 2, use: "5" });
    expect(new Set(await own(third.actor)).size).toBe(3);
    expect((await own(contest.actors.operator)).length).toBe(8);
    const again = {
      callId,
      applicationId: applications[0] ?? "",
      version: "1",
      given: { use: "1", life: "1" },
      reasons: {},
      isSubmitted: true,
    };
    await expect(contest.run((ctx) => contest.door.writeReview(ctx, again), first.actor, AFTER)).rejects.toMatchObject(
      refused("review-over"),
    );
  });

  test("stay hidden from a transaction that did not say who reads, and from another municipality", async () => {
    for (const table of [...WALLED, "contest_mark", "contest_calculation"].filter(
      (name) => name !== "contest_calculation",
    ))
      expect(await query(table, null)).toEqual([]);
    const elsewhere = await openTestContest(database, "elsewhere");
    elsewhere.desk.close();
    const rows = await elsewhere.run((ctx) => elsewhere.door.listCalls(ctx));
    expect(rows).toEqual([]);
  });

  test("a juror writes into nobody else's sheet, also past the actions", async () => {
    const { callId, jurors, applications } = await openAssigned(contest);
    const [first, , third] = jurors;
    const { municipalityId } = contest;
    const write = inTenant(database, municipalityId, async (tx) => {
      if (first) await sayReader({ tx, actor: first.actor });
      await sql`insert into contest_review (municipality_id, juror_id, application_id, call_id, saved_at)
        values (${municipalityId}, ${third?.id}, ${applications[0]}, ${callId}, now())`.execute(tx);
    });
    await expect(write).rejects.toMatchObject({ code: "42501" });
  });
});

describe("a blind call", () => {
  test("hides who applies from jurors until the marks are open, in the data too", async () => {
    const review = await openAssigned(contest, { isBlind: true });
    const juror = review.jurors[0]?.actor as Actor;
    const id = review.applications[0] ?? "";
    const read = () => contest.run((ctx) => contest.door.getApplication(ctx, id), juror, AFTER);
    expect((await read()).applicant).toBeNull();
    const seen = async () => (await query("contest_applicant", juror)).includes(id);
    expect(await seen()).toBe(false);
    expect(
      (await contest.run((ctx) => contest.door.listApplications(ctx, review.callId), juror, AFTER)).every(
        ({ association }) => association === null,
      ),
    ).toBe(true);
    await markAll(contest, review);
    expect(await seen()).toBe(true);
    expect((await read()).applicant).toMatchObject({ association: "Дружба" });
  });
});
