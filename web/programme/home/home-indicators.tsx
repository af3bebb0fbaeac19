import type { EditionView } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { IndicatorTable } from "../parts/indicator-table.tsx";
import { countWord } from "../view/count-words.ts";
import { programmeWords } from "../words.ts";

/** What the programme promises, by year. */
export function HomeIndicators({ edition }: { readonly edition: EditionView }) {
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { content, programme } = edition;
  const count = content.indicators.length;
  if (count === 0) return null;
  const title = capitalise(t("indicatorsTitle", { count, words: countWord(count, language) }));
  return (
    <section className="part">
      <h2>{title}</h2>
      <p className="under">{t("indicatorsUnder")}</p>
      <IndicatorTable slug={programme.slug} years={content.years} indicators={content.indicators} name={title} />
      <p className="links">
        <a href={href(paths.indicators(programme.slug))}>{t("allIndicators")}</a>
        <a href={href(paths.csv(programme.slug, "indicators"))}>{t("csv")}</a>
      </p>
    </section>
  );
}
