import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { capitalise } from "../ui/typography.ts";
import { loadEdition, loadPage } from "./load.ts";
import { EmptyList } from "./parts/empty-list.tsx";
import { IndicatorTable } from "./parts/indicator-table.tsx";
import { ListPages } from "./parts/list-pages.tsx";
import { OutlineSections } from "./parts/outline-sections.tsx";
import { PageTop } from "./parts/page-top.tsx";
import { useStandingText } from "./parts/use-standing-text.ts";
import { countWord } from "./view/count-words.ts";
import { hasWeights, listTargetKeys, placeIndicators } from "./view/indicators.ts";
import { describeOutline, groupItems } from "./view/outline.ts";
import { cutChapters } from "./view/pages.ts";
import { programmeWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const edition = await loadEdition(args);
  return { edition, page: loadPage(args, edition.content.indicators.length) };
}

/** Every indicator with its targets by year, under its subprogramme, goal and objective. */
export default function Indicators() {
  const { edition, page } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { content, programme, findings } = edition;
  const { slug } = programme;
  const count = content.indicators.length;
  const words = countWord(count, language);
  const title = count === 0 ? t("indicatorsNone") : capitalise(t("indicatorsTitle", { count, words }));
  const chapters = groupItems(describeOutline(content), "indicators", placeIndicators(content.indicators));
  const nameOf = useStandingText(chapters);
  const shown = {
    keys: listTargetKeys(content.indicators, content.years),
    weights: hasWeights(content.indicators, findings),
  };
  return (
    <>
      <PageTop edition={edition} title={title} path={paths.indicators(slug)} here={t("indicatorsHead")} />
      <h1>{title}</h1>
      {count === 0 ? (
        <EmptyList text={t("indicatorsNoneUnder")} edition={edition} />
      ) : (
        <p className="lead">{t("indicatorsUnder")}</p>
      )}
      <OutlineSections chapters={cutChapters(chapters, page)}>
        {(group) => (
          <IndicatorTable {...shown} slug={slug} content={content} indicators={group.shown} name={nameOf(group)} />
        )}
      </OutlineSections>
      <ListPages page={page} path={paths.indicators(slug)} />
      <p className="links">
        <a href={href(paths.csv(slug, "indicators"))}>{t("csv")}</a>
      </p>
    </>
  );
}
