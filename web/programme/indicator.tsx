import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { doorsOf } from "../app/doors.ts";
import { indicatorSection } from "../app/indicator-section.tsx";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { formatNumber } from "../ui/format.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { oneLine } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { loadEdition, missing, textOf } from "./load.ts";
import { FindingsHere } from "./parts/findings-here.tsx";
import { IndicatorFacts } from "./parts/indicator-facts.tsx";
import { PageTop } from "./parts/page-top.tsx";
import { TargetTable } from "./parts/target-table.tsx";
import { useStandingSteps } from "./parts/use-standing-text.ts";
import { indicatorDecimals, indicatorUnit, isNumbered, listTargets, placeIndicators } from "./view/indicators.ts";
import { describeCourse } from "./view/money.ts";
import { describeOutline, groupItems } from "./view/outline.ts";
import { findingsAtRows, numberFindings } from "./view/places.ts";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const edition = await loadEdition(args);
  const all = placeIndicators(edition.content.indicators);
  const placed = all.find((one) => one.address === args.params.number);
  if (placed) {
    const { position, indicator } = placed;
    const asked = { slug: edition.programme.slug, position, name: indicator.name.text };
    return { edition, placed, all, actuals: await indicatorSection.load(doorsOf(args), asked) };
  }
  throw missing({ code: "indicator-unknown", sentence: textOf(args)("indicatorMissing") });
}

const COURSES = { even: "planEven", up: "planUp", down: "planDown", mixed: "planMixed" } as const;

/** One indicator: its targets by year, where each is printed, and what the check says of them. */
export default function IndicatorPage() {
  const { edition, placed, all, actuals } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { slug } = edition.programme;
  const { indicator } = placed;
  const { targets } = indicator;
  const places = [indicator.name, targets.label, ...Object.values(targets.values)].map(({ place }) => place);
  const findings = findingsAtRows(numberFindings(edition.findings), places);
  const planned = listTargets(indicator, edition.content.years);
  const name = oneLine(indicator.name.text);
  const isNamedByNumber = isNumbered(indicator);
  return (
    <>
      <PageTop
        edition={edition}
        title={isNamedByNumber ? `${indicator.number}. ${name}` : name}
        path={paths.indicators(slug)}
        above={[{ path: paths.indicators(slug), text: t("indicatorsHead") }]}
        here={isNamedByNumber ? indicator.number : t("numberMissing")}
      />
      <p className="kicker">{useKicker()}</p>
      <h1>
        <Words>{name}</Words>
      </h1>
      <FirstTarget edition={edition} placed={placed} />
      <div className="columns">
        <div>
          <section className="part">
            <h2>{t("planByYear")}</h2>
            {planned.length > 1 && <p className="under">{t(COURSES[describeCourse(planned)])}</p>}
            <TargetTable content={edition.content} indicator={indicator} />
          </section>
          {actuals && <indicatorSection.Show actuals={actuals} />}
          <FindingsHere findings={findings} />
        </div>
        <IndicatorFacts edition={edition} placed={placed} all={all} />
      </div>
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

function useKicker(): string {
  const { edition, placed, all } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const outline = describeOutline(edition.content);
  const stepsOf = useStandingSteps(groupItems(outline, "indicators", all));
  const { indicator, position } = placed;
  const number = isNumbered(indicator) ? t("indicatorKicker", { number: indicator.number }) : t("indicatorKickerBare");
  return [number, ...stepsOf(outline.standingOf("indicators", position))].join(", ");
}

/** The figure of the first year, large: what the programme promises first. */
function FirstTarget({ edition, placed }: Pick<Loaded, "edition" | "placed">) {
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { indicator } = placed;
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
