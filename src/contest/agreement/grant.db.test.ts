import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import { recountLedger, recountRequests } from "../../ledger/index.ts";
import { findOfficeProgram } from "../../office/converted/office-program.ts";
import { readDocument } from "../../office/read.ts";
import { cellText, type DocumentTree } from "../../office/tree.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { EXAMPLE_READING, openTestSlice } from "../../programme/testing-store.ts";
import type { Calculation } from "../rules/calculate.ts";
import { AFTER, mark, openReview, openTestContest, type TestContest, type TestReview } from "../testing.ts";

let database: Database;
let contest: TestContest;
let review: TestReview;
let winner: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  contest = await openTestContest(database, "grant");
  const slice = openTestSlice(database, contest.ledger.restateAllocations, {
    linesInUse: contest.ledger.listLedgerUses,
  });
  const system = slice.runAs(contest.municipalityId);
  const { id } = await system((ctx) => slice.door.saveReading(ctx, slice.makeFile(EXAMPLE_READING)));
  await system((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: "постановление", acceptOlder: true }));
  slice.removeFiles();
  const { activities } = await system((ctx) => contest.ledger.listLedgerChoices(ctx));
  review = await decide(activities[0]?.id ?? "");
  winner = review.applications[0] ?? "";
}, 120_000);
afterAll(async () => {
  contest.desk.close();
  await database.close();
});

/** A decided call of a contest that an activity pays for. */
async function decide(activityId: Id): Promise<TestReview> {
  const { door, run } = contest;
  const contestId = await run((ctx) => door.addContest(ctx, { kind: "projects", name: "С деньгами", activityId }));
  const made = await openReview(contest, { contestId });
  const { callId, jurors } = made;
  await run((ctx) => door.assignJurors(ctx, { callId, way: "everybody", perApplication: "1" }), undefined, AFTER);
  for (const juror of [0, 1, 2])
    for (const [application, use] of ["9", "7", "8"].entries()) await mark(contest, made, { juror, application, use });
  const present = jurors.map(({ id }) => id);
  const sitting = { callId, heldOn: "2026-03-26", agenda: "Итоги", present, basis: "" };
  await expect(run((ctx) => door.makeMinutes(ctx, callId))).rejects.toMatchObject({ code: "sitting-undecided-yet" });
  await run((ctx) => door.openSitting(ctx, sitting), undefined, AFTER);
  await run((ctx) => door.decideSitting(ctx, { callId, version: "1" }), undefined, AFTER);
  return made;
}

const refused = (code: string) => ({ code });
const office = <T>(work: Parameters<TestContest["run"]>[0]) => contest.run(work, undefined, AFTER) as Promise<T>;
const chair = <T>(work: Parameters<TestContest["run"]>[0], at = 0) =>
  contest.run(work, contest.chairs[at], AFTER) as Promise<T>;

const FORM = () => ({
  applicationId: winner,
  date: "2026-03-26",
  payee: "ТОС «Дружба»",
  details: "ИНН 5400000000",
  reportDue: "2026-11-30",
  instalments: [
    { payBy: "2026-04-10", sums: { regional: "600,00", local: "200" } },
    { payBy: "2026-06-10", sums: { regional: "75", local: "25,00" } },
  ],
});

async function signAgreement(id: Id): Promise<void> {
  const { door } = contest;
  const { agreement } = await office<Awaited<ReturnType<typeof door.getGrant>>>((ctx) => door.getGrant(ctx, id));
  const own = { callId: review.callId, documentId: agreement?.documents[0]?.id ?? "", kind: "paper" };
  const by = { signer: "Кузнецов И. И.", office: "глава района", signedOn: "2026-03-26" };
  const file = { name: "скан.pdf", bytes: Buffer.from("%PDF-1.4 подписано") };
  await office((ctx) => door.signDocument(ctx, { ...own, ...by, file }));
}

