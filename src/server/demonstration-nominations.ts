import { randomBytes } from "node:crypto";
import { createPerson } from "../access/index.ts";
import { PRESETS } from "../contest/call/presets.ts";
import type { ContestDoor } from "../contest/index.ts";
import { assert } from "../kernel/assert.ts";
import type { Actor, Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { onDay } from "./demonstration-day.ts";
import type { ContestDoors } from "./demonstration-grants.ts";

const NAME = "Лучший ТОС, лучший активист ТОС";
const MARKED = "(пример)";
const REGULATIONS = `Положение о конкурсе ${MARKED}.
Заявку подаёт председатель действующего ТОС. Премии получают три первых места; они выплачиваются по распоряжению о награждении.`;

/** In the order of the places. They were awarded by the contest of projects too: an association counts once in a year. */
const NOMINATED = [
  { tos: "Рассвет", title: "Год совета двора", deeds: "Двенадцать субботников, дежурства на детской площадке." },
  { tos: "Набережный", title: "Берег, за которым следят", deeds: "Очистили берег, провели четыре праздника улиц." },
  { tos: "Родник", title: "Соседская помощь", deeds: "Помогали одиноким жителям, собрали библиотеку." },
] as const;
const JURORS = ["Орехова Галина Сергеевна", "Дёмин Виктор Павлович"].map((name) => `${name} ${MARKED}`);

/**
 * The contest of prizes of the demonstration's year by the same actions as a person's: its sitting is on the day of the order by
 * which the ledger pays the prizes, so that the activity is carried out and paid by records that agree.
 */
export async function fillNominations(ctx: Context<Tx>, { contests, ledger, registry }: ContestDoors): Promise<void> {
  const { activities } = await ledger.listLedgerChoices(ctx);
  const activity = activities.find(({ name }) => name.includes("«Лучший ТОС»"));
  assert(activity, "the example has a contest of prizes");
  const drafted = onDay(ctx, "2024-09-02");
  const contestId = await contests.addContest(drafted, { kind: "nominations", name: NAME, activityId: activity.id });
  const days = { opensOn: "2024-09-16", opensTime: "09:00", closesOn: "2024-10-25", closesTime: "18:00" };
  const terms = { ...PRESETS.nominations, regulations: REGULATIONS };
  const given = { ...days, contestId, year: "2024", reviewUntil: "2024-11-15", isBlind: false, terms };
  const callId = await contests.draftCall(drafted, given);
  await contests.moveCall(onDay(ctx, "2024-09-09"), { id: callId, version: "1", move: "announce", reason: "" });
  const associations = await registry.listAssociations(ctx);
  for (const [at, own] of NOMINATED.entries()) {
    const association = associations.find(({ name }) => name === `ТОС «${own.tos}» ${MARKED}`);
    assert(association, `the register has ${own.tos}`);
    await apply(ctx, contests, { callId, associationId: association.id, at });
  }
  await judge(ctx, contests, callId);
}

interface Applying {
  readonly callId: Id;
  readonly associationId: Id;
  readonly at: number;
}

async function apply(ctx: Context<Tx>, contests: ContestDoor, { at, ...begun }: Applying): Promise<void> {
  const own = NOMINATED[at];
  assert(own, "there is such a place");
  const written = onDay(ctx, `2024-10-${11 + at}`);
  const id = await contests.beginApplication(written, { ...begun, kind: "chair-person" });
  const content = {
    title: `${own.title} ${MARKED}`,
    summary: own.deeds,
    place: `в границах ТОС ${MARKED}`,
    answers: { deeds: own.deeds },
    plan: [{ what: "Работа в течение года", from: "2024-01-01", until: "2024-12-31", result: "сделано" }],
    estimate: [],
  };
  await contests.saveApplication(written, { id, version: "1", content, team: [] });
  const bytes = Buffer.from(`%PDF-1.4 отчёт о работе ТОС ${MARKED}`);
  await contests.addFile(written, { id, paper: "report", name: "Отчёт о работе ТОС за год.pdf", bytes });
  await contests.submitApplication(written, { id, version: "2" });
  const checked = onDay(ctx, "2024-10-28");
  await contests.decideAdmission(checked, { id, version: "3", move: "admit", reason: "", until: "" });
}

/** Two jurors, marks that fall with the place, and the sitting that decides. */
async function judge(ctx: Context<Tx>, contests: ContestDoor, callId: Id): Promise<void> {
  const begun = onDay(ctx, "2024-10-30");
  const { version } = await contests.getCall(begun, callId);
  await contests.moveCall(begun, { id: callId, version: String(version), move: "begin-review", reason: "" });
  const jurors: { readonly id: Id; readonly actor: Actor }[] = [];
  for (const [at, name] of JURORS.entries()) {
    const personId = await createPerson(begun, {
      ...{ name, email: `prize-juror-${at + 1}@demonstration.example.org`, roles: ["juror"], subjectId: callId },
      ...{ password: randomBytes(18).toString("base64url"), basis: "демонстрация: придуманное лицо" },
    });
    const id = await contests.inviteJuror(begun, { callId, personId, isChair: at === 0 });
    jurors.push({ id, actor: { kind: "person", personId, name, holdings: [{ role: "juror", subjectId: callId }] } });
  }
  await contests.assignJurors(begun, { callId, way: "everybody", perApplication: "1" });
  for (const { id, actor } of jurors) {
    const reading = { ...onDay(ctx, "2024-11-11"), actor };
    const sheets = (await contests.listReviews(reading, callId)).filter(({ jurorId }) => jurorId === id);
    for (const { applicationId, number } of sheets) {
      const mark = String(11 - (number ?? 0));
      const given = { need: mark, work: mark };
      const review = { callId, applicationId, version: "0", given, reasons: {}, isSubmitted: true };
      await contests.writeReview(reading, review);
    }
  }
  const held = onDay(ctx, "2024-11-22");
  const sitting = { callId, heldOn: "2024-11-22", agenda: "Подведение итогов конкурса", basis: "" };
  await contests.openSitting(held, { ...sitting, present: jurors.map(({ id }) => id) });
  await contests.decideSitting(held, { callId, version: "1" });
  await contests.makeMinutes(held, callId);
}
