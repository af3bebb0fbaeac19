import type { Context } from "../../kernel/context.ts";
import { makeFraction, readFraction, writeFraction } from "../../kernel/fraction.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Actual, Computation, LineKind } from "../contract.ts";
import { type KeptEntry, selectEntries } from "../entry/store.ts";
import { type KeptPassport, selectPassports } from "../passport/store.ts";
import { type Asked, openReading, type Reading, type Sources } from "./actions-reading.ts";
import {
  findActs,
  findAwards,
  findContests,
  findEvents,
  findMoney,
  findPeople,
  findPublications,
  findSeats,
} from "./actions-records.ts";
import { combineActual, type Found } from "./combine.ts";

interface LineKey {
  readonly kind: LineKind;
  readonly id: string;
}

/** An actual beside the passport by which it was computed. */
interface ComputedLine {
  readonly passport: KeptPassport | null;
  readonly actual: Actual;
}

/** The actual of a line in a year, up to a day, as known at an instant: the one computation that all pages and reports call. */
export async function computeActual(
  ctx: Context<Tx>,
  sources: Sources,
  given: { readonly line: LineKey; readonly asked: Asked },
): Promise<Actual> {
  const [first] = await computeActuals(ctx, sources, { lines: [given.line], asked: given.asked });
  if (!first) throw new Error("a line has one actual");
  return first.actual;
}

/** The same of several lines at once, in their order: what they count in common is read once. */
export async function computeActuals(
  ctx: Context<Tx>,
  sources: Sources,
  { lines, asked }: { readonly lines: readonly LineKey[]; readonly asked: Asked },
): Promise<readonly ComputedLine[]> {
  const known = await selectPassports(ctx, asked.knownAt);
  const entries = await selectEntries(ctx, asked);
  const passports = lines.map((line) => known.find((own) => isOf(own.line, line)) ?? null);
  const computations = passports.flatMap((passport) => passport?.computation ?? []);
  const reading = openReading(ctx, { sources, asked, computations });
  const computed: ComputedLine[] = [];
  for (const [at, line] of lines.entries()) {
    const passport = passports[at] ?? null;
    const own = entries.filter((entry) => isOf(entry.line, line));
    const found = passport ? await findRecords(reading, passport, own) : NO_PASSPORT;
    const corrections = own.filter(({ kind }) => kind === "correction").map(toCorrection);
    const moment = { year: asked.year, until: asked.until, knownAt: asked.knownAt.toISOString() };
    computed.push({ passport, actual: combineActual({ ...moment, passport, found, corrections }) });
  }
  return computed;
}

const isOf = (a: LineKey, b: LineKey) => a.kind === b.kind && a.id === b.id;

const NO_PASSPORT: Found = { records: [], lack: "no-passport" };

async function findRecords(reading: Reading, passport: KeptPassport, own: readonly KeptEntry[]): Promise<Found> {
  const computation: Computation = passport.computation;
  const { year, until } = reading.asked;
  if (until < `${year}-01-01`) return { records: [], lack: "not-begun" };
  switch (computation.kind) {
    case "people":
      return findPeople(reading, computation);
    case "events":
      return findEvents(reading, computation);
    case "money":
      return findMoney(reading, computation);
    case "publications":
      return findPublications(reading, computation);
    case "acts":
      return findActs(reading);
    case "seats":
      return findSeats(reading, computation);
    case "awards":
      return findAwards(reading, computation);
    case "contests":
      return findContests(reading, computation, passport.line);
    case "own":
      return findOwn(own, computation.take);
  }
}

function findOwn(entries: readonly KeptEntry[], take: "sum" | "last"): Found {
  const values = entries.filter(({ kind }) => kind === "own");
  const records = values.map(({ id, date, recordedAt, evidence, value }) => {
    const amount = writeFraction(readFraction(value) ?? makeFraction(0n));
    return { kind: "own" as const, id, title: evidence, date, recordedAt: recordedAt.toISOString(), amount };
  });
  return records.length === 0 ? { records, lack: "no-values" } : { records, takesLast: take === "last" };
}

function toCorrection({ id, date, recordedAt, by, value, reason, evidence, link }: KeptEntry) {
  return { id, date, recordedAt: recordedAt.toISOString(), by, value, reason, evidence, link };
}
