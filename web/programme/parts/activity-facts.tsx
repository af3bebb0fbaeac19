import type { Activity, Programme } from "../../../src/programme/contract.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { placeWords } from "../view/places.ts";
import { objectiveName } from "../view/titles.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly content: Programme;
  readonly activity: Activity;
}

/** Who answers for the activity and what comes of it, in the document's words. */
export function ActivityFacts({ content, activity }: Props) {
  const t = useText(programmeWords);
  const objective = objectiveName(content, activity.objective);
  return (
    <div>
      <section className="aside">
        <h2>{t("executors")}</h2>
        {activity.executors.length === 0 ? (
          <p className="small">{t("notPrinted")}</p>
        ) : (
          <ul>
            {activity.executors.map((executor) => (
              <li key={executor.text}>
                <Words>{oneLine(executor.text)}</Words>
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
      <section className="aside">
        <h2>{t("where")}</h2>
        <dl>
          {objective && (
            <>
              <dt>{t("objective")}</dt>
              <dd>
                <Words>{`${activity.objective}. ${objective}`}</Words>
              </dd>
            </>
          )}
          <dt>{t("inDocument")}</dt>
          <dd>{placeWords(activity.name.place, t)}</dd>
        </dl>
      </section>
    </div>
  );
}
