import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { consolidateCosts } from "../../src/programme/consolidation.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { chooseScale } from "../ui/format.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { capitalise } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { loadEdition } from "./load.ts";
import { ActivityTable } from "./parts/activity-table.tsx";
import { useMoney } from "./parts/use-money.ts";
import { groupActivities } from "./view/activities.ts";
import { countWord } from "./view/count-words.ts";
import { listAmounts } from "./view/money.ts";
import { objectiveName } from "./view/titles.ts";
import { programmeWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadEdition(args);

/** Every activity with its cost by year, under its objective. */
export default function Activities() {
  const edition = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { content, programme } = edition;
  const costs = consolidateCosts(content);
  const money = useMoney(chooseScale(listAmounts(costs)));
  const count = content.activities.length;
  const sum = money.sentence(costs.cost.total ?? 0n);
  const title = capitalise(t("activitiesTitle", { count, words: countWord(count, language), sum }));
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.programme(programme.slug), text: t("programme") }]} here={t("activitiesHead")} />
      <h1>{title}</h1>
      <p className="lead">{t("activitiesUnder")}</p>
      {groupActivities(content).map(({ objective, activities }) => (
        <section key={objective} className="part">
          <h2>{objective === null ? t("withoutObjective") : t("objectiveNumber", { number: objective })}</h2>
          <p className="under">
            <Words>{objectiveName(content, objective) ?? ""}</Words>
          </p>
          <ActivityTable
            slug={programme.slug}
            years={content.years}
            activities={activities}
            scale="rouble"
            line="cost"
            totalText={objective === null ? t("total") : t("objectiveTotal", { number: objective })}
          />
        </section>
      ))}
      <p className="links">
        <a href={href(paths.csv(programme.slug, "activities"))}>{t("csv")}</a>
      </p>
    </>
  );
}
