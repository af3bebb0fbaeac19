import { requirePermission } from "../../access/index.ts";
import { listCountedEvents } from "../../event/index.ts";
import type { Context } from "../../kernel/context.ts";
import { loadSpending } from "../../ledger/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { ReportSources } from "../compose/actions.ts";
import { addBySource, addMoney } from "../compose/money.ts";
import { requireKey } from "../draft/actions.ts";
import { endOfPeriod } from "../period.ts";
import { selectVisits } from "./store.ts";
import type { IndicatorYears, MonthProgress, ReportCharts } from "./views.ts";

/** What the charts of a year show. Refuses `not-permitted`, `report-period`, `report-several`, `report-none`. */
export async function getCharts(
  ctx: Context<Tx>,
  sources: Pick<ReportSources, "indicators">,
  given: { readonly year: string; readonly slug?: string },
): Promise<ReportCharts> {
  requirePermission(ctx, "report.read");
  const { key, programme } = await requireKey(ctx, { kind: "council", quarter: "4", ...given });
  const { year, slug } = key;
  const until = endOfPeriod(key, ctx.today);
  const years = programme.years.filter((own) => `${own}-01-01` <= ctx.today);
  const { lines, entries } = await loadSpending(ctx, { slug, year, until });
  const events = await listCountedEvents(ctx, { year, until, kinds: [], knownAt: ctx.now });
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
    ...{ year, years, until },
    indicators: await loadIndicators(ctx, sources, { slug, years }),
    bySource: addBySource(lines),
    progress: { months, limit: addMoney(lines).appropriated },
    settlements: await selectVisits(ctx, { year, until }),
  };
}

async function loadIndicators(
  ctx: Context<Tx>,
  { indicators }: Pick<ReportSources, "indicators">,
  { slug, years }: { readonly slug: string; readonly years: readonly number[] },
): Promise<readonly IndicatorYears[]> {
  const found = new Map<string, IndicatorYears>();
  for (const year of years) {
    const until = endOfPeriod({ year, quarter: 4 }, ctx.today);
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
