import type { Consolidation, EditionView } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { chooseScale, formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { Summary } from "../../ui/summary.tsx";
import { useText } from "../../ui/text.ts";
import { useMoney } from "../parts/use-money.ts";
import { listAmounts } from "../view/money.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly edition: EditionView;
  readonly table: Consolidation;
}

/** Four figures, each a link to what it is made of. */
export function HomeSummary({ edition, table }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const money = useMoney(chooseScale(listAmounts(table)));
  const { content, programme, findings } = edition;
  const { slug } = programme;
  const [activities, indicators] = [content.activities.length, content.indicators.length];
  const figure = (path: string, text: string) => <a href={href(path)}>{text}</a>;
  const count = (path: string, number: number) => figure(path, formatCount(number, language));
  return (
    <Summary
      items={[
        {
          key: "money",
          figure: figure(paths.finance(slug), money.format(table.cost.total ?? 0n)),
          words: t("moneyKey", { unit: money.unit, count: content.years.length }),
        },
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
