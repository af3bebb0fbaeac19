import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { paths } from "../app/paths.ts";
import { PeriodTabs, usePeriodName } from "../app/period-tabs.tsx";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { IndicatorCharts } from "./charts/indicator-charts.tsx";
import { MoneyChart } from "./charts/money-chart.tsx";
import { ProgressChart } from "./charts/progress-chart.tsx";
import { VisitChart } from "./charts/visit-chart.tsx";
import { chartWords } from "./charts/words.ts";
import { reportWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const query = new URL(args.request.url).searchParams;
  const asked = { year: query.get("year") ?? doors.today.slice(0, 4), quarter: query.get("quarter") ?? "" };
  return { charts: await answer(doors, (ctx) => doors.reports.getCharts(ctx, asked)), today: doors.today };
}

/** A year as pictures, each with the table of its figures. */
export default function Charts() {
  const { charts, today } = useLoaderData<typeof loader>();
  const t = useText(chartWords);
  const reports = useText(reportWords);
  const language = useLanguage();
  const { year, quarter, years, until } = charts;
  const title = t("title", { period: usePeriodName()(year, quarter) });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.reports(year), text: reports("reports") }]} here={reports("charts")} />
      <h1>{title}</h1>
      <p className="under">{t("under", { until: formatDate(until, language) })}</p>
      <PeriodTabs {...{ years, year, quarter, today }} path={paths.reportCharts} />
      <MoneyChart charts={charts} />
      <ProgressChart charts={charts} />
      <IndicatorCharts charts={charts} />
      <VisitChart charts={charts} />
    </>
  );
}
