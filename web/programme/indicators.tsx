import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Crumbs } from "../app/crumbs.tsx";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { capitalise } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { loadEdition } from "./load.ts";
import { IndicatorTable } from "./parts/indicator-table.tsx";
import { countWord } from "./view/count-words.ts";
import { objectiveName } from "./view/titles.ts";
import { programmeWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadEdition(args);

/** Every indicator with its targets by year, under its objective. */
export default function Indicators() {
  const edition = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { content, programme } = edition;
  const count = content.indicators.length;
  const title = capitalise(t("indicatorsTitle", { count, words: countWord(count, language) }));
  const objectives = [...new Set(content.indicators.map((indicator) => indicator.objective))];
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.programme(programme.slug), text: t("programme") }]} here={t("indicatorsHead")} />
      <h1>{title}</h1>
      <p className="lead">{t("indicatorsUnder")}</p>
      {objectives.map((objective) => (
        <section key={objective} className="part">
          <h2>{objective === null ? t("withoutObjective") : t("objectiveNumber", { number: objective })}</h2>
          <p className="under">
            <Words>{objectiveName(content, objective) ?? ""}</Words>
          </p>
          <IndicatorTable
            slug={programme.slug}
            years={content.years}
            indicators={content.indicators.filter((indicator) => indicator.objective === objective)}
            name={objective === null ? t("withoutObjective") : t("objectiveNumber", { number: objective })}
          />
        </section>
      ))}
      <p className="links">
        <a href={href(paths.csv(programme.slug, "indicators"))}>{t("csv")}</a>
      </p>
    </>
  );
}
