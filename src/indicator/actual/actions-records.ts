import { makeFraction, writeFraction } from "../../kernel/fraction.ts";
import { KOPECKS_IN } from "../../kernel/money.ts";
import type { ActualRecord, Divisor, RecordKind } from "../contract.ts";
import type { KeptPassport } from "../passport/store.ts";
import type { Of, Reading } from "./actions-reading.ts";
import type { Found } from "./combine.ts";

/** Different people by the first event of each, or visits. */
export async function findPeople(reading: Reading, computation: Of<"people">): Promise<Found> {
  const { count, eventKinds } = computation;
  const events = (await reading.visits()).filter(isOfKinds(eventKinds));
  const firsts = count === "distinct" ? await reading.firstTimers(eventKinds) : null;
  const records = events.map((event) => {
    const people = firsts ? (firsts.get(event.id) ?? 0) : event.visits;
    return toRecord("event", event, { title: event.title, amount: String(people) });
  });
  if (computation.of === "none") return { records };
  const divisor = await findPopulation(reading);
  return divisor ? { records, divisor } : { records, lack: "no-population" };
}

const isOfKinds =
  (kinds: readonly string[]) =>
  ({ countedAs }: { readonly countedAs: string }) =>
    kinds.length === 0 || kinds.includes(countedAs);

/** The population of the year, or else the last one known before it, which is said. */
async function findPopulation(reading: Reading): Promise<Divisor | null> {
  const { year } = reading.asked;
  const known = (await reading.population()).find((population) => population.year <= year);
  if (!known || known.people <= 0) return null;
  const words = known.year === year ? known.source : `${known.source} (${known.year})`;
  return { kind: "population", value: String(known.people), words, isAssumed: known.assumed };
}

export async function findEvents(reading: Reading, { eventKinds }: Of<"events">): Promise<Found> {
  const events = (await reading.events()).filter(isOfKinds(eventKinds));
  return { records: events.map((event) => toRecord("event", event, { title: event.title, amount: "1" })) };
}

export async function findMoney(reading: Reading, { activityIds, fact, unit }: Of<"money">): Promise<Found> {
  const all = (await reading.money()).filter(({ activityId }) => activityIds.includes(activityId));
  const entries = fact === "net" ? all : all.filter(({ concerns }) => concerns === "payment");
  const records = entries.map((entry) => {
    const amount = writeFraction(makeFraction(entry.kopecks, KOPECKS_IN[unit]));
    const title = `№ ${entry.number}/${entry.numberYear}${entry.payee ? `, ${entry.payee}` : ""}`;
    return toRecord(entry.kind === "payment" ? "money" : entry.kind, entry, { title, amount });
  });
  return { records };
}

export async function findPublications(reading: Reading, { kinds }: Of<"publications">): Promise<Found> {
  const published = (await reading.publications()).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  return { records: published.map((own) => toRecord("publication", own, { title: own.title, amount: "1" })) };
}

/** Acts do not say when it was recorded that they were brought up to date. */
export async function findActs(reading: Reading): Promise<Found> {
  const { terms } = await reading.acts();
  const done = terms.filter(({ doneOn }) => doneOn <= reading.asked.until);
  const records = done.map(({ act, doneOn }): ActualRecord => {
    return { kind: "act", id: act.id, title: act.title, date: doneOn, recordedAt: null, amount: "1" };
  });
  return { records, isKnownThen: false };
}

export async function findSeats(reading: Reading, { rule, denominator }: Of<"seats">): Promise<Found> {
  const share = await reading.seats(rule);
  const days = BigInt(Math.max(1, share.days));
  const mean = (count: number) => writeFraction(makeFraction(BigInt(count), days));
  const records = share.terms.map(({ bodyId, name, held }): ActualRecord => {
    return {
      kind: "body",
      id: bodyId,
      title: name,
      date: share.asOf ?? reading.asked.until,
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
export async function findAwards(reading: Reading, { contestIds }: Of<"awards">): Promise<Found> {
  if (!reading.hasContests) return { records: [], lack: "no-contests" };
  const own = (await reading.awards()).filter(({ contestId }) => isChosen(contestIds, contestId));
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
  reading: Reading,
  { contestIds }: Of<"contests">,
  line: KeptPassport["line"],
): Promise<Found> {
  if (!reading.hasContests) return { records: [], lack: "no-contests" };
  const chosen = (await reading.held()).filter(({ contestId }) => isChosen(contestIds, contestId));
  const isOfActivity = line.kind === "activity" && contestIds.length === 0;
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
