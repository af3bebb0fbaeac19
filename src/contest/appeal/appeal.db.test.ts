import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import { type Database, inOwnerTransaction } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { contestSource } from "../actions-personal.ts";
import { AFTER, announce, openDecided, openTestContest, submit, TERMS, type TestContest, write } from "../testing.ts";

let database: Database;
let contest: TestContest;

beforeAll(async () => {
  database = await createTestDatabase();
  contest = await openTestContest(database, "appeals");
});
afterAll(async () => {
  contest.desk.close();
  await database.close();
});

const refused = (code: string) => ({ code });
const NO_FILE = { name: "", bytes: new Uint8Array() };
const LATER = new Date("2026-04-20T05:00:00Z");

const file = (applicationId: string, given: object = {}, actor: Actor | undefined = contest.chairs[0], now = AFTER) =>
  contest.run(
    (ctx) =>
      contest.door.fileAppeal(ctx, {
        ...{ applicationId, way: "page" as const, receivedOn: "", essence: "Балл за пользу занижен", file: NO_FILE },
        ...given,
      }),
    actor,
    now,
  );
const list = (applicationId: string, actor: Actor | undefined = contest.chairs[0]) =>
  contest.run((ctx) => contest.door.listAppeals(ctx, applicationId), actor, AFTER);
const dismiss = (applicationId: string, given: object = {}, actor?: Actor) =>
  contest.run(
    async (ctx) => {
      const { appeals } = await contest.door.listAppeals(ctx, applicationId);
      const own = { applicationId, appealId: appeals.at(-1)?.id ?? "", version: "1", answer: "Оценки верны" };
      await contest.door.dismissAppeal(ctx, { ...own, ...given });
    },
    actor,
    AFTER,
  );

async function countLetters(template: string, id: string): Promise<number> {
  const { rows } = await inOwnerTransaction(database, (tx) =>
    sql<{ count: number }>`select count(*)::int4 as count from mail_letter
      where template = ${template} and key like ${`%${id}%`}`.execute(tx),
  );
  return rows[0]?.count ?? 0;
}

/** A refused application of the first association. */
async function openRefused(given: object = {}): Promise<string> {
  const { door, run } = contest;
  const id = await write(contest, await announce(contest, given), 0);
  await submit(contest, id, 0);
  await run((ctx) => door.decideAdmission(ctx, { id, version: "3", move: "refuse", reason: "место", until: "" }));
  return id;
}

