import { listPopulation } from "../../access/index.ts";
import { listConfirmedEvents, listCountedEvents } from "../../event/index.ts";
import type { Context } from "../../kernel/context.ts";
import { makeFraction, writeFraction } from "../../kernel/fraction.ts";
import { KOPECKS_IN } from "../../kernel/money.ts";
import { listMoneyRecords } from "../../ledger/index.ts";
import { listPublishedRecords } from "../../news/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { ActsDoor } from "../../registry/index.ts";
import { bodies } from "../../registry/index.ts";
import type { ActualRecord, Computation, Divisor, RecordKind } from "../contract.ts";
import type { KeptPassport } from "../passport/store.ts";
import type { Found } from "./combine.ts";

/** Which records, as a computation asks for them. */
export interface Asked {
  readonly year: number;
  /** The last day that counts. */
  readonly until: string;
  readonly knownAt: Date;
}

/** An association's award, as the slice of contests tells it. */
export interface AwardRecord {
  readonly id: string;
  readonly associationId: string;
  readonly association: string;
  readonly contestId: string;
  readonly date: string;
  readonly recordedAt: string | null;
}

/** A contest whose results were signed, as the slice of contests tells it. */
export interface ContestRecord {
  readonly contestId: string;
  readonly callId: string;
  readonly activityId: string | null;
  readonly title: string;
  readonly date: string;
  readonly recordedAt: string | null;
}

/** What later slices bring: the composition root passes it in; without contests their figures say that they are missing. */
export interface Sources {
  readonly acts: Pick<ActsDoor, "countActsBroughtUpToDate">;
  readonly contests: {
    readonly listAwards: (ctx: Context<Tx>, asked: Asked) => Promise<readonly AwardRecord[]>;
    readonly listHeld: (ctx: Context<Tx>, asked: Asked) => Promise<readonly ContestRecord[]>;
  } | null;
}

type Of<Kind extends Computation["kind"]> = Extract<Computation, { kind: Kind }>;

export async function findPeople(ctx: Context<Tx>, computation: Of<"people">, asked: Asked): Promise<Found> {
  const events = await listCountedEvents(ctx, { ...asked, kinds: computation.eventKinds });
  const records = events.map((event) => {
    const people = computation.count === "distinct" ? event.firstTimers : event.visits;
    return toRecord("event", event, { title: event.title, amount: String(people) });
  });
  if (computation.of === "none") return { records };
  const divisor = await findPopulation(ctx, asked.year);
  return divisor ? { records, divisor } : { records, lack: "no-population" };
}

/** The population of the year, or else the last one known before it, which is said. */
async function findPopulation(ctx: Context<Tx>, year: number): Promise<Divisor | null> {
  const known = (await listPopulation(ctx)).find((population) => population.year <= year);
  if (!known || known.people <= 0) return null;
  const words = known.year === year ? known.source : `${known.source} (${known.year})`;
  return { kind: "population", value: String(known.people), words, isAssumed: known.assumed };
}

export async function findEvents(ctx: Context<Tx>, computation: Of<"events">, asked: Asked): Promise<Found> {
  const events = await listConfirmedEvents(ctx, { ...asked, kinds: computation.eventKinds });
  return { records: events.map((event) => toRecord("event", event, { title: event.title, amount: "1" })) };
}

export async function findMoney(ctx: Context<Tx>, computation: Of<"money">, asked: Asked): Promise<Found> {
  const { activityIds, fact, unit } = computation;
  const entries = await listMoneyRecords(ctx, { ...asked, activityIds, fact });
  const records = entries.map((entry) => {
    const amount = writeFraction(makeFraction(entry.kopecks, KOPECKS_IN[unit]));
    const title = `№ ${entry.number}/${entry.numberYear}${entry.payee ? `, ${entry.payee}` : ""}`;
    return toRecord(entry.kind === "payment" ? "money" : entry.kind, entry, { title, amount });
  });
  return { records };
}

