import type { EditionView } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { MoneyChart } from "../parts/money-chart.tsx";
import { useMoneySentences } from "../parts/money-sentences.ts";
import { MoneyTable } from "../parts/money-table.tsx";
import { namesMoney } from "../view/activities.ts";
import { describeMoney } from "../view/money-facts.ts";
import { programmeWords } from "../words.ts";

/** The money by year and source: a sentence, a chart and a table of the same figures. */
export function HomeMoney({ edition }: { readonly edition: EditionView }) {
  const t = useText(programmeWords);
  const href = useHref();
  const { content, programme } = edition;
  const facts = describeMoney(content);
  const said = useMoneySentences(facts);
  const finance = href(paths.finance(programme.slug));
  return (
    <section className="part">
      <h2>{said.headline}</h2>
      {said.courses !== "" && <p className="under">{said.courses}</p>}
      {content.activities.some(namesMoney) && (
        <>
          <MoneyChart facts={facts} edition={edition.number} />
          <MoneyTable facts={facts} hrefOf={(line) => (line === "cost" ? finance : `${finance}#${line}`)} />
        </>
      )}
      <p className="links">
        <a href={href(paths.activities(programme.slug))}>{t("allActivities")}</a>
        <a href={finance}>{t("moneyInDetail")}</a>
        <a href={href(paths.csv(programme.slug, "finance"))}>{t("csv")}</a>
      </p>
    </section>
  );
}
