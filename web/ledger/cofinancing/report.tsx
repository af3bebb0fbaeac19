import { Button } from "@mantine/core";
import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { roubles } from "../parts/money.ts";
import { ledgerWords } from "../words.ts";
import { readPeriod, sayPeriod, writePeriod } from "./period.ts";
import { RatioTable } from "./ratio-table.tsx";
import { LineTable, QuarterTable, ResultTable } from "./report-tables.tsx";
import { cofinancingWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const period = readPeriod(new URL(args.request.url).searchParams, doors.today);
  const query = { id: args.params.id ?? "", ...period };
  const report = await answer(doors, (ctx) => doors.ledger.getReport(ctx, query));
  return { report, today: doors.today };
}

/** The report to the region, as both its files have it. */
export default function Report() {
  const { report } = useLoaderData<typeof loader>();
  const t = useText(cofinancingWords);
  const money = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const { year, period } = report;
  const { agreement, terms } = year;
  const title = t("reportTitle", { period: sayPeriod(period, language) });
  const date = formatDate(agreement.date, language);
  const file = (format: string) => href(paths.cofinancingFile(agreement.id, `report.${format}`, writePeriod(period)));
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.money(), text: money("money") },
          { path: paths.cofinancing, text: t("title") },
          { path: paths.agreement(agreement.id, terms.year), text: `№ ${agreement.number}` },
        ]}
        here={t("report")}
      />
      <h1>{title}</h1>
      <p className="under">
        {t("reportUnder", { date, number: agreement.number, on: formatDate(report.on, language) })}
      </p>
      <p className="buttons main-action">
        <Button component="a" href={file("docx")}>
          {t("word")}
        </Button>
        <Button component="a" variant="outline" href={file("xlsx")}>
          {t("excel")}
        </Button>
      </p>
      <Periods />
      <LineTable report={report} />
      <QuarterTable report={report} />
      <Rest />
      {terms.rule && <RatioTable year={year} />}
      <ResultTable report={report} />
    </>
  );
}

function Periods() {
  const { report, today } = useLoaderData<typeof loader>();
  const t = useText(cofinancingWords);
  const href = useHref();
  const { agreement, terms } = report.year;
  const begun = (quarter: number) => today >= `${terms.year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;
  const tab = (quarter: number | null, text: string) => (
    <a
      key={text}
      href={href(paths.regionReport(agreement.id, writePeriod({ year: terms.year, quarter })))}
      aria-current={report.period.quarter === quarter ? "page" : undefined}
    >
      {text}
    </a>
  );
  return (
    <nav className="tabs" aria-label={t("period")}>
      {[1, 2, 3].filter(begun).map((quarter) => tab(quarter, t(`quarters_${quarter}` as "quarters_1")))}
      {tab(null, t("yearWhole"))}
    </nav>
  );
}

function Rest() {
  const { report } = useLoaderData<typeof loader>();
  const t = useText(cofinancingWords);
  const language = useLanguage();
  const { rest, terms } = report.year;
  return (
    <>
      {rest > 0n && (
        <p className="under">
          {t("restSaid", { rest: roubles(rest, language), by: formatDate(terms.returnBy, language) })}
        </p>
      )}
      {report.returnedAfter > 0n && (
        <p className="under">{t("returnedSaid", { sum: roubles(report.returnedAfter, language) })}</p>
      )}
    </>
  );
}
