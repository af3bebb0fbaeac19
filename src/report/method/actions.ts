import { may, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { endOfPeriod, listBegunYears } from "../../kernel/quarter.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { ReportSources } from "../compose/actions.ts";
import { requireKey } from "../draft/actions.ts";
import { selectProgrammes } from "../store-programme.ts";
import type { MethodDraftView, MethodPage, MethodsView } from "./views.ts";

type Sources = Pick<ReportSources, "indicators">;

/** Which year of which programme a method is tried on. */
export interface MethodQuestion {
  readonly year: string;
  readonly slug?: string;
}

/** Every method with what it gives of a year. Refuses `not-permitted`, `report-period`, `report-several`, `report-none`. */
export async function getMethods(ctx: Context<Tx>, sources: Sources, asked: MethodQuestion): Promise<MethodsView> {
  requirePermission(ctx, "report.read");
  const { lines, ...period } = await loadYear(ctx, sources, asked);
  const cards = await sources.indicators.listMethods(ctx);
  const keys = cards.map(({ key }) => key);
  const { assessments } = await sources.indicators.assessLines(ctx, lines, { ...period, keys, given: {} });
  return {
    year: period.year,
    years: await listYears(ctx),
    mayWrite: may(ctx.actor, "indicator.method"),
    rows: cards.flatMap((card) => {
      const assessed = assessments.find(({ key }) => key === card.key);
      return assessed ? [{ card, assessed }] : [];
    }),
  };
}

/** One method with every term of what it gives of a year. Refuses as `getMethods`, and `method-unknown`. */
export async function getMethodPage(
  ctx: Context<Tx>,
  sources: Pick<ReportSources, "indicators">,
  { key, ...asked }: MethodQuestion & { readonly key: string },
): Promise<MethodPage> {
  requirePermission(ctx, "report.read");
  const card = await sources.indicators.getMethod(ctx, key);
  const { lines, ...period } = await loadYear(ctx, sources, asked);
  const { assessments } = await sources.indicators.assessLines(ctx, lines, { ...period, keys: [key], given: {} });
  const [assessed] = assessments;
  return {
    card,
    year: period.year,
    years: await listYears(ctx),
    assessed: assessed ?? null,
    lines: nameLines(lines),
    mayWrite: may(ctx.actor, "indicator.method"),
  };
}

/** What a method that somebody is writing gives of a year. Refuses as `getMethods`. */
export async function tryMethod(
  ctx: Context<Tx>,
  sources: Sources,
  { method, ...asked }: MethodQuestion & { readonly method: unknown },
): Promise<MethodDraftView> {
  requirePermission(ctx, "indicator.method");
  const { lines, ...period } = await loadYear(ctx, sources, asked);
  const found = await sources.indicators.tryMethod(ctx, lines, { ...period, method, given: {} });
  return { year: period.year, years: await listYears(ctx), lines: nameLines(lines), ...found };
}

async function loadYear(ctx: Context<Tx>, { indicators }: Sources, asked: MethodQuestion) {
  const { key } = await requireKey(ctx, { kind: "council", quarter: "4", ...asked });
  const period = { slug: key.slug, year: key.year, until: endOfPeriod(key, ctx.today) };
  return { ...period, lines: await indicators.loadLines(ctx, period) };
}

type Lines = Awaited<ReturnType<Sources["indicators"]["loadLines"]>>;

const nameLines = (lines: Lines) =>
  lines.map(({ line }) => ({
    id: line.id,
    name: `${line.number ?? line.position}. ${line.name.replace(/\s+/g, " ")}`,
  }));

async function listYears(ctx: Context<Tx>): Promise<readonly number[]> {
  const programmes = await selectProgrammes(ctx);
  const years = programmes.flatMap((programme) => programme.years);
  return listBegunYears(years, ctx.today);
}
