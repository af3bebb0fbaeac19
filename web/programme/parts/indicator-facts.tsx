import type { Indicator } from "../../../src/programme/contract.ts";
import type { EditionView } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { placeWords } from "../view/places.ts";
import { objectiveName } from "../view/titles.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly edition: EditionView;
  readonly indicator: Indicator;
  readonly others: readonly Indicator[];
}

/** What the document says of the indicator besides its targets, and the other indicators. */
export function IndicatorFacts({ edition, indicator, others }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const { content, programme } = edition;
  const objective = objectiveName(content, indicator.objective);
  return (
    <div>
      <section className="aside">
        <h2>{t("aboutIndicator")}</h2>
        <dl>
          {objective && (
            <>
              <dt>{t("objective")}</dt>
              <dd>
                <Words>{`${indicator.objective}. ${objective}`}</Words>
              </dd>
            </>
          )}
          <dt>{t("unit")}</dt>
          <dd>{indicator.unit ? <Words>{indicator.unit.text}</Words> : t("noUnit")}</dd>
          {indicator.weight && (
            <>
              <dt>{t("weight")}</dt>
              <dd>{indicator.weight.printed}</dd>
            </>
          )}
          <dt>{t("where")}</dt>
          <dd>{placeWords(indicator.name.place, t)}</dd>
        </dl>
      </section>
      <section className="aside">
        <h2>{t("nearby")}</h2>
        <ul>
          {others
            .filter((other) => other.number !== indicator.number)
            .map((other) => (
              <li key={other.number}>
                <a href={href(paths.indicator(programme.slug, other.number))}>
                  {other.number} <Words>{oneLine(other.name.text)}</Words>
                </a>
              </li>
            ))}
        </ul>
      </section>
    </div>
  );
}
