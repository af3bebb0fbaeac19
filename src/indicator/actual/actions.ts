import type { Context } from "../../kernel/context.ts";
import { makeFraction, readFraction, writeFraction } from "../../kernel/fraction.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Actual, Computation, LineKind } from "../contract.ts";
import { type KeptEntry, selectEntries } from "../entry/store.ts";
import { type KeptPassport, selectPassports } from "../passport/store.ts";
import {
  type Asked,
  findActs,
  findAwards,
  findContests,
  findEvents,
  findMoney,
  findPeople,
  findPublications,
  findSeats,
  type Sources,
} from "./actions-records.ts";
import { combineActual, type Found } from "./combine.ts";

interface LineKey {
  readonly kind: LineKind;
  readonly id: string;
}

/** The actual of a line in a year, up to a day, as known at an instant: the one computation that all pages and reports call. */
export async function computeActual(
  ctx: Context<Tx>,
  sources: Sources,
  given: { readonly line: LineKey; readonly asked: Asked },
): Promise<Actual> {
  const [first] = await computeActuals(ctx, sources, { lines: [given.line], asked: given.asked });
  if (!first) throw new Error("a line has one actual");
  return first;
}

/** The same of several lines at once, in their order. */
export async function computeActuals(
  ctx: Context<Tx>,
  sources: Sources,
  { lines, asked }: { readonly lines: readonly LineKey[]; readonly asked: Asked },
): Promise<readonly Actual[]> {
  const passports = await selectPassports(ctx, asked.knownAt);
  const entries = await selectEntries(ctx, asked);
  const actuals: Actual[] = [];
  for (const line of lines) {
    const passport = passports.find((own) => own.line.kind === line.kind && own.line.id === line.id) ?? null;
    const own = entries.filter((entry) => entry.line.kind === line.kind && entry.line.id === line.id);
    const found = passport ? await findRecords(ctx, { sources, passport, own }, asked) : NO_PASSPORT;
    const corrections = own.filter(({ kind }) => kind === "correction").map(toCorrection);
    const moment = { year: asked.year, until: asked.until, knownAt: asked.knownAt.toISOString() };
    actuals.push(combineActual({ ...moment, passport, found, corrections }));
  }
  return actuals;
}

const NO_PASSPORT: Found = { records: [], lack: "no-passport" };

interface Frame {
  readonly sources: Sources;
  readonly passport: KeptPassport;
  readonly own: readonly KeptEntry[];
}

async function findRecords(ctx: Context<Tx>, { sources, passport, own }: Frame, asked: Asked): Promise<Found> {
  const computation: Computation = passport.computation;
  if (asked.until < `${asked.year}-01-01`) return { records: [], lack: "not-begun" };
  switch (computation.kind) {
    case "people":
      return findPeople(ctx, computation, asked);
    case "events":
      return findEvents(ctx, computation, asked);
    case "money":
      return findMoney(ctx, computation, asked);
    case "publications":
      return findPublications(ctx, computation, asked);
    case "acts":
      return findActs(ctx, sources, asked);
    case "seats":
      return findSeats(ctx, computation, asked);
    case "awards":
      return findAwards(ctx, { computation, sources }, asked);
    case "contests":
      return findContests(ctx, { computation, sources, line: passport.line }, asked);
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
