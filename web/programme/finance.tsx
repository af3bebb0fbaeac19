import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useText } from "../ui/text.ts";
import { capitalise } from "../ui/typography.ts";
import { loadEdition } from "./load.ts";
import { ComparisonTable, PLACE_WORDS } from "./parts/comparison-table.tsx";
import { MoneyChart } from "./parts/money-chart.tsx";
import { useMoneySentences } from "./parts/money-sentences.ts";
import { MoneyTable } from "./parts/money-table.tsx";
import { ObjectiveTable } from "./parts/objective-table.tsx";
import { PageTop } from "./parts/page-top.tsx";
import { SourceSection } from "./parts/source-section.tsx";
import { useMoney } from "./parts/use-money.ts";
import { namesMoney, placeActivities } from "./view/activities.ts";
import { compareMoney, listPlaces } from "./view/comparison.ts";
import { amountOf } from "./view/money.ts";
import { describeMoney } from "./view/money-facts.ts";
import { describeOutline, groupItems } from "./view/outline.ts";
import { programmeWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadEdition(args);

/** The money by source and year: added up from the activities, beside annex 3 and the passport, and taken apart again. */
export default function Finance() {
  const edition = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { content, programme } = edition;
  const facts = describeMoney(content);
  const said = useMoneySentences(facts);
  const paying = facts.sources.filter((source) => amountOf(facts.table, source, "total") !== 0n);
  return (
    <>
      <PageTop edition={edition} title={said.headline} path={paths.finance(programme.slug)} here={t("financeHead")} />
      <h1>{said.headline}</h1>
      {said.courses !== "" && <p className="lead">{said.courses}</p>}
      {content.activities.some(namesMoney) && <BySource />}
      <Comparison />
      {amountOf(facts.table, "cost", "total") !== 0n && <ByObjective />}
      {paying.map((source) => (
        <SourceSection key={source} source={source} content={content} slug={programme.slug} />
      ))}
    </>
  );
}

function BySource() {
  const { content, programme, number } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const facts = describeMoney(content);
  const { unit } = useMoney(facts.scale);
  return (
    <section className="part">
      <h2>{t("bySource")}</h2>
      <p className="under">{t("fromActivities", { unit })}</p>
      <MoneyChart facts={facts} edition={number} />
      <MoneyTable facts={facts} hrefOf={(line) => (line === "cost" ? "#objectives" : `#${line}`)} />
      <p className="links">
        <a href={href(paths.csv(programme.slug, "finance"))}>{t("csv")}</a>
        <a href={href(paths.activities(programme.slug))}>{t("allActivities")}</a>
      </p>
    </section>
  );
}

const SUMS = { 1: "sumsOne", 2: "sumsTwo", 3: "sumsThree" } as const;

/** What the places of the document say of the same money; nothing where only the activities name any. */
function Comparison() {
  const { content } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { scale, region } = describeMoney(content);
  const { unit } = useMoney(scale);
  const compared = compareMoney(content);
  if (compared.length === 0) return null;
  const places = listPlaces(compared);
  const agrees = compared.every((row) => row.agrees !== false);
  const words = places.map((place) => uncapitalise(t(PLACE_WORDS[place])));
  return (
    <section className="part">
      <h2>{t(agrees ? SUMS[places.length as keyof typeof SUMS] : "disagreement")}</h2>
      <p className="under">{capitalise(t("besideUnder", { places: words.join(", "), unit }))}</p>
      <ComparisonTable rows={compared} scale={scale} region={region} />
    </section>
  );
}

function uncapitalise(text: string): string {
  return text.charAt(0).toLocaleLowerCase("ru") + text.slice(1);
}

function ByObjective() {
  const { content, programme } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { scale } = describeMoney(content);
  const { unit } = useMoney(scale);
  const chapters = groupItems(describeOutline(content), "activities", placeActivities(content.activities));
  const title = t("byObjectiveTitle");
  return (
    <section className="part" id="objectives">
      <h2>{title}</h2>
      <p className="under">{t("byObjectiveUnder", { unit })}</p>
      <ObjectiveTable
        slug={programme.slug}
        years={content.years}
        chapters={chapters}
        scale={scale}
        line="cost"
        name={title}
      />
    </section>
  );
}
