import type { ActSheet } from "../../../src/programme/views-act.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { programmeWords } from "../words.ts";

type Part = ActSheet["parts"][number];

/** For each part that differs how the act says so; what is not to be had says why. */
export function Techniques({ parts }: { readonly parts: readonly Part[] }) {
  const t = useText(programmeWords);
  return (
    <section className="act-parts">
      <h2>{t("actParts")}</h2>
      {parts.map((part) => (
        <fieldset key={part.part} className="choice">
          <legend>{t("actPart", { part: capitalise(t(`part_${part.part}`)), count: part.changes })}</legend>
          {part.options.map(({ technique, bar }) => (
            <label key={technique} className={bar ? "choice-one barred" : "choice-one"}>
              <input
                type="radio"
                name={part.part}
                value={technique}
                defaultChecked={technique === part.technique}
                disabled={bar !== null}
              />
              <span>
                {t(technique === "replace" ? `actReplace_${part.part}` : `actRestate_${part.part}`)}
                {bar && <span className="note place">{t(`actBar_${bar}`)}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}
