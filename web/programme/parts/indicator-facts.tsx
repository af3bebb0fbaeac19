import type { Indicator } from "../../../src/programme/contract.ts";
import type { EditionView } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { hasWeights, type PlacedIndicator } from "../view/indicators.ts";
import { describeOutline, groupItems, listGroups } from "../view/outline.ts";
import { placeWords } from "../view/places.ts";
import { programmeWords } from "../words.ts";
import { NoteFacts, StandingFacts } from "./standing-facts.tsx";

interface Props {
  readonly edition: EditionView;
  readonly placed: PlacedIndicator;
  readonly all: readonly PlacedIndicator[];
}

/** As many neighbours as a person looks through. */
const NEIGHBOURS = 12;

/** What the document says of the indicator besides its targets, and the others of its objective. */
export function IndicatorFacts({ edition, placed, all }: Props) {
  const t = useText(programmeWords);
  const { content, findings } = edition;
  const { indicator, position } = placed;
  const outline = describeOutline(content);
  const isWeight = hasWeights(content.indicators, findings);
  return (
    <div>
      <section className="aside">
        <h2>{t("aboutIndicator")}</h2>
        <dl>
          <StandingFacts outline={outline} standing={outline.standingOf("indicators", position)} />
          <dt>{t("unit")}</dt>
          <dd>{indicator.unit ? <Words>{indicator.unit.text}</Words> : t("noUnit")}</dd>
          {indicator.weight && (
            <>
              <dt>{t(isWeight ? "weightOne" : "weight")}</dt>
              <dd>{indicator.weight.printed}</dd>
            </>
          )}
          <OtherFigures indicator={indicator} />
          <NoteFacts notes={indicator.notes} />
          <dt>{t("where")}</dt>
          <dd>{placeWords(indicator.name.place, t)}</dd>
        </dl>
      </section>
      <Neighbours edition={edition} placed={placed} all={all} />
    </div>
  );
}

/** Figures under heads that are none of the known columns. */
function OtherFigures({ indicator }: { readonly indicator: Indicator }) {
  return indicator.others
    .filter(({ figure }) => figure.printed.trim() !== "")
    .map(({ heading, figure }) => (
      <div key={`${heading}-${figure.place.column}`}>
        <dt>
          <Words>{oneLine(heading)}</Words>
        </dt>
        <dd>{figure.printed}</dd>
      </div>
    ));
}

function Neighbours({ edition, placed, all }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const groups = listGroups(groupItems(describeOutline(edition.content), "indicators", all));
  const own = groups.find((group) => group.items.includes(placed))?.items ?? [];
  const candidates = all.length <= NEIGHBOURS ? all : own.slice(0, NEIGHBOURS);
  const others = candidates.filter((other) => other !== placed);
  if (others.length === 0) return null;
  return (
    <section className="aside">
      <h2>{t("nearby")}</h2>
      <ul>
        {others.map(({ address, indicator }) => (
          <li key={address}>
            <a href={href(paths.indicator(edition.programme.slug, address))}>
              {indicator.number} <Words>{oneLine(indicator.name.text)}</Words>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
