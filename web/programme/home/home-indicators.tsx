import type { EditionView } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { IndicatorTable } from "../parts/indicator-table.tsx";
import { countWord } from "../view/count-words.ts";
import { hasWeights, listTargetKeys, placeIndicators } from "../view/indicators.ts";
import { programmeWords } from "../words.ts";

/** As many as stand on the home page; the others are on the indicators' own. */
const SHOWN = 20;

/** What the programme promises, by year. */
export function HomeIndicators({ edition }: { readonly edition: EditionView }) {
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { content, programme, findings } = edition;
  const placed = placeIndicators(content.indicators);
  const count = placed.length;
  if (count === 0) return null;
  const title = capitalise(t("indicatorsTitle", { count, words: countWord(count, language) }));
  const more = t("moreIndicators", { count: count - SHOWN });
  return (
    <section className="part">
      <h2>{title}</h2>
      <p className="under">{t("indicatorsUnder")}</p>
      <IndicatorTable
        slug={programme.slug}
        content={content}
        indicators={placed.slice(0, SHOWN)}
        keys={listTargetKeys(content.indicators, content.years)}
        weights={hasWeights(content.indicators, findings)}
        name={title}
      />
      <p className="links">
        <a href={href(paths.indicators(programme.slug))}>{count > SHOWN ? more : t("allIndicators")}</a>
        <a href={href(paths.csv(programme.slug, "indicators"))}>{t("csv")}</a>
      </p>
    </section>
  );
}
