import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestPerson, giveTestRole, NOW } from "../access/testing.ts";
import { openTestDesk, openTestDistrict } from "../desk/testing.ts";
import type { Actor, Context, Holding } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { openLedger } from "../ledger/index.ts";
import { type Database, inTenant, type Tx } from "../platform/database/index.ts";
import { openFiles } from "../platform/files.ts";
import { registry } from "../registry/index.ts";
import type { TypedContent } from "./application/contract.ts";
import type { CallInput, TermsText } from "./call/contract.ts";
import { openContests } from "./index.ts";
import { tenPoints } from "./rules/testing.ts";

/** Terms of a small contest: two criteria by jurors, one by a fact, two sources, one paper. */
export const TERMS: TermsText = {
  regulations: "Положение о конкурсе (пример)",
  applicants: ["legal-entity", "chair-person"],
  applicationsPerAssociation: 2,
  papers: [{ key: "charter", name: "Устав" }],
  fields: [{ key: "people", label: "Сколько жителей участвует", kind: "number" }],
  lines: [{ key: "place", name: "Место в границах ТОС" }],
  facts: { own: "own-share" },
  rules: {
    criteria: [
      tenPoints("use"),
      tenPoints("life"),
      {
        key: "own",
        name: "own",
        source: "fact",
        measure: { kind: "bands", unit: "%", bands: [{ from: "10", points: "1" }] },
      },
    ],
    aggregation: { order: "criterion-first", by: "mean" },
    rounding: { total: 2 },
    winners: { amount: { kind: "requested" } },
    money: {
      sources: [
        { source: "regional", limit: "1500" },
        { source: "local", limit: "500" },
      ],
      mostPerProject: "1000",
    },
    tieBreaks: [{ by: "open-vote" }],
  },
};

/** Taken from 1 March to the end of 25 March, Novosibirsk: 25 March 17:00 UTC. */
export const CALL: Omit<CallInput, "contestId"> = {
  year: "2026",
  opensOn: "2026-03-01",
  opensTime: "00:00",
  closesOn: "2026-03-25",
  closesTime: "24:00",
  reviewUntil: "2026-04-10",
  isBlind: false,
  terms: TERMS,
};
export const DEADLINE = new Date("2026-03-25T17:00:00.000Z");

export const CONTENT: TypedContent = {
  title: "Детская площадка",
  summary: "Поставим качели",
  place: "Двор дома 3",
  answers: { people: "25" },
  plan: [{ what: "Купить", from: "2026-05-01", until: "2026-06-01", result: "Куплено" }],
  estimate: [
    { what: "Качели", quantity: "2", unitCost: "500", asked: "900", ownMoney: "0", ownLabour: "100", ownThings: "" },
  ],
};

type Person = Actor & { readonly kind: "person" };

/** A district with three associations, their chairs, an operator, and ways to act at any instant. */
export async function openTestContest(database: Database, slug: string) {
  const desk = openTestDesk();
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-contest-"));
  const ledger = openLedger({ files: openFiles(folder), deadlines: desk.door });
  const door = openContests({ desk: desk.door, ledger, findRoot: async () => "https://example.org" });
  const district = await openTestDistrict(database, slug, {
    coordinator: ["coordinator"],
    operator: ["operator"],
    auditor: ["auditor"],
  });
  const { municipalityId } = district;
  /** One transaction as somebody; `now` is when the head of their request arrived. */
  const run = <T>(
    work: (ctx: Context<Tx>) => Promise<T>,
    actor: Actor = district.actors.operator,
    now = NOW,
  ): Promise<T> => {
    const today = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    return inTenant(database, municipalityId, (tx) => work({ tx, actor, municipalityId, today, now, language: "ru" }));
  };
  const make = async (name: string, ...holdings: Holding[]): Promise<Person> => {
    const personId = await run((ctx) => createTestPerson(ctx, name, []), district.actors.coordinator);
    for (const { role, subjectId } of holdings)
      await run((ctx) => giveTestRole(ctx, { personId, role: role as "chair", subjectId }));
    return { kind: "person", personId, name, holdings };
  };
  const settlementId = await run(
    (ctx) => registry.addSettlement(ctx, { name: "Яр", oktmo: "" }),
    district.actors.coordinator,
  );
  const enter = (name: string) =>
    run((ctx) => registry.enterAssociation(ctx, { name, settlementId }), district.actors.coordinator);
  const associations = [await enter("Дружба"), await enter("Заря"), await enter("Луч")] as const;
  const chairs: Person[] = [];
  for (const [at, id] of associations.entries())
    chairs.push(await make(`Председатель ${at + 1}`, { role: "chair", subjectId: id }));
  return { ...district, door, desk, ledger, run, make, associations, chairs };
}

export type TestContest = Awaited<ReturnType<typeof openTestContest>>;

