import type { EditionView } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { Summary } from "../../ui/summary.tsx";
import { useText } from "../../ui/text.ts";
import { useMoney } from "../parts/use-money.ts";
import { namesMoney } from "../view/activities.ts";
import { describeMoney } from "../view/money-facts.ts";
import { programmeWords } from "../words.ts";

/** A few figures, each a link to what it is made of; no money where the document names none. */
export function HomeSummary({ edition }: { readonly edition: EditionView }) {
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const { content, programme, findings } = edition;
  const { table, scale } = describeMoney(content);
  const money = useMoney(scale);
  const { slug } = programme;
  const [activities, indicators] = [content.activities.length, content.indicators.length];
  const figure = (path: string, text: string) => <a href={href(path)}>{text}</a>;
  const count = (path: string, number: number) => figure(path, formatCount(number, language));
  const sum = {
    key: "money",
    figure: figure(paths.finance(slug), money.format(table.cost.total ?? 0n)),
    words: t("moneyKey", { unit: money.unit, count: content.years.length }),
  };
  return (
    <Summary
      items={[
        ...(content.activities.some(namesMoney) ? [sum] : []),
        {
          key: "activities",
          figure: count(paths.activities(slug), activities),
          words: t("activitiesKey", { count: activities }),
        },
        {
          key: "indicators",
          figure: count(paths.indicators(slug), indicators),
          words: t("indicatorsKey", { count: indicators }),
        },
        {
          key: "findings",
          figure: count(paths.findings(slug), findings.length),
          words: t("findingsKey", { count: findings.length }),
        },
      ]}
    />
  );
}
