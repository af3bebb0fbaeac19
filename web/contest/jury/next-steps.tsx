import type { CallView } from "../../../src/contest/call/contract.ts";
import type { JurorRow, Obstacle } from "../../../src/contest/index.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { juryWords } from "./words.ts";

interface Props {
  readonly call: CallView;
  readonly obstacles: readonly Obstacle[];
  readonly jurors: readonly JurorRow[];
  readonly here: "jury" | "sitting";
}

/** What stands between the review and the sitting, and what to do about each. */
export function NextSteps({ call, obstacles, jurors, here }: Props) {
  const t = useText(juryWords);
  const href = useHref();
  if (obstacles.length === 0) return null;
  const say = (obstacle: Obstacle): string => {
    if (obstacle.code === "owed") {
      const juror = jurors.find(({ id }) => id === obstacle.jurorId)?.name ?? "";
      return t("next-owed", { juror, count: obstacle.count });
    }
    if (!("numbers" in obstacle)) return t(`next-${obstacle.code}`);
    const numbers = obstacle.numbers.map((number) => `№ ${number}`).join(", ");
    return t(`next-${obstacle.code}`, { numbers, least: "least" in obstacle ? obstacle.least : 0 });
  };
  const isReady = obstacles.some(({ code }) => code === "ready");
  const to = here === "jury" ? paths.callSitting(call.id) : paths.callJury(call.id);
  return (
    <section className="part" id="next">
      <h2>{t("next")}</h2>
      <ul className="points measure">
        {obstacles.map((obstacle) => (
          <li key={say(obstacle)}>{say(obstacle)}</li>
        ))}
      </ul>
      {isReady === (here === "jury") && (
        <p className="links">
          <a href={href(to)}>{t(here === "jury" ? "toSitting" : "toJury")}</a>
        </p>
      )}
    </section>
  );
}
