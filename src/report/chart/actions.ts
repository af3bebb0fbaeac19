import { requirePermission } from "../../access/index.ts";
import { listConfirmedEvents } from "../../event/index.ts";
import type { Context } from "../../kernel/context.ts";
import { endOfPeriod, listBegunQuarters, listBegunYears, type Quarter } from "../../kernel/quarter.ts";
import { loadSpending } from "../../ledger/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { ReportSources } from "../compose/actions.ts";
import { addBySource, addMoney } from "../compose/money.ts";
import { requireKey } from "../draft/actions.ts";
import { selectVisits } from "./store.ts";
import type { IndicatorYears, MonthProgress, ReportCharts } from "./views.ts";

/** A year, and a quarter or none; without a slug the only programme of the year. */
export interface ChartQuestion {
  readonly year: string;
  readonly quarter?: string;
  readonly slug?: string;
}

/** What the charts of a year, or of a part of it, show. Refuses `not-permitted`, `report-period`, `report-several`, `report-none`. */
export async function getCharts(
  ctx: Context<Tx>,
  sources: Pick<ReportSources, "indicators">,
  given: ChartQuestion,
): Promise<ReportCharts> {
  requirePermission(ctx, "report.read");
  const { key, programme } = await requireKey(ctx, { ...given, kind: "council", quarter: given.quarter || "4" });
  const { year, slug, quarter } = key;
  const until = endOfPeriod(key, ctx.today);
  const years = listBegunYears(programme.years, ctx.today);
  const { lines, entries } = await loadSpending(ctx, { slug, year, until });
  const events = await listConfirmedEvents(ctx, { year, until, kinds: [], knownAt: ctx.now });
  const months = Array.from({ length: Number(until.slice(5, 7)) }, (_, at): MonthProgress => {
    const month = at + 1;
    const isBy = ({ date }: { readonly date: string }) =>
      Number(date.slice(5, 7)) <= month || !date.startsWith(`${year}`);
    const spent = entries
      .filter(isBy)
      .reduce((sum, { account, kopecks }) => sum + (account === "paid" ? kopecks : -kopecks), 0n);
    return { month, spent, events: events.filter(isBy).length };
  });
  return {
    ...{ year, quarter, years, until },
    indicators: await loadIndicators(ctx, sources, { slug, years, quarter }),
    bySource: addBySource(lines),
    progress: { months, limit: addMoney(lines).appropriated },
    settlements: await selectVisits(ctx, { year, until }),
  };
}

/** The same part of every year, so that years can be held together. */
async function loadIndicators(
  ctx: Context<Tx>,
  { indicators }: Pick<ReportSources, "indicators">,
  { slug, years, quarter }: { readonly slug: string; readonly years: readonly number[]; readonly quarter: Quarter },
): Promise<readonly IndicatorYears[]> {
  const found = new Map<string, IndicatorYears>();
  for (const year of years.filter((own) => listBegunQuarters(own, ctx.today).includes(quarter))) {
    const until = endOfPeriod({ year, quarter }, ctx.today);
    for (const { line, plan, actual } of await indicators.loadLines(ctx, { slug, year, until })) {
      if (line.kind !== "indicator") continue;
      const known = found.get(line.id);
      const own = { year, plan, fact: actual.value };
      const [name, unit] = [line.name, line.unit ?? ""].map((text) => text.replace(/\s+/g, " "));
      found.set(line.id, {
        ...{ id: line.id, number: line.number ?? String(line.position), name: name ?? "", unit: unit ?? "" },
        years: [...(known?.years ?? []), own],
      });
    }
  }
  return [...found.values()];
}
