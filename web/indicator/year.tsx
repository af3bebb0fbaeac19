import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { ActualRow } from "../../src/indicator/views.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { PeriodTabs, usePeriodName } from "../app/period-tabs.tsx";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { isAchieved } from "../ui/exact.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { ActualTable } from "./parts/actual-table.tsx";
import { readPeriod } from "./read-period.ts";
import { indicatorWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = readPeriod(args.request, doors.today);
  return { sheet: await answer(doors, (ctx) => doors.indicators.listYear(ctx, asked)), today: doors.today };
}

/** Every indicator and activity of a year: plan, fact, how far it came, and whether it is confirmed. */
export default function IndicatorYear() {
  const { sheet } = useLoaderData<typeof loader>();
  const t = useText(indicatorWords);
  const language = useLanguage();
  const { rows, year, quarter, until } = sheet;
  const indicators = rows.filter(({ line }) => line.kind === "indicator");
  const activities = rows.filter(({ line }) => line.kind === "activity");
  const planned = indicators.filter(isPlanned);
  const done = planned.filter(isDone).length;
  const period = usePeriodName()(year, quarter);
  const title = rows.length === 0 ? t("yearEmpty") : t("yearTitle", { period, done, all: planned.length });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("indicators")} />
      <h1>{title}</h1>
      <p className="under">
        {rows.length === 0 ? t("yearEmptyNext") : t("yearUnder", { until: formatDate(until, language) })}
        {rows.length > 0 && quarter !== 4 && ` ${t("yearPart")}`}
      </p>
      <Periods />
      <Part head={t("indicatorsOf")} rows={indicators} />
      <Part head={t("activitiesOf")} rows={activities} />
      {rows.length > 0 && <Files />}
    </>
  );
}

/** Nothing came of what should be little: there is no share, and none could be better. */
const isDone = ({ achieved, noShare }: ActualRow) =>
  achieved === null ? noShare === "zero-fact" : isAchieved(achieved);
/** Of an indicator without a plan for the year nobody asks whether it was reached. */
const isPlanned = ({ noShare }: ActualRow) => noShare !== "no-plan" && noShare !== "zero-plan";

function Part({ head, rows }: { readonly head: string; readonly rows: readonly ActualRow[] }) {
  const { sheet } = useLoaderData<typeof loader>();
  if (rows.length === 0) return null;
  return (
    <section className="part">
      <h2>{head}</h2>
      <ActualTable name={head} rows={rows} year={sheet.year} quarter={sheet.quarter} />
    </section>
  );
}

function Periods() {
  const { sheet, today } = useLoaderData<typeof loader>();
  return (
    <PeriodTabs {...{ today, years: sheet.years }} year={sheet.year} quarter={sheet.quarter} path={paths.actuals} />
  );
}

function Files() {
  const { sheet } = useLoaderData<typeof loader>();
  const t = useText(indicatorWords);
  const href = useHref();
  return (
    <p className="links">
      <span className="soft">{t("files")}</span>
      <a href={href(paths.actualsFile("xlsx", sheet.year, sheet.quarter))}>XLSX</a>
      <a href={href(paths.actualsFile("csv", sheet.year, sheet.quarter))}>CSV</a>
    </p>
  );
}
