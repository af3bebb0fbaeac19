import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { paths } from "../app/paths.ts";
import { useText } from "../ui/text.ts";
import { oneLine } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { loadEdition, missing, textOf } from "./load.ts";
import { ActivityFacts } from "./parts/activity-facts.tsx";
import { ActivityFigures } from "./parts/activity-figures.tsx";
import { FindingsHere } from "./parts/findings-here.tsx";
import { PageTop } from "./parts/page-top.tsx";
import { PrintedRows } from "./parts/printed-rows.tsx";
import { useMoney } from "./parts/use-money.ts";
import { useStandingSteps } from "./parts/use-standing-text.ts";
import { costOf, listRows, placeActivities } from "./view/activities.ts";
import { describeOutline, groupItems } from "./view/outline.ts";
import { findingsAtRows, numberFindings } from "./view/places.ts";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const edition = await loadEdition(args);
  const asked = args.params.position ?? "";
  // One page has one address: «06» is none.
  const position = /^[1-9]\d*$/.test(asked) ? Number(asked) : 0;
  const activity = edition.content.activities[position - 1];
  if (activity) return { edition, activity, position };
  throw missing({ code: "activity-unknown", sentence: textOf(args)("activityMissing") });
}

/** One activity: what is planned, what it costs by source and year, who answers for it, how it is printed. */
export default function ActivityPage() {
  const { edition, activity, position } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { content, programme } = edition;
  const rows = listRows(activity);
  const places = rows.flatMap(({ row }) => [row.label.place, ...Object.values(row.values).map(({ place }) => place)]);
  const findings = findingsAtRows(numberFindings(edition.findings), [activity.name.place, ...places]);
  const name = oneLine(activity.name.text);
  return (
    <>
      <PageTop
        edition={edition}
        title={name}
        path={paths.activities(programme.slug)}
        above={[{ path: paths.activities(programme.slug), text: t("activitiesHead") }]}
        here={String(position)}
      />
      <p className="kicker">{useKicker()}</p>
      <h1 className="long">
        <Words>{name}</Words>
      </h1>
      <p className="lead">{useCost()}</p>
      <div className="columns">
        <div>
          {rows.length > 0 && (
            <>
              <section className="part">
                <h2>{t("activityFigures")}</h2>
                <p className="under">{t("activityFiguresUnder")}</p>
                <ActivityFigures content={content} activity={activity} />
              </section>
              <section className="part">
                <h2>{t("printedRows")}</h2>
                <p className="under">{t("printedRowsUnder")}</p>
                <PrintedRows rows={rows} years={content.years} />
              </section>
            </>
          )}
          <FindingsHere findings={findings} />
        </div>
        <ActivityFacts content={content} activity={activity} position={position} />
      </div>
    </>
  );
}

function useKicker(): string {
  const { edition, position } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const { activities } = edition.content;
  const outline = describeOutline(edition.content);
  const stepsOf = useStandingSteps(groupItems(outline, "activities", placeActivities(activities)));
  const kicker = t("activityKicker", { position, count: activities.length });
  return [kicker, ...stepsOf(outline.standingOf("activities", position))].join(", ");
}

function useCost(): string {
  const { edition, activity } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const money = useMoney("rouble");
  const { years } = edition.content;
  const cost = costOf(activity, years);
  if (cost === null) return t("activityMoneyMissing");
  if (cost === 0n) return t("activityFree");
  const sum = money.sentence(cost);
  return years.length === 1 ? t("activityCostsOneYear", { sum }) : t("activityCosts", { sum });
}
