import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { ActualRow } from "../../src/indicator/views.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { isAchieved } from "../ui/exact.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { ActualTable } from "./parts/actual-table.tsx";
import { indicatorWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams.get("year");
  const year = asked ?? doors.today.slice(0, 4);
  return {
    sheet: await answer(doors, (ctx) => doors.indicators.listYear(ctx, { year })),
    thisYear: Number(doors.today.slice(0, 4)),
  };
}

/** Every indicator and activity of a year: plan, fact, how far it came, and whether it is confirmed. */
export default function IndicatorYear() {
  const { sheet } = useLoaderData<typeof loader>();
  const t = useText(indicatorWords);
  const language = useLanguage();
  const { rows, year, until } = sheet;
  const indicators = rows.filter(({ line }) => line.kind === "indicator");
  const activities = rows.filter(({ line }) => line.kind === "activity");
  const done = indicators.filter(isDone).length;
  const title = rows.length === 0 ? t("yearEmpty") : t("yearTitle", { year, done, all: indicators.length });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("indicators")} />
      <h1>{title}</h1>
      <p className="under">
        {rows.length === 0 ? t("yearEmptyNext") : t("yearUnder", { until: formatDate(until, language) })}
      </p>
      <Years />
      <Part head={t("indicatorsOf")} rows={indicators} />
      <Part head={t("activitiesOf")} rows={activities} />
      {rows.length > 0 && <Files />}
    </>
  );
}

const isDone = ({ achieved }: ActualRow) => achieved !== null && isAchieved(achieved);

function Part({ head, rows }: { readonly head: string; readonly rows: readonly ActualRow[] }) {
  const { sheet } = useLoaderData<typeof loader>();
  if (rows.length === 0) return null;
  return (
    <section className="part">
      <h2>{head}</h2>
      <ActualTable name={head} rows={rows} year={sheet.year} />
    </section>
  );
}

function Years() {
  const { sheet, thisYear } = useLoaderData<typeof loader>();
  const t = useText(indicatorWords);
  const href = useHref();
  const years = [...new Set([...sheet.years.filter((year) => year <= thisYear), sheet.year])].sort((a, b) => a - b);
  return (
    <nav className="tabs" aria-label={t("years")}>
      {years.map((year) => (
        <a key={year} href={href(paths.actuals(year))} aria-current={year === sheet.year ? "page" : undefined}>
          {t("yearTab", { year })}
        </a>
      ))}
    </nav>
  );
}

function Files() {
  const { sheet } = useLoaderData<typeof loader>();
  const t = useText(indicatorWords);
  const href = useHref();
  return (
    <p className="links">
      <span className="soft">{t("files")}</span>
      <a href={href(paths.actualsFile("xlsx", sheet.year))}>XLSX</a>
      <a href={href(paths.actualsFile("csv", sheet.year))}>CSV</a>
    </p>
  );
}