let contests = 0;

/** An announced call of a contest of its own. */
export async function announce({ door, run }: TestContest, given: Partial<CallInput> = {}): Promise<Id> {
  contests += 1;
  const name = `Конкурс ${contests}`;
  const contestId =
    given.contestId ?? (await run((ctx) => door.addContest(ctx, { kind: "projects", name, activityId: "" })));
  const id = await run((ctx) => door.draftCall(ctx, { ...CALL, contestId, ...given }));
  await run((ctx) => door.moveCall(ctx, { id, version: "1", move: "announce", reason: "" }));
  return id;
}

/** A draft with everything in it, by the chair of an association. */
export async function write(
  contest: TestContest,
  callId: Id,
  at: number,
  content: Partial<TypedContent> = {},
): Promise<Id> {
  const { door, run, chairs, associations } = contest;
  const own = { callId, associationId: associations[at] ?? "", kind: "chair-person" };
  const id = await run((ctx) => door.beginApplication(ctx, own), chairs[at]);
  const team = [{ name: "Кузнецова Анна", does: "смета" }];
  await run(
    (ctx) => door.saveApplication(ctx, { id, version: "1", content: { ...CONTENT, ...content }, team }),
    chairs[at],
  );
  const bytes = new TextEncoder().encode("%PDF-1.4 устав");
  await run((ctx) => door.addFile(ctx, { id, paper: "charter", name: "Устав.pdf", bytes }), chairs[at]);
  return id;
}

export const submit = (
  { door, run, chairs }: TestContest,
  id: Id,
  at: number,
  given: { version?: string; now?: Date } = {},
) => run((ctx) => door.submitApplication(ctx, { id, version: given.version ?? "2" }), chairs[at], given.now);

export async function admit({ door, run }: TestContest, id: Id): Promise<void> {
  await run((ctx) => door.answerLine(ctx, { id, line: "call:place", isMet: true, note: "" }));
  await run((ctx) => door.decideAdmission(ctx, { id, version: "3", move: "admit", reason: "", until: "" }));
}

export const AFTER = new Date("2026-03-26T05:00:00Z");

/** A call in review: three admitted applications, three jurors, the first one the chair. */
export async function openReview(contest: TestContest, given: Partial<CallInput> = {}) {
  const { door, run, make } = contest;
  const callId = await announce(contest, given);
  const applications: Id[] = [];
  for (const at of [0, 1, 2]) {
    const id = await write(contest, callId, at);
    await submit(contest, id, at);
    await admit(contest, id);
    applications.push(id);
  }
  const { version } = await run((ctx) => door.getCall(ctx, callId));
  await run(
    (ctx) => door.moveCall(ctx, { id: callId, version: String(version), move: "begin-review", reason: "" }),
    undefined,
    AFTER,
  );
  const jurors: { readonly id: Id; readonly actor: Person }[] = [];
  for (const [at, name] of ["Орлов Пётр", "Кузнецов Иван", "Белая Мария"].entries()) {
    const actor = await make(name, { role: "juror", subjectId: callId });
    const id = await run(
      (ctx) => door.inviteJuror(ctx, { callId, personId: actor.personId, isChair: at === 0 }),
      undefined,
      AFTER,
    );
    jurors.push({ id, actor });
  }
  return { callId, applications, jurors };
}

export type TestReview = Awaited<ReturnType<typeof openReview>>;

/** A juror hands in marks for one application. */
export const mark = (
  { door, run }: TestContest,
  { callId, jurors, applications }: TestReview,
  given: { juror: number; application: number; use: string; life?: string },
) =>
  run(
    (ctx) =>
      door.writeReview(ctx, {
        ...{
          callId,
          applicationId: applications[given.application] ?? "",
          version: "0",
          reasons: {},
          isSubmitted: true,
        },
        given: { use: given.use, life: given.life ?? "5" },
      }),
    jurors[given.juror]?.actor,
    AFTER,
  );

/** A call that was decided: the jurors gave the three applications these marks for use. */
export async function openDecided(
  contest: TestContest,
  uses: readonly [string, string, string],
  given: Partial<CallInput> = {},
) {
  const review = await openReview(contest, given);
  const { callId, jurors } = review;
  const { door, run } = contest;
  await run((ctx) => door.assignJurors(ctx, { callId, way: "everybody", perApplication: "1" }), undefined, AFTER);
  for (const juror of [0, 1, 2])
    for (const [application, use] of uses.entries()) await mark(contest, review, { juror, application, use });
  const present = jurors.map(({ id }) => id);
  const own = { callId, heldOn: "2026-03-26", agenda: "Итоги", present, basis: "" };
  await run((ctx) => door.openSitting(ctx, own), undefined, AFTER);
  await run((ctx) => door.decideSitting(ctx, { callId, version: "1" }), undefined, AFTER);
  return review;
}