export async function findPublications(ctx: Context<Tx>, { kinds }: Of<"publications">, asked: Asked): Promise<Found> {
  const published = await listPublishedRecords(ctx, { ...asked, kinds });
  return { records: published.map((own) => toRecord("publication", own, { title: own.title, amount: "1" })) };
}

/** Acts do not say when it was recorded that they were brought up to date. */
export async function findActs(ctx: Context<Tx>, sources: Sources, asked: Asked): Promise<Found> {
  const { terms } = await sources.acts.countActsBroughtUpToDate(ctx, asked.year);
  const done = terms.filter(({ doneOn }) => doneOn <= asked.until);
  const records = done.map(({ act, doneOn }): ActualRecord => {
    return { kind: "act", id: act.id, title: act.title, date: doneOn, recordedAt: null, amount: "1" };
  });
  return { records, isKnownThen: false };
}

export async function findSeats(ctx: Context<Tx>, computation: Of<"seats">, asked: Asked): Promise<Found> {
  const { rule, denominator } = computation;
  const share = await bodies.countSeatShare({ ...ctx, today: asked.until }, { year: asked.year, rule });
  const days = BigInt(Math.max(1, share.days));
  const mean = (count: number) => writeFraction(makeFraction(BigInt(count), days));
  const records = share.terms.map(({ bodyId, name, held }): ActualRecord => {
    return {
      kind: "body",
      id: bodyId,
      title: name,
      date: share.asOf ?? asked.until,
      recordedAt: null,
      amount: mean(held),
    };
  });
  if (denominator.kind === "given") {
    const { value, words } = denominator;
    return { records, divisor: { kind: "given", value: String(value), words, isAssumed: false }, isKnownThen: false };
  }
  if (share.seats === 0) return { records, lack: "no-seats", isKnownThen: false };
  const divisor = { kind: "all-seats", value: mean(share.seats), words: "", isAssumed: false } as const;
  return { records, divisor, isKnownThen: false };
}

/** An association counts with its first award of the year, however many it has. */
export async function findAwards(
  ctx: Context<Tx>,
  { computation, sources }: { computation: Of<"awards">; sources: Sources },
  asked: Asked,
): Promise<Found> {
  if (!sources.contests) return { records: [], lack: "no-contests" };
  const all = await sources.contests.listAwards(ctx, asked);
  const own = all.filter(({ contestId }) => isChosen(computation.contestIds, contestId));
  const first = new Map(
    [...own].sort((a, b) => b.date.localeCompare(a.date)).map((award) => [award.associationId, award]),
  );
  const awards = [...first.values()].sort((a, b) => a.date.localeCompare(b.date));
  const records = awards.map(({ id, association, date, recordedAt }): ActualRecord => {
    return { kind: "award", id, title: association, date, recordedAt, amount: "1" };
  });
  return { records };
}

/** Of an activity its own contests, unless its passport names others; of an indicator all. */
export async function findContests(
  ctx: Context<Tx>,
  { computation, sources, line }: { computation: Of<"contests">; sources: Sources; line: KeptPassport["line"] },
  asked: Asked,
): Promise<Found> {
  if (!sources.contests) return { records: [], lack: "no-contests" };
  const held = await sources.contests.listHeld(ctx, asked);
  const chosen = held.filter(({ contestId }) => isChosen(computation.contestIds, contestId));
  const isOfActivity = line.kind === "activity" && computation.contestIds.length === 0;
  const own = isOfActivity ? chosen.filter(({ activityId }) => activityId === line.id) : chosen;
  const records = own.map(({ callId, title, date, recordedAt }): ActualRecord => {
    return { kind: "contest", id: callId, title, date, recordedAt, amount: "1" };
  });
  return { records };
}

const isChosen = (chosen: readonly string[], id: string) => chosen.length === 0 || chosen.includes(id);

function toRecord(
  kind: RecordKind,
  { id, date, recordedAt }: { readonly id: string; readonly date: string; readonly recordedAt: Date },
  said: { readonly title: string; readonly amount: string },
): ActualRecord {
  return { kind, id, date, recordedAt: recordedAt.toISOString(), ...said };
}
