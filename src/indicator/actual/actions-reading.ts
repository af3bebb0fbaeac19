import { listPopulation } from "../../access/index.ts";
import { type ConfirmedEvent, countFirstTimers, listConfirmedEvents, listCountedEvents } from "../../event/index.ts";
import type { Context } from "../../kernel/context.ts";
import { listMoneyRecords } from "../../ledger/index.ts";
import { listPublishedRecords } from "../../news/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type ActsDoor, bodies } from "../../registry/index.ts";
import type { Computation } from "../contract.ts";

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
    readonly listContests: (ctx: Context<Tx>) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  } | null;
}

export type Of<Kind extends Computation["kind"]> = Extract<Computation, { kind: Kind }>;

interface Opening {
  readonly sources: Sources;
  readonly asked: Asked;
  /** All that will be reckoned from the reading, so that one question covers what several of them count. */
  readonly computations: readonly Computation[];
}

/** The records of one moment: whatever several figures count is read once, when the first of them asks for it. */
export function openReading(ctx: Context<Tx>, { sources, asked, computations }: Opening) {
  const once = rememberReads();
  const of = <Kind extends Computation["kind"]>(kind: Kind) =>
    computations.filter((own): own is Of<Kind> => own.kind === kind);
  const { contests } = sources;
  const kinds = uniteKinds([...of("people"), ...of("events")]);
  const visits = () => once("visits", () => listCountedEvents(ctx, { ...asked, kinds }));
  const activityIds = [...new Set(of("money").flatMap((own) => own.activityIds))];
  return {
    asked,
    hasContests: contests !== null,
    visits,
    firstTimers: (eventKinds: readonly string[]) =>
      once(`first ${[...eventKinds].sort()}`, () => countFirstTimers(ctx, { ...asked, kinds: eventKinds })),
    /** Without who came, unless somebody asks for that too. */
    events: (): Promise<readonly ConfirmedEvent[]> =>
      of("people").length > 0 ? visits() : once("events", () => listConfirmedEvents(ctx, { ...asked, kinds })),
    population: () => once("population", () => listPopulation(ctx)),
    money: () => once("money", () => listMoneyRecords(ctx, { ...asked, activityIds })),
    publications: () => once("publications", () => listPublishedRecords(ctx, asked)),
    acts: () => once("acts", () => sources.acts.countActsBroughtUpToDate(ctx, asked.year)),
    seats: (rule: Of<"seats">["rule"]) =>
      once(`seats ${rule}`, () => bodies.countSeatShare({ ...ctx, today: asked.until }, { year: asked.year, rule })),
    awards: () => once("awards", async () => (await contests?.listAwards(ctx, asked)) ?? []),
    held: () => once("held", async () => (await contests?.listHeld(ctx, asked)) ?? []),
  };
}

export type Reading = ReturnType<typeof openReading>;

/** A question that was asked before has its answer already. */
function rememberReads() {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(name: string, read: () => Promise<T>): Promise<T> => {
    const known = (kept.get(name) as Promise<T> | undefined) ?? read();
    kept.set(name, known);
    return known;
  };
}

/** All kinds that any of them counts; none, which is all, where one counts all. */
function uniteKinds(counting: readonly { readonly eventKinds: readonly string[] }[]): readonly string[] {
  if (counting.some(({ eventKinds }) => eventKinds.length === 0)) return [];
  return [...new Set(counting.flatMap(({ eventKinds }) => eventKinds))];
}