describe("an appeal", () => {
  test("is filed by the applicant with a file, waits until the day of the regulations, and is dismissed with grounds", async () => {
    const terms = { ...TERMS, appeals: { answerDays: 10 } };
    const { applications } = await openDecided(contest, ["9", "7", "8"], { terms });
    const [id = ""] = applications;
    expect(await list(id)).toEqual({ appeals: [], isOpen: true, until: null, answerDays: 10 });
    const scan = { name: "жалоба.pdf", bytes: new TextEncoder().encode("%PDF-1.4") };
    const appealId = await file(id, { file: scan });
    await expect(file(id)).rejects.toMatchObject(refused("appeal-open"));
    const [appeal] = (await list(id)).appeals;
    expect(appeal).toMatchObject({
      ...{ id: appealId, way: "page", receivedOn: "2026-03-26", answerBy: "2026-04-05", state: "filed", version: 1 },
      file: { name: "жалоба.pdf" },
    });
    const kept = contest.run((ctx) => contest.door.findAppealFile(ctx, { id, fileId: appealId }), contest.chairs[0]);
    expect(await kept).toMatchObject({ name: "жалоба.pdf" });
    await expect(dismiss(id, { answer: " " })).rejects.toMatchObject(refused("contest-reason"));
    await expect(dismiss(id, {}, contest.chairs[0])).rejects.toMatchObject(refused("not-permitted"));
    await expect(dismiss(id, { version: "7" })).rejects.toMatchObject(refused("contest-changed"));
    await dismiss(id);
    await expect(dismiss(id)).rejects.toMatchObject(refused("appeal-unknown"));
    expect((await list(id)).appeals).toMatchObject([
      { state: "dismissed", answer: "Оценки верны", answeredOn: "2026-03-26", sittingId: null },
    ]);
    expect(await countLetters("contest-appeal-received", appealId)).toBe(1);
    expect(await countLetters("contest-appeal-dismissed", appealId)).toBe(1);
    // Another may follow once it is answered.
    await file(id);
  });

  test("upheld it opens another sitting of its own day, and names it", async () => {
    const { callId, applications, jurors } = await openDecided(contest, ["9", "7", "8"]);
    const [id = ""] = applications;
    const appealId = await file(id);
    const present = jurors.map((juror) => juror.id);
    const given = { callId, applicationId: id, receivedOn: "", essence: "ошибка в баллах", heldOn: "2026-04-20" };
    const sittingId = await contest.run(
      (ctx) => contest.door.openAppeal(ctx, { ...given, agenda: "Жалоба", present }),
      undefined,
      LATER,
    );
    expect((await list(id)).appeals).toMatchObject([
      { id: appealId, state: "upheld", sittingId, answer: "ошибка в баллах" },
    ]);
    const sittings = await contest.run((ctx) => contest.door.listSittings(ctx, callId), undefined, LATER);
    expect(sittings.at(-1)?.basis).toBe("жалоба от 26.03.2026 по заявке № 1 (Дружба): ошибка в баллах");
  });

  test("from paper it is entered by the clerk; a sitting opened on one that nobody entered enters it", async () => {
    const { callId, applications, jurors } = await openDecided(contest, ["9", "7", "8"]);
    const [first = "", second = ""] = applications;
    const paper = { way: "paper", receivedOn: "2026-03-25" };
    await expect(file(first, paper)).rejects.toMatchObject(refused("not-permitted"));
    await file(first, paper, contest.actors.operator);
    expect((await list(first)).appeals).toMatchObject([{ way: "paper", receivedOn: "2026-03-25" }]);
    const given = { callId, applicationId: second, receivedOn: "2026-03-26", essence: "ошибка", heldOn: "2026-03-26" };
    const present = jurors.map((juror) => juror.id);
    await contest.run((ctx) => contest.door.openAppeal(ctx, { ...given, agenda: "Жалоба", present }), undefined, AFTER);
    expect((await list(second, contest.chairs[1])).appeals).toMatchObject([{ way: "paper", state: "upheld" }]);
  });

  test("needs a decision, a text, a day that has come, a file of a size, and the regulations' time", async () => {
    const id = await write(contest, await announce(contest), 0);
    await submit(contest, id, 0);
    await expect(file(id)).rejects.toMatchObject(refused("appeal-nothing"));
    const terms = { ...TERMS, appeals: { withinDays: 10 } };
    const [own = ""] = (await openDecided(contest, ["9", "7", "8"], { terms })).applications;
    for (const essence of [" ", "я".repeat(10_001)])
      await expect(file(own, { essence })).rejects.toMatchObject(refused("appeal-text"));
    const tomorrow = { way: "paper", receivedOn: "2026-03-27" };
    await expect(file(own, tomorrow, contest.actors.operator)).rejects.toMatchObject(refused("appeal-text"));
    const large = { name: "скан.pdf", bytes: new Uint8Array(25 * 1024 * 1024 + 1) };
    await expect(file(own, { file: large })).rejects.toMatchObject(refused("appeal-file"));
    const late = { code: "appeal-late", values: { until: "2026-04-05" } };
    await expect(file(own, {}, contest.chairs[0], LATER)).rejects.toMatchObject(late);
    await expect(file("x")).rejects.toMatchObject(refused("application-unknown"));
  });

  test("against a refusal of admission it brings the application back to its check, while there is one", async () => {
    const uphold = (id: string, given: object = {}) =>
      contest.run((ctx) =>
        contest.door.upholdRefused(ctx, { applicationId: id, version: "1", answer: "место в границах", ...given }),
      );
    const id = await openRefused();
    await expect(uphold(id)).rejects.toMatchObject(refused("appeal-unknown"));
    await file(id, {}, contest.chairs[0], new Date("2026-03-25T06:00:00Z"));
    await expect(uphold(id, { answer: "" })).rejects.toMatchObject(refused("contest-reason"));
    await expect(uphold(id, { version: "3" })).rejects.toMatchObject(refused("contest-changed"));
    await uphold(id);
    const view = await contest.run((ctx) => contest.door.getApplication(ctx, id), contest.chairs[0]);
    expect(view).toMatchObject({ state: "submitted", number: 1 });
    expect(view.moves.at(-1)).toMatchObject({ move: "readmit", reason: "место в границах" });
    const late = await openRefused();
    await file(late, {}, contest.chairs[0]);
    const { callId } = await contest.run((ctx) => contest.door.getApplication(ctx, late), contest.chairs[0]);
    await contest.run((ctx) =>
      contest.door.moveCall(ctx, { id: callId, version: "2", move: "void", reason: "проверка" }),
    );
    await expect(uphold(late)).rejects.toMatchObject(refused("admission-over"));
  });

  test("is seen by its applicant and the office, by nobody else, and its words are in the applicant's export", async () => {
    const { applications, jurors } = await openDecided(contest, ["9", "7", "8"]);
    const [id = ""] = applications;
    await file(id, { essence: "Прошу проверить протокол" });
    await expect(list(id, contest.chairs[1])).rejects.toMatchObject(refused("not-permitted"));
    const stranger = { kind: "stranger" } as const;
    await expect(list(id, stranger)).rejects.toMatchObject(refused("not-signed-in"));
    expect(jurors).toHaveLength(3);
    const personId = contest.chairs[0]?.personId ?? "";
    const parts = await contest.run((ctx) => contestSource.collect(ctx, personId));
    const filed = parts.find(({ key }) => key === "contest-appeals")?.rows;
    expect(filed).toContainEqual(expect.objectContaining({ essence: "Прошу проверить протокол", state: "filed" }));
  });
});
