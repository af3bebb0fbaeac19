import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { capitalise } from "../ui/typography.ts";
import { loadEdition, loadPage } from "./load.ts";
import { ActivityTable } from "./parts/activity-table.tsx";
import { EmptyList } from "./parts/empty-list.tsx";
import { ListPages } from "./parts/list-pages.tsx";
import { OutlineSections } from "./parts/outline-sections.tsx";
import { PageTop } from "./parts/page-top.tsx";
import { useMoney } from "./parts/use-money.ts";
import { useStandingText } from "./parts/use-standing-text.ts";
import { namesMoney, type PlacedActivity, placeActivities } from "./view/activities.ts";
import { countWord } from "./view/count-words.ts";
import { chooseActivityScale, describeMoney } from "./view/money-facts.ts";
import { describeOutline, groupItems, type ObjectiveGroup } from "./view/outline.ts";
import { cutChapters } from "./view/pages.ts";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const edition = await loadEdition(args);
  return { edition, page: loadPage(args, edition.content.activities.length) };
}

/** Every activity with its cost by year, under its subprogramme, goal and objective. */
export default function Activities() {
  const { edition, page } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const { content, programme } = edition;
  const { slug } = programme;
  const scale = chooseActivityScale(content);
  const { unit } = useMoney(scale);
  const chapters = groupItems(describeOutline(content), "activities", placeActivities(content.activities));
  const nameOf = useStandingText(chapters);
  const totalOf = useTotal();
  const title = useTitle();
  return (
    <>
      <PageTop edition={edition} title={title} path={paths.activities(slug)} here={t("activitiesHead")} />
      <h1>{title}</h1>
      {content.activities.length === 0 ? (
        <EmptyList text={t("activitiesNoneUnder")} edition={edition} />
      ) : (
        <p className="lead">{t("activitiesUnder", { unit })}</p>
      )}
      <OutlineSections chapters={cutChapters(chapters, page)}>
        {(group) => (
          <ActivityTable
            slug={slug}
            years={content.years}
            activities={group.shown}
            scale={scale}
            line="cost"
            name={nameOf(group)}
            total={totalOf(group)}
          />
        )}
      </OutlineSections>
      <ListPages page={page} path={paths.activities(slug)} />
      <p className="links">
        <a href={href(paths.csv(slug, "activities"))}>{t("csv")}</a>
      </p>
    </>
  );
}

/** Where the last activity of an objective is shown, all of its activities are added up. */
function useTotal() {
  const t = useText(programmeWords);
  return (group: ObjectiveGroup<PlacedActivity>) => {
    if (group.shown.at(-1) !== group.items.at(-1)) return null;
    const text =
      group.objective === null ? t("withoutObjectiveTotal") : t("objectiveTotal", { number: group.objective });
    return { text, of: group.items };
  };
}

function useTitle(): string {
  const { content } = useLoaderData<typeof loader>().edition;
  const t = useText(programmeWords);
  const language = useLanguage();
  const { table, scale } = describeMoney(content);
  const money = useMoney(scale);
  const count = content.activities.length;
  const words = countWord(count, language);
  if (count === 0) return t("activitiesNone");
  if (!content.activities.some(namesMoney)) return capitalise(t("activitiesFree", { count, words }));
  return capitalise(t("activitiesTitle", { count, words, sum: money.sentence(table.cost.total ?? 0n) }));
}
