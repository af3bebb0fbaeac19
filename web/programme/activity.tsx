import { data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Explanation } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { paths } from "../app/paths.ts";
import { languageOf } from "../ui/language.ts";
import { makeText, useText } from "../ui/text.ts";
import { oneLine } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { loadEdition } from "./load.ts";
import { ActivityFacts } from "./parts/activity-facts.tsx";
import { ActivityFigures } from "./parts/activity-figures.tsx";
import { FindingsHere } from "./parts/findings-here.tsx";
import { PrintedRows } from "./parts/printed-rows.tsx";
import { useMoney } from "./parts/use-money.ts";
import { costOf, listRows } from "./view/activities.ts";
import { findingsAtRows, numberFindings } from "./view/places.ts";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const edition = await loadEdition(args);
  const position = Number(args.params.position);
  const activity = edition.content.activities[position - 1];
  if (activity) return { edition, activity, position };
  const t = makeText(programmeWords, languageOf(new URL(args.request.url).pathname));
  throw data({ code: "activity-unknown", sentence: t("activityMissing") } satisfies Explanation, { status: 404 });
}

/** One activity: what is planned, what it costs by source and year, who answers for it, how it is printed. */
export default function ActivityPage() {
  const { edition, activity, position } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const money = useMoney("rouble");
  const { content, programme } = edition;
  const rows = listRows(activity);
  const places = rows.flatMap(({ row }) => [
    row.label.place,
    ...Object.values(row.values).map((figure) => figure.place),
  ]);
  const findings = findingsAtRows(numberFindings(edition.findings), [activity.name.place, ...places]);
  const cost = costOf(activity, content.years);
  const of = { position, count: content.activities.length };
  const kicker =
    activity.objective === null
      ? t("activityKicker", of)
      : t("activityKickerObjective", { ...of, objective: activity.objective });
  return (
    <>
      <title>{oneLine(activity.name.text)}</title>
      <Crumbs
        above={[
          { path: paths.programme(programme.slug), text: t("programme") },
          { path: paths.activities(programme.slug), text: t("activitiesHead") },
        ]}
        here={String(position)}
      />
      <p className="kicker">{kicker}</p>
      <h1 className="long">
        <Words>{oneLine(activity.name.text)}</Words>
      </h1>
      <p className="lead">{cost === 0n ? t("activityFree") : t("activityCosts", { sum: money.sentence(cost) })}</p>
      <div className="columns">
        <div>
          <section className="part">
            <h2>{t("activityFigures")}</h2>
            <p className="under">{t("activityFiguresUnder")}</p>
            <ActivityFigures activity={activity} years={content.years} />
          </section>
          <section className="part">
            <h2>{t("printedRows")}</h2>
            <p className="under">{t("printedRowsUnder")}</p>
            <PrintedRows rows={rows} years={content.years} />
          </section>
          <FindingsHere findings={findings} />
        </div>
        <ActivityFacts content={content} activity={activity} />
      </div>
    </>
  );
}
