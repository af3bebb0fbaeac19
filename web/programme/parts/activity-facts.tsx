import type { Activity, Programme } from "../../../src/programme/contract.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { describeOutline } from "../view/outline.ts";
import { placeWords } from "../view/places.ts";
import { programmeWords } from "../words.ts";
import { NoteFacts, StandingFacts } from "./standing-facts.tsx";

interface Props {
  readonly content: Programme;
  readonly activity: Activity;
  readonly position: number;
}

/** Who answers for the activity and what comes of it, in the document's words. */
export function ActivityFacts({ content, activity, position }: Props) {
  const t = useText(programmeWords);
  const outline = describeOutline(content);
  return (
    <div>
      <section className="aside">
        <h2>{t("executors")}</h2>
        {activity.executors.length === 0 ? (
          <p className="small">{t("notPrinted")}</p>
        ) : (
          <ul>
            {[...new Set(activity.executors.map((executor) => oneLine(executor.text)))].map((executor) => (
              <li key={executor}>
                <Words>{executor}</Words>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="aside">
        <h2>{t("expectedResult")}</h2>
        <p className="small">
          {activity.expectedResult ? <Words>{oneLine(activity.expectedResult.text)}</Words> : t("notPrinted")}
        </p>
      </section>
      {activity.notes.some((note) => note.text.text.trim() !== "") && (
        <section className="aside">
          <h2>{t("notesHead")}</h2>
          <dl>
            <NoteFacts notes={activity.notes} />
          </dl>
        </section>
      )}
      <section className="aside">
        <h2>{t("where")}</h2>
        <dl>
          <StandingFacts outline={outline} standing={outline.standingOf("activities", position)} />
          {activity.number !== null && (
            <>
              <dt>{t("documentNumber")}</dt>
              <dd>{activity.number}</dd>
            </>
          )}
          <dt>{t("inDocument")}</dt>
          <dd>{placeWords(activity.name.place, t)}</dd>
        </dl>
      </section>
    </div>
  );
}
