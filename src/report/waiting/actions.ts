import { requirePermission } from "../../access/index.ts";
import type { Computation } from "../../indicator/contract.ts";
import type { Context } from "../../kernel/context.ts";
import { type Fraction, makeFraction, writeFraction } from "../../kernel/fraction.ts";
import { endOfPeriod } from "../../kernel/quarter.ts";
import { loadSpending } from "../../ledger/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import { listDue } from "../actions-read.ts";
import type { ReportSources } from "../compose/actions.ts";
import { sayPeriod } from "../period.ts";
import { selectProgrammes } from "../store-programme.ts";
import { namePeople } from "./actions-people.ts";
import { forecast, shareOfYear, staysUnspent } from "./pace.ts";
import type { Waiting, WaitingItem } from "./views.ts";

/** A report is told of so many days before it is due, and for a year after. */
const DAYS_BEFORE = 30;
const DAYS_AFTER = 365;

type Sources = Pick<ReportSources, "indicators">;

/** What waits of a programme's figures, the most pressing first. Refuses `not-permitted`. */
export async function listWaiting(ctx: Context<Tx>, sources: Sources): Promise<Waiting> {
  requirePermission(ctx, "report.read");
  const year = Number(ctx.today.slice(0, 4));
  const items: Item[] = [...(await listReports(ctx, year))];
  for (const { slug, years } of await selectProgrammes(ctx)) {
    if (!years.includes(year)) continue;
    const until = endOfPeriod({ year, quarter: 4 }, ctx.today);
    const lines = await sources.indicators.loadLines(ctx, { slug, year, until });
    items.push(...tellLines(lines, { year, today: ctx.today }), ...(await listMoney(ctx, { slug, year, lines })));
  }
  return { year, items: await namePeople(ctx, items) };
}

type Item = Omit<WaitingItem, "people">;
type Lines = Awaited<ReturnType<Sources["indicators"]["loadLines"]>>;

async function listReports(ctx: Context<Tx>, year: number): Promise<readonly Item[]> {
  const due = [...(await listDue(ctx, year - 1)), ...(await listDue(ctx, year))];
  return due
    .filter(({ state, daysLeft }) => {
      const isDone = state === "signed" || state === "accepted";
      return !isDone && daysLeft <= DAYS_BEFORE && daysLeft >= -DAYS_AFTER;
    })
    .sort((a, b) => a.daysLeft - b.daysLeft)
    .map((row) => ({
      kind: "report-due",
      title: `${row.title} ${sayPeriod(row)}`,
      who: row.executor || null,
      href: row.id ? `/reports/${row.id}` : `/reports?year=${row.year}`,
      daysLeft: row.daysLeft,
      expected: null,
      plan: null,
    }));
}

function tellLines(lines: Lines, { year, today }: { readonly year: number; readonly today: string }): readonly Item[] {
  const share = shareOfYear(year, today);
  return lines.flatMap(({ line, plan, actual, passport }): Item[] => {
    const own = {
      title: `${line.number ?? line.position}. ${line.name.replace(/\s+/g, " ")}`,
      who: line.executors.join(", ") || null,
      href: `/indicators/${line.kind}/${line.id}?year=${year}`,
      daysLeft: null,
      plan,
    };
    if (plan === null) return [];
    if (actual.value === null) return [{ ...own, kind: "missing-fact", expected: null }];
    if (passport?.direction === "less") return [];
    const found = forecast({ plan, fact: actual.value, isSum: grows(actual.computation) }, share);
    return found?.isBehind ? [{ ...own, kind: "behind", expected: found.expected }] : [];
  });
}

/** Whether the days of a year add to it; a share of seats and the last of own values are as they are. */
function grows(computation: Computation | null): boolean {
  if (computation?.kind === "own") return computation.take === "sum";
  return computation?.kind !== "seats";
}

interface MoneyOf {
  readonly slug: string;
  readonly year: number;
  readonly lines: Lines;
}

/** Who carries an activity out answers for its money; of one that the edition in force dropped the coordinator. */
async function listMoney(ctx: Context<Tx>, { lines: planned, ...of }: MoneyOf): Promise<readonly Item[]> {
  const executors = new Map(planned.map(({ line }) => [line.id, line.executors.join(", ") || null]));
  const until = endOfPeriod({ year: of.year, quarter: 4 }, ctx.today);
  const share: Fraction = shareOfYear(of.year, ctx.today);
  const { lines } = await loadSpending(ctx, { ...of, until });
  return lines
    .filter(({ appropriated, net }) => staysUnspent(appropriated, net, share))
    .map(({ activity, appropriated, net, source }) => ({
      kind: "unspent",
      title: `${activity.position}. ${activity.name.replace(/\s+/g, " ")}`,
      who: executors.get(activity.id) ?? null,
      href: `/money/journal?activity=${activity.id}&source=${source}&year=${of.year}`,
      daysLeft: null,
      expected: inRoubles(net),
      plan: inRoubles(appropriated),
    }));
}

const inRoubles = (kopecks: bigint) => writeFraction(makeFraction(kopecks, 100n));
