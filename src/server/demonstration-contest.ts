import { randomBytes } from "node:crypto";
import { createPerson } from "../access/index.ts";
import type { ContestDoor } from "../contest/index.ts";
import { assert } from "../kernel/assert.ts";
import type { Actor, Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { addDays } from "../kernel/times.ts";
import type { Tx } from "../platform/database/index.ts";
import { APPLIED, composeContent, JURORS, PROJECTS_TERMS, YARD_TERMS } from "./demonstration-contest.data.ts";
import { onDay } from "./demonstration-day.ts";
import { type ContestDoors, fillGrants } from "./demonstration-grants.ts";

const PROJECTS = "Если хочешь изменить мир - начни с территориального общественного самоуправления";
const YARD = "А у нас во дворе ТОС";

/**
 * The contest of the demonstration's year by the same actions as a person's: call, applications, admission, review, sitting,
 * agreements, payments, reports and a refund; and a call that takes applications now, whose id it gives.
 */
export async function fillContests(ctx: Context<Tx>, doors: ContestDoors): Promise<Id> {
  const { contests, ledger } = doors;
  const { activities } = await ledger.listLedgerChoices(ctx);
  const find = (words: string): Id => {
    const found = activities.find(({ name }) => name.includes(words));
    assert(found, `the example has the activity ${words}`);
    return found.id;
  };
  const projects = await addContest(ctx, contests, { name: PROJECTS, activityId: find("социально значимых проектов") });
  const callId = await announce(ctx, contests, projects);
  const applications = await fillApplications(ctx, doors, callId);
  await fillReview(ctx, contests, { callId, applications });
  await fillGrants(ctx, doors, { callId, applications });
  const yard = await addContest(ctx, contests, { name: YARD, activityId: find(YARD) });
  return openNow(ctx, contests, yard);
}

const addContest = (ctx: Context<Tx>, contests: ContestDoor, given: { name: string; activityId: Id }) =>
  contests.addContest(onDay(ctx, "2024-01-29"), { kind: "projects", ...given });

async function announce(ctx: Context<Tx>, contests: ContestDoor, contestId: Id): Promise<Id> {
  const days = { opensOn: "2024-02-12", opensTime: "09:00", closesOn: "2024-03-25", closesTime: "24:00" };
  const given = { ...days, contestId, year: "2024", reviewUntil: "2024-04-10", isBlind: false, terms: PROJECTS_TERMS };
  const id = await contests.draftCall(onDay(ctx, "2024-02-05"), given);
  await contests.moveCall(onDay(ctx, "2024-02-08"), { id, version: "1", move: "announce", reason: "" });
  return id;
}

/** Open for some weeks around today. */
async function openNow(ctx: Context<Tx>, contests: ContestDoor, contestId: Id): Promise<Id> {
  const { today } = ctx;
  const days = { opensOn: addDays(today, -14), opensTime: "09:00", closesOn: addDays(today, 21), closesTime: "24:00" };
  const year = days.closesOn.slice(0, 4);
  const given = { ...days, contestId, year, reviewUntil: addDays(today, 35), isBlind: false, terms: YARD_TERMS };
  const id = await contests.draftCall(ctx, given);
  await contests.moveCall(ctx, { id, version: "1", move: "announce", reason: "" });
  return id;
}

const PAPER = Buffer.from("%PDF-1.4 протокол собрания (пример)");

/** Submitted one after another in March; one is returned and comes back, one is refused. */
async function fillApplications(
  ctx: Context<Tx>,
  { contests, registry }: ContestDoors,
  callId: Id,
): Promise<readonly Id[]> {
  const associations = await registry.listAssociations(ctx);
  const ids: Id[] = [];
  for (const [at, applied] of APPLIED.entries()) {
    const association = associations.find(({ name }) => name === `ТОС «${applied.tos}» (пример)`);
    assert(association, `the register has ${applied.tos}`);
    const written = onDay(ctx, `2024-03-${String(4 + at * 2).padStart(2, "0")}`, `1${at}:15`);
    const begun = { callId, associationId: association.id, kind: "chair-person" };
    const id = await contests.beginApplication(written, begun);
    const content = composeContent(applied);
    await contests.saveApplication(written, { id, version: "1", content, team: [] });
    const paper = { id, paper: "meeting", name: "Протокол собрания.pdf", bytes: PAPER };
    await contests.addFile(written, paper);
    if (!applied.returned) await contests.addFile(written, { ...paper, paper: "list", name: "Лист регистрации.pdf" });
    await contests.submitApplication(written, { id, version: "2" });
    await admit(ctx, contests, { id, applied });
    ids.push(id);
  }
  return ids;
}

async function admit(
  ctx: Context<Tx>,
  contests: ContestDoor,
  { id, applied }: { readonly id: Id; readonly applied: (typeof APPLIED)[number] },
): Promise<void> {
  const checked = onDay(ctx, "2024-03-21");
  const answer = (line: string, isMet: boolean, note = "") => contests.answerLine(checked, { id, line, isMet, note });
  await answer("call:place", !applied.refused, applied.refused);
  await answer("call:list", !applied.returned, applied.returned);
  if (applied.refused) {
    await contests.decideAdmission(checked, { id, version: "3", move: "refuse", reason: applied.refused, until: "" });
    return;
  }
  let version = 3;
  if (applied.returned) {
    const back = { id, version: "3", move: "return", reason: applied.returned, until: "2024-03-26" } as const;
    await contests.decideAdmission(checked, back);
    const mended = onDay(ctx, "2024-03-24");
    await contests.addFile(mended, { id, paper: "list", name: "Лист регистрации.pdf", bytes: PAPER });
    await contests.submitApplication(mended, { id, version: "4" });
    await contests.answerLine(onDay(ctx, "2024-03-26"), {
      id,
      line: "call:list",
      isMet: true,
      note: "приложен 24.03.2024",
    });
    version = 5;
  }
  const admitted = { id, version: String(version), move: "admit", reason: "", until: "" } as const;
  await contests.decideAdmission(onDay(ctx, "2024-03-26"), admitted);
}

interface Field {
  readonly callId: Id;
  readonly applications: readonly Id[];
}

/** Three jurors, a recusal, marks that fall with the place, and the sitting that decides. */
async function fillReview(ctx: Context<Tx>, contests: ContestDoor, { callId, applications }: Field): Promise<void> {
  const begun = onDay(ctx, "2024-03-27");
  const { version } = await contests.getCall(begun, callId);
  await contests.moveCall(begun, { id: callId, version: String(version), move: "begin-review", reason: "" });
  const jurors: { readonly id: Id; readonly actor: Actor }[] = [];
  for (const [at, name] of JURORS.entries()) {
    const actor = await makeJuror(begun, { name, at, callId });
    const id = await contests.inviteJuror(begun, { callId, personId: actor.personId, isChair: at === 0 });
    jurors.push({ id, actor });
  }
  for (const [at, { recusal }] of APPLIED.entries()) {
    const juror = recusal && jurors[recusal.juror];
    if (!recusal || !juror) continue;
    const given = { callId, jurorId: juror.id, applicationId: applications[at] ?? "", basis: recusal.basis };
    await contests.recuse({ ...begun, actor: juror.actor }, given);
  }
  await contests.assignJurors(begun, { callId, way: "everybody", perApplication: "1" });
  for (const [place, { id, actor }] of jurors.entries()) await mark(ctx, contests, { callId, id, actor, place });
  const held = onDay(ctx, "2024-04-12");
  const present = jurors.map(({ id }) => id);
  await contests.openSitting(held, {
    callId,
    heldOn: "2024-04-12",
    agenda: "Подведение итогов конкурса",
    present,
    basis: "",
  });
  await contests.decideSitting(held, { callId, version: "1" });
  await contests.makeMinutes(held, callId);
}

async function makeJuror(
  ctx: Context<Tx>,
  { name, at, callId }: { readonly name: string; readonly at: number; readonly callId: Id },
): Promise<Actor & { readonly kind: "person" }> {
  const personId = await createPerson(ctx, {
    ...{ name, email: `juror-${at + 1}@demonstration.example.org`, password: randomBytes(18).toString("base64url") },
    ...{ roles: ["juror"], subjectId: callId, basis: "демонстрация: придуманное лицо" },
  });
  return { kind: "person", personId, name, holdings: [{ role: "juror", subjectId: callId }] };
}

/** Ten for the first place, one less for each further; each juror is stricter about another criterion. */
async function mark(
  ctx: Context<Tx>,
  contests: ContestDoor,
  given: { readonly callId: Id; readonly id: Id; readonly actor: Actor; readonly place: number },
): Promise<void> {
  const reading = { ...onDay(ctx, "2024-04-08"), actor: given.actor };
  const sheets = (await contests.listReviews(reading, given.callId)).filter(({ jurorId }) => jurorId === given.id);
  for (const { applicationId, number } of sheets) {
    const best = 11 - (number ?? 0);
    const marks = ["need", "result", "estimate"].map((key, at) => [key, String(at === given.place ? best - 1 : best)]);
    await contests.writeReview(reading, {
      ...{ callId: given.callId, applicationId, version: "0", given: Object.fromEntries(marks), reasons: {} },
      isSubmitted: true,
    });
  }
}
