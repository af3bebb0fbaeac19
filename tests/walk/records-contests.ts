import type { Context } from "../../src/kernel/context.ts";
import type { Id } from "../../src/kernel/id.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import { registry } from "../../src/registry/index.ts";
import { asSystem } from "../../src/server/as-system.ts";
import type { Installation, Place } from "../installation/open.ts";
import { addPerson } from "../installation/people.ts";

/** The names by which rows find the calls. */
export const OPEN_CONTEST = "Конкурс обхода, открытый";
export const REVIEW_CONTEST = "Конкурс обхода, на оценке";

const OPEN = {
  opensOn: "2026-01-01",
  opensTime: "00:00",
  closesOn: "2098-12-31",
  closesTime: "24:00",
  reviewUntil: "2099-01-31",
};
const OVER = { ...OPEN, closesOn: "2026-02-01", reviewUntil: "2099-01-31" };
const BEFORE = { now: new Date("2026-01-15T05:00:00Z"), today: "2026-01-15" };

/** A call that takes applications with one begun, a draft of the next year, and one in review with a juror. */
export async function makeContestRecords(site: Installation, place: Place): Promise<void> {
  const { contests } = site.slices;
  const run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => asSystem(site.database, place.municipalityId, work);
  const associationId = await run(async (ctx) => (await registry.listAssociations(ctx))[0]?.id ?? "");
  const announce = async (name: string, days: typeof OPEN): Promise<Id> =>
    run(async (ctx) => {
      const contestId = await contests.addContest(ctx, { kind: "nominations", name, activityId: "" });
      const id = await contests.startCall(ctx, { ...days, contestId, year: "2026" });
      await contests.moveCall(ctx, { id, version: "1", move: "announce", reason: "" });
      return id;
    });
  const begin = (ctx: Context<Tx>, callId: Id) =>
    contests.beginApplication(ctx, { callId, associationId, kind: "chair-person" });
  const open = await announce(OPEN_CONTEST, OPEN);
  await run(async (ctx) => {
    const id = await begin(ctx, open);
    await contests.addFile(ctx, { id, paper: "report", name: "Отчёт.txt", bytes: Buffer.from("отчёт") });
    const { contest } = await contests.getCall(ctx, open);
    await contests.startCall(ctx, { ...OPEN, contestId: contest.id, year: "2027" });
  });
  const review = await announce(REVIEW_CONTEST, OVER);
  await run((ctx) => begin({ ...ctx, ...BEFORE }, review));
  await run((ctx) => contests.moveCall(ctx, { id: review, version: "2", move: "begin-review", reason: "" }));
  const { personId } = await addPerson(site, "Член комиссии обхода", [{ role: "juror", place, subjectId: review }]);
  await run((ctx) => contests.inviteJuror(ctx, { callId: review, personId, isChair: true }));
}
