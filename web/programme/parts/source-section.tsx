import type { Programme } from "../../../src/programme/contract.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { placeActivities } from "../view/activities.ts";
import { paysFor, type ShownSource } from "../view/money.ts";
import { chooseActivityScale } from "../view/money-facts.ts";
import { describeOutline, groupItems } from "../view/outline.ts";
import { PAGE_SIZE } from "../view/pages.ts";
import { findRegionKind } from "../view/regions.ts";
import { programmeWords } from "../words.ts";
import { ActivityTable } from "./activity-table.tsx";
import { ObjectiveTable } from "./objective-table.tsx";
import { useMoney, useSourceName } from "./use-money.ts";

interface Props {
  readonly source: ShownSource;
  readonly content: Programme;
  readonly slug: string;
}

/** What one source pays for: each activity, or each objective where there are more activities than a person looks through. */
export function SourceSection({ source, content, slug }: Props) {
  const t = useText(programmeWords);
  const nameOf = useSourceName(findRegionKind(content));
  const scale = chooseActivityScale(content);
  const { unit } = useMoney(scale);
  const paid = placeActivities(content.activities).filter(({ activity }) => paysFor(activity, source));
  const name = capitalise(nameOf(source));
  const title = t("madeOf", { source: name });
  const shown = { slug, years: content.years, scale, line: source, name: title };
  const isLong = paid.length > PAGE_SIZE;
  return (
    <section className="part" id={source}>
      <h2>{title}</h2>
      <p className="under">{t(isLong ? "madeOfObjectives" : "madeOfUnder", { unit })}</p>
      {isLong ? (
        <ObjectiveTable {...shown} chapters={groupItems(describeOutline(content), "activities", paid)} />
      ) : (
        <ActivityTable {...shown} activities={paid} total={{ text: name, of: paid }} />
      )}
    </section>
  );
}
