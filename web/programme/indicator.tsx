import { data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Explanation } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { formatNumber } from "../ui/format.ts";
import { languageOf, useLanguage } from "../ui/language.ts";
import { makeText, useText } from "../ui/text.ts";
import { oneLine } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { loadEdition } from "./load.ts";
import { FindingsHere } from "./parts/findings-here.tsx";
import { IndicatorFacts } from "./parts/indicator-facts.tsx";
import { TargetTable } from "./parts/target-table.tsx";
import { indicatorDecimals, indicatorUnit, listTargets } from "./view/indicators.ts";
import { describeCourse } from "./view/money.ts";
import { findingsAtRows, numberFindings } from "./view/places.ts";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const edition = await loadEdition(args);
  const indicator = edition.content.indicators.find((one) => one.number === args.params.number);
  if (indicator) return { edition, indicator };
  const t = makeText(programmeWords, languageOf(new URL(args.request.url).pathname));
  throw data({ code: "indicator-unknown", sentence: t("indicatorMissing") } satisfies Explanation, { status: 404 });
}

const COURSES = { even: "planEven", up: "planUp", down: "planDown", mixed: "planMixed" } as const;

/** One indicator: its targets by year, where each is printed, and what the check says of them. */
export default function IndicatorPage() {
  const { edition, indicator } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { slug } = edition.programme;
  const { years, indicators } = edition.content;
  const places = [
    indicator.name.place,
    indicator.targets.label.place,
    ...Object.values(indicator.targets.values).map((figure) => figure.place),
  ];
  const findings = findingsAtRows(numberFindings(edition.findings), places);
  const number = indicator.number;
  const kicker =
    indicator.objective === null
      ? t("indicatorKicker", { number })
      : t("indicatorKickerObjective", { number, objective: indicator.objective });
  return (
    <>
      <title>{`${number}. ${oneLine(indicator.name.text)}`}</title>
      <Crumbs
        above={[
          { path: paths.programme(slug), text: t("programme") },
          { path: paths.indicators(slug), text: t("indicatorsHead") },
        ]}
        here={number}
      />
      <p className="kicker">{kicker}</p>
      <h1>
        <Words>{indicator.name.text}</Words>
      </h1>
      <FirstTarget edition={edition} indicator={indicator} />
      <div className="columns">
        <div>
          <section className="part">
            <h2>{t("planByYear")}</h2>
            <p className="under">{t(COURSES[describeCourse(listTargets(indicator, years))])}</p>
            <TargetTable indicator={indicator} years={years} />
          </section>
          <FindingsHere findings={findings} />
        </div>
        <IndicatorFacts edition={edition} indicator={indicator} others={indicators} />
      </div>
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

/** The figure of the first year, large: what the programme promises first. */
function FirstTarget({ edition, indicator }: Loaded) {
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const [year] = edition.content.years;
  const value = indicator.targets.values[String(year)]?.value;
  if (year === undefined || value === undefined || value === null) return null;
  const figure = formatNumber(value, { language, decimals: indicatorDecimals(indicator) });
  return (
    <p className="one-figure">
      <span>{figure}</span> {t("inYear", { year })} <Words>{`${indicatorUnit(indicator) ?? t("noUnit")},`}</Words>{" "}
      <a className="small" href={href(paths.edition(edition.programme.slug, edition.number))}>
        {t("byEdition", { number: edition.number })}
      </a>
    </p>
  );
}
