import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { consolidateCosts } from "../../src/programme/consolidation.ts";
import type { FundingSource } from "../../src/programme/contract.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { chooseScale } from "../ui/format.ts";
import { useText } from "../ui/text.ts";
import { capitalise } from "../ui/typography.ts";
import { loadEdition } from "./load.ts";
import { ActivityTable } from "./parts/activity-table.tsx";
import { ComparisonTable } from "./parts/comparison-table.tsx";
import { MoneyChart } from "./parts/money-chart.tsx";
import { useMoneySentences } from "./parts/money-sentences.ts";
import { MoneyTable } from "./parts/money-table.tsx";
import { ObjectiveTable } from "./parts/objective-table.tsx";
import { useMoney } from "./parts/use-money.ts";
import { groupActivities } from "./view/activities.ts";
import { compareMoney } from "./view/comparison.ts";
import { amountOf, listAmounts, listSources } from "./view/money.ts";
import { programmeWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadEdition(args);

/** The money by source and year: added up from the activities, beside annex 3 and the passport, and taken apart again. */
export default function Finance() {
  const edition = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const { content, programme } = edition;
  const table = consolidateCosts(content);
  const sources = listSources(content.activities);
  const scale = chooseScale(listAmounts(table));
  const { unit } = useMoney(scale);
  const said = useMoneySentences({ table, years: content.years, sources }, scale);
  const compared = compareMoney(content, table, sources);
  const agreement = compared.every((row) => row.agrees) ? t("agreement") : t("disagreement");
  return (
    <>
      <title>{said.headline}</title>
      <Crumbs above={[{ path: paths.programme(programme.slug), text: t("programme") }]} here={t("financeHead")} />
      <h1>{said.headline}</h1>
      <p className="lead">{said.courses}</p>
      <section className="part">
        <h2>{t("bySource")}</h2>
        <p className="under">{t("fromActivities", { unit })}</p>
        <MoneyChart table={table} years={content.years} sources={sources} scale={scale} edition={edition.number} />
        <MoneyTable
          table={table}
          years={content.years}
          sources={sources}
          scale={scale}
          hrefOf={(line) => (line === "cost" ? "#objectives" : `#${line}`)}
        />
        <p className="links">
          <a href={href(paths.csv(programme.slug, "finance"))}>{t("csv")}</a>
          <a href={href(paths.activities(programme.slug))}>{t("allActivities")}</a>
        </p>
      </section>
      <section className="part">
        <h2>{agreement}</h2>
        <p className="under">{t("agreementUnder", { unit })}</p>
        <ComparisonTable rows={compared} scale={scale} />
      </section>
      <section className="part" id="objectives">
        <h2>{t("byObjectiveTitle")}</h2>
        <p className="under">{t("byObjectiveUnder", { unit })}</p>
        <ObjectiveTable slug={programme.slug} content={content} scale={scale} />
      </section>
      {sources
        .filter((source) => amountOf(table, source, "total") !== 0n)
        .map((source) => (
          <SourceSection key={source} source={source} />
        ))}
    </>
  );
}

/** What one source pays for. */
function SourceSection({ source }: { readonly source: FundingSource }) {
  const { content, programme } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { unit } = useMoney("rouble");
  const paid = groupActivities(content)
    .flatMap((group) => group.activities)
    .filter(({ activity }) =>
      activity.sources.some((row) => row.kind === source && Object.values(row.values).some((figure) => figure.value)),
    );
  return (
    <section className="part" id={source}>
      <h2>{t("madeOf", { source: capitalise(t(`source_${source}`)) })}</h2>
      <p className="under">{t("madeOfUnder", { unit })}</p>
      <ActivityTable
        slug={programme.slug}
        years={content.years}
        activities={paid}
        scale="rouble"
        line={source}
        totalText={capitalise(t(`source_${source}`))}
      />
    </section>
  );
}