function wordsOf(tree: DocumentTree): string {
  return tree.blocks
    .flatMap((block) =>
      block.kind === "paragraph" ? [block.text] : block.rows.flatMap(({ cells }) => cells.map(cellText)),
    )
    .join("\n");
}

describe("a grant", () => {
  test("has minutes as a file that names quorum, every mark and the decision; made again they name the ones before", async () => {
    const { door } = contest;
    const { callId } = review;
    const first = await office<Id>((ctx) => door.makeMinutes(ctx, callId));
    const second = await office<Id>((ctx) => door.makeMinutes(ctx, callId));
    const listed = await office<Awaited<ReturnType<typeof door.listMinutes>>>((ctx) => door.listMinutes(ctx, callId));
    expect(listed.map(({ id, replacesId, isLatest }) => [id, replacesId, isLatest])).toEqual([
      [second, first, true],
      [first, null, false],
    ]);
    // Nothing changed between them, so the bytes did not either.
    expect(listed[0]?.hash).toBe(listed[1]?.hash);
    const words = wordsOf(await readDocument(await contest.desk.door.readFile(listed[0]?.hash ?? "")));
    for (const said of [
      "Орлов Пётр (председатель комиссии)",
      "из 3 членов комиссии",
      "Детская площадка",
      "900,00",
      "15",
    ])
      expect(words).toContain(said);
  });

  test("has an agreement whose instalments make the award to the kopeck by source", async () => {
    const { door } = contest;
    const open = (change: object) => office((ctx) => door.openAgreement(ctx, { ...FORM(), ...change }));
    await expect(open({ applicationId: review.applications[1] })).rejects.toMatchObject(refused("grant-unknown"));
    await expect(open({ payee: " " })).rejects.toMatchObject(refused("agreement-form"));
    await expect(open({ date: "2026-03-27" })).rejects.toMatchObject(refused("agreement-form"));
    await expect(open({ reportDue: "2026-03-01" })).rejects.toMatchObject(refused("agreement-form"));
    for (const sums of [{ regional: "675,01", local: "225" }, { regional: "900" }, { regional: "-1" }, { region: "1" }])
      await expect(open({ instalments: [{ payBy: "2026-04-10", sums }] })).rejects.toMatchObject(
        refused("agreement-schedule"),
      );
    await expect(office((ctx) => door.askForGrant(ctx, winner))).rejects.toMatchObject(refused("agreement-missing"));
    await expect(chair((ctx) => door.openAgreement(ctx, FORM()))).rejects.toMatchObject(refused("not-permitted"));
    await open({});
    await expect(open({})).rejects.toMatchObject(refused("agreement-known"));
    const grant = await chair<Awaited<ReturnType<typeof door.getGrant>>>((ctx) => door.getGrant(ctx, winner));
    expect(grant.agreement).toMatchObject({
      number: 1,
      instalments: [{ payBy: "2026-04-10" }, { payBy: "2026-06-10" }],
    });
    const [document] = grant.agreement?.documents ?? [];
    const words = wordsOf(await readDocument(await contest.desk.door.readFile(document?.hash ?? "")));
    for (const said of ["СОГЛАШЕНИЕ № 1", "Детская площадка", "900,00 руб.", "117,00 руб.", "10.06.2026", "30.11.2026"])
      expect(words).toContain(said);
    await expect(chair((ctx) => door.getGrant(ctx, winner), 1)).rejects.toMatchObject(refused("not-permitted"));
  });

  test("is signed on the file; a document that was replaced is signed no more", async () => {
    const { door } = contest;
    const { callId } = review;
    const [latest, earlier] = await office<Awaited<ReturnType<typeof door.listMinutes>>>((ctx) =>
      door.listMinutes(ctx, callId),
    );
    const form = (change: object = {}) => ({
      ...{
        callId,
        documentId: latest?.id ?? "",
        kind: "paper",
        signer: "Орлов П. С.",
        office: "председатель комиссии",
      },
      ...{ signedOn: "2026-03-26", file: { name: "скан.pdf", bytes: Buffer.from("%PDF-1.4 скан") } },
      ...change,
    });
    const sign = (change?: object) => office((ctx) => door.signDocument(ctx, form(change)));
    await expect(sign({ documentId: earlier?.id })).rejects.toMatchObject(refused("signature-late"));
    await expect(sign({ documentId: "x" })).rejects.toMatchObject(refused("document-unknown"));
    await expect(sign({ signer: "" })).rejects.toMatchObject(refused("signature-form"));
    await expect(sign({ signedOn: "2026-03-27" })).rejects.toMatchObject(refused("signature-form"));
    const id = await sign();
    const [signed] = await office<Awaited<ReturnType<typeof door.listMinutes>>>((ctx) => door.listMinutes(ctx, callId));
    expect(signed?.signatures).toMatchObject([{ signer: "Орлов П. С.", kind: "paper" }]);
    const find = (given: string) => office((ctx) => door.findDocument(ctx, { callId, id: given }));
    expect(await find(String(id))).toMatchObject({ name: "скан.pdf" });
    await expect(find("x")).rejects.toMatchObject(refused("document-unknown"));
    await expect(chair((ctx) => door.findDocument(ctx, { callId, id: latest?.id ?? "" }))).rejects.toMatchObject(
      refused("not-permitted"),
    );
  });

  test("asks the ledger once it is signed, and once, by source, for what the agreement says", async () => {
    const { door, ledger } = contest;
    await expect(office((ctx) => door.askForGrant(ctx, winner))).rejects.toMatchObject(refused("agreement-unsigned"));
    await signAgreement(winner);
    const first = await office<Id>((ctx) => door.askForGrant(ctx, winner));
    expect(await office((ctx) => door.askForGrant(ctx, winner))).toBe(first);
    const ending = { id: winner, ground: "appeal", endedOn: "2026-03-26", dueOn: "2026-04-26", reason: "жалоба" };
    const file = { name: "документ.pdf", bytes: Buffer.from("%PDF-1.4") };
    const end = contest.run((ctx) => door.endAgreement(ctx, { ...ending, file }), contest.actors.coordinator, AFTER);
    await expect(end).rejects.toMatchObject(refused("ending-appeal"));
    const request = await office<Awaited<ReturnType<typeof ledger.getRequest>>>((ctx) => ledger.getRequest(ctx, first));
    expect(request).toMatchObject({ payee: "ТОС «Дружба»", kopecks: 900_00n, payBy: "2026-06-10" });
    expect(request.parts).toEqual([
      { source: "regional", kopecks: 675_00n },
      { source: "local", kopecks: 225_00n },
    ]);
  });

  test("is reported with story, receipts and photographs, returned and accepted; a rest is demanded back", async () => {
    const { door } = contest;
    const save = (version: string, spent: string, story = "Поставили качели") =>
      chair((ctx) => door.saveUsage(ctx, { id: winner, version, story, spent: [spent] }));
    const submit = (version: string) => chair((ctx) => door.submitUsage(ctx, { id: winner, version }));
    await save("1", "890,00", " ");
    await expect(submit("2")).rejects.toMatchObject(refused("usage-story"));
    await save("2", "много");
    await expect(submit("3")).rejects.toMatchObject(refused("usage-sum"));
    await save("3", "900,01");
    await expect(submit("4")).rejects.toMatchObject({ code: "usage-receipt", values: { line: 1 } });
    const attach = (change: object) =>
      chair((ctx) =>
        door.addUsageFile(ctx, {
          id: winner,
          kind: "receipt",
          line: "0",
          name: "чек.pdf",
          bytes: Buffer.from("%PDF-1.4"),
          ...change,
        }),
      );
    await expect(attach({ bytes: new Uint8Array() })).rejects.toMatchObject(refused("usage-file"));
    await expect(attach({ line: "7" })).rejects.toMatchObject(refused("usage-file"));
    await expect(attach({ kind: "photo" })).rejects.toMatchObject(refused("usage-photo"));
    await attach({});
    await expect(submit("4")).rejects.toMatchObject(refused("usage-over"));
    await save("4", "890,00");
    await expect(save("4", "1")).rejects.toMatchObject(refused("contest-changed"));
    await submit("5");
    await expect(save("6", "1")).rejects.toMatchObject(refused("usage-closed"));
    const back = { id: winner, version: "6", reason: "нет фотографий", until: "2026-04-10" };
    const returnIt = (change: object) => office((ctx) => door.returnUsage(ctx, { ...back, ...change }));
    await expect(returnIt({ reason: "" })).rejects.toMatchObject(refused("contest-reason"));
    await expect(returnIt({ until: "2026-03-01" })).rejects.toMatchObject(refused("admission-until"));
    await expect(chair((ctx) => door.acceptUsage(ctx, { id: winner, version: "6" }))).rejects.toMatchObject(
      refused("not-permitted"),
    );
    await returnIt({});
    await expect(returnIt({ version: "7" })).rejects.toMatchObject(refused("usage-move"));
    await submit("7");
    await office((ctx) => door.acceptUsage(ctx, { id: winner, version: "8" }));
    const { agreement } = await chair<Awaited<ReturnType<typeof door.getGrant>>>((ctx) => door.getGrant(ctx, winner));
    expect(agreement?.usage).toMatchObject({ state: "accepted", spentKopecks: 890_00n });
    expect(agreement?.usage?.moves.map(({ move }) => move)).toEqual(["submit", "return", "submit", "accept"]);
  });

  test("a demand has ground, sum and day, never more than the grant in all, and is settled by a document", async () => {
    const { door } = contest;
    const form = { id: winner, ground: "unspent", sum: "10,00", dueOn: "2026-12-20", reason: "остаток по отчёту" };
    const demand = (change: object = {}) =>
      office<Id>((ctx) => door.demandRefund(ctx, contestForm({ ...form, ...change })));
    const contestForm = (given: typeof form) => given;
    await expect(demand({ sum: "0" })).rejects.toMatchObject(refused("refund-form"));
    await expect(demand({ sum: "-5" })).rejects.toMatchObject(refused("refund-form"));
    await expect(demand({ sum: "900,01" })).rejects.toMatchObject(refused("refund-over"));
    await expect(demand({ reason: "" })).rejects.toMatchObject(refused("contest-reason"));
    const id = await demand();
    const settled = { id: winner, refundId: id, version: "1", as: "returned", on: "2026-03-26", basis: "п/п № 41" };
    const settle = (change: object = {}) => office((ctx) => door.settleRefund(ctx, { ...settled, ...change }));
    await expect(settle({ on: "2027-01-01" })).rejects.toMatchObject(refused("refund-form"));
    await expect(settle({ version: "0" })).rejects.toMatchObject(refused("contest-changed"));
    await settle();
    await expect(settle()).rejects.toMatchObject(refused("refund-unknown"));
    const { agreement } = await chair<Awaited<ReturnType<typeof door.getGrant>>>((ctx) => door.getGrant(ctx, winner));
    expect(agreement?.refunds).toMatchObject([{ ground: "unspent", kopecks: 10_00n, settled: { as: "returned" } }]);
  });

  test("two demands at once do not make more than the grant together", async () => {
    const { door } = contest;
    const form = { id: winner, ground: "misuse", sum: "500", dueOn: "2026-12-20", reason: "не по смете" };
    const { promise: isIn, resolve: comeIn } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    // The first has demanded and has not ended when the second one comes.
    const first = office(async (ctx) => {
      await door.demandRefund(ctx, form);
      comeIn();
      await mayEnd;
    });
    await isIn;
    const second = office((ctx) => door.demandRefund(ctx, form));
    const early = await Promise.race([
      second.then(() => "ended"),
      new Promise((resolve) => setTimeout(resolve, 500, "waits")),
    ]);
    end();
    const ends = await Promise.allSettled([first, second]);
    expect(early).toBe("waits");
    expect(ends).toMatchObject([{ status: "fulfilled" }, { status: "rejected", reason: refused("refund-over") }]);
  });

  test("a template of the municipality replaces the program's; unknown names and stale saves are refused", async () => {
    const { door } = contest;
    const save = (version: string, body: string) => office((ctx) => door.saveTemplate(ctx, { version, body }));
    await expect(save("0", " ")).rejects.toMatchObject(refused("template-empty"));
    await expect(save("0", "{{сума}}")).rejects.toMatchObject({ code: "template-unknown", values: { name: "сума" } });
    await save("0", "# Договор {{номер}}\n{{смета}}");
    await expect(save("0", "x")).rejects.toMatchObject(refused("contest-changed"));
    const other = review.applications[2] ?? "";
    const instalments = [{ payBy: "2026-04-10", sums: { regional: "675", local: "225" } }];
    await office((ctx) => door.openAgreement(ctx, { ...FORM(), applicationId: other, instalments }));
    const { agreement } = await office<Awaited<ReturnType<typeof door.getGrant>>>((ctx) => door.getGrant(ctx, other));
    const words = wordsOf(await readDocument(await contest.desk.door.readFile(agreement?.documents[0]?.hash ?? "")));
    expect(words).toMatch(/^Договор 2/);
  });

  test("is not changed by another sitting once it is agreed on", async () => {
    const { door } = contest;
    const { callId, jurors, applications } = review;
    const sitting = { callId, heldOn: "2026-03-26", agenda: "Жалоба", present: jurors.map(({ id }) => id) };
    const appeal = { ...sitting, applicationId: applications[1] ?? "", receivedOn: "2026-03-26", essence: "отвод" };
    await office((ctx) => door.openAppeal(ctx, appeal));
    for (const { id } of jurors)
      await office((ctx) => door.recuse(ctx, { callId, jurorId: id, applicationId: winner, basis: "родство" }));
    const decideIt = office((ctx) => door.decideSitting(ctx, { callId, version: "1" }));
    await expect(decideIt).rejects.toMatchObject({ code: "sitting-agreed", values: { numbers: "№ 1" } });
  });

  test("is ended after the appeal: what is unpaid is free again, what was paid is demanded, another sitting decides anew", async () => {
    const { door, ledger, actors } = contest;
    const requestId = await office<Id>((ctx) => door.askForGrant(ctx, winner));
    const treasury = <T>(work: Parameters<TestContest["run"]>[0]) =>
      contest.run(work, { kind: "system", name: "казначейство" }, AFTER) as Promise<T>;
    type Request = Awaited<ReturnType<typeof ledger.getRequest>>;
    const request = () => treasury<Request>((ctx) => ledger.getRequest(ctx, requestId));
    const { activity, version } = await request();
    const activityId = activity.id;
    await treasury((ctx) =>
      ledger.appropriate(ctx, {
        ...{ key: newId(), date: "2026-03-26", basis: "роспись", basisKind: "budget-list", activityId, year: "2026" },
        sums: { regional: "1000", local: "1000" },
      }),
    );
    await treasury((ctx) => ledger.approveRequest(ctx, { requestId, version }));
    const sums = { regional: "600", local: "200" };
    const order = { key: newId(), date: "2026-03-26", basis: "п/п № 7" };
    await treasury((ctx) => ledger.payRequest(ctx, { ...order, requestId, sums }));
    const sumFree = async () => (await request()).free.reduce((all, { kopecks }) => all + kopecks, 0n);
    const before = await sumFree();
    const form = {
      ...{ id: winner, ground: "appeal", endedOn: "2026-03-26", reason: "жалоба удовлетворена", dueOn: "2026-04-26" },
      file: { name: "соглашение о расторжении.pdf", bytes: Buffer.from("%PDF-1.4") },
    };
    const end = (change: object = {}, actor: Actor = actors.coordinator) =>
      contest.run((ctx) => door.endAgreement(ctx, { ...form, ...change }), actor, AFTER);
    for (const change of [
      { ground: "x" },
      { reason: " " },
      { endedOn: "2026-03-25" },
      { dueOn: "2026-03-01" },
      { file: { name: "", bytes: new Uint8Array() } },
    ])
      await expect(end(change)).rejects.toMatchObject(refused("ending-form"));
    // Who concludes agreements does not move the ledger's money.
    await expect(end({}, actors.operator)).rejects.toMatchObject(refused("not-permitted"));
    await expect(chair((ctx) => door.endAgreement(ctx, form))).rejects.toMatchObject(refused("not-permitted"));
    await end();
    await expect(end()).rejects.toMatchObject(refused("agreement-ended"));
    await expect(office((ctx) => door.askForGrant(ctx, winner))).rejects.toMatchObject(refused("agreement-ended"));
    expect(await request()).toMatchObject({ state: "withdrawn", kopecks: 900_00n, paid: 800_00n });
    expect((await sumFree()) - before).toBe(100_00n);
    const faults = await treasury<readonly unknown[]>(async (ctx) => [
      ...(await recountLedger(ctx.tx, ctx.municipalityId)).faults,
      ...(await recountRequests(ctx.tx, ctx.municipalityId)).faults,
    ]);
    expect(faults).toEqual([]);
    const { agreement } = await chair<Awaited<ReturnType<typeof door.getGrant>>>((ctx) => door.getGrant(ctx, winner));
    expect(agreement?.ending).toMatchObject({ ground: "appeal", paid: 800_00n, file: { name: form.file.name } });
    // 10 and 500 were demanded before.
    expect(agreement?.refunds.at(-1)).toMatchObject({ ground: "ended", kopecks: 290_00n, dueOn: "2026-04-26" });
    const { awards } = await office<Calculation>((ctx) =>
      door.decideSitting(ctx, { callId: review.callId, version: "1" }),
    );
    expect(awards.map(({ number }) => number)).not.toContain(1);
    // What the agreement was is still there, with its refunds.
    const after = await chair<Awaited<ReturnType<typeof door.getGrant>>>((ctx) => door.getGrant(ctx, winner));
    expect(after).toMatchObject({ kopecks: 900_00n, agreement: { ending: { endedOn: "2026-03-26" } } });
    const other = { ...form, id: review.applications[1] ?? "" };
    const none = contest.run((ctx) => door.endAgreement(ctx, other), actors.coordinator, AFTER);
    await expect(none).rejects.toMatchObject({ code: expect.stringMatching(/^(agreement-missing|grant-unknown)$/) });
  });

  const program = findOfficeProgram();
  test.skipIf(!program)("minutes and agreement open in LibreOffice", { timeout: 300_000 }, async () => {
    const { door } = contest;
    const folder = mkdtempSync(join(tmpdir(), "sosedstvo-grant-"));
    const { agreement } = await office<Awaited<ReturnType<typeof door.getGrant>>>((ctx) => door.getGrant(ctx, winner));
    const [minutes] = await office<Awaited<ReturnType<typeof door.listMinutes>>>((ctx) =>
      door.listMinutes(ctx, review.callId),
    );
    const hashes = { minutes: minutes?.hash ?? "", agreement: agreement?.documents[0]?.hash ?? "" };
    for (const [name, hash] of Object.entries(hashes))
      writeFileSync(join(folder, `${name}.docx`), await contest.desk.door.readFile(hash));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const files = Object.keys(hashes).map((name) => join(folder, `${name}.docx`));
    const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", join(folder, "out"), ...files];
    expect(spawnSync(program ?? "", args, { stdio: "ignore", timeout: 280_000 }).status).toBe(0);
    expect(readdirSync(join(folder, "out")).toSorted()).toEqual(["agreement.pdf", "minutes.pdf"]);
    rmSync(folder, { recursive: true });
  });
});
