import type { Consolidation, EditionView } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { chooseScale } from "../../ui/format.ts";
import { useText } from "../../ui/text.ts";
import { MoneyChart } from "../parts/money-chart.tsx";
import { useMoneySentences } from "../parts/money-sentences.ts";
import { MoneyTable } from "../parts/money-table.tsx";
import { listAmounts, listSources } from "../view/money.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly edition: EditionView;
  readonly table: Consolidation;
}

/** The money by year and source: a sentence, a chart and a table of the same figures. */
export function HomeMoney({ edition, table }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const { content, programme } = edition;
  const sources = listSources(content.activities);
  const scale = chooseScale(listAmounts(table));
  const said = useMoneySentences({ table, years: content.years, sources }, scale);
  const finance = href(paths.finance(programme.slug));
  const shown = { table, years: content.years, sources, scale };
  return (
    <section className="part">
      <h2>{said.headline}</h2>
      <p className="under">{said.courses}</p>
      <MoneyChart {...shown} edition={edition.number} />
      <MoneyTable {...shown} hrefOf={(line) => (line === "cost" ? finance : `${finance}#${line}`)} />
      <p className="links">
        <a href={href(paths.activities(programme.slug))}>{t("allActivities")}</a>
        <a href={finance}>{t("moneyInDetail")}</a>
        <a href={href(paths.csv(programme.slug, "finance"))}>{t("csv")}</a>
      </p>
    </section>
  );
}
