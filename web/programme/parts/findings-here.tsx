import { useText } from "../../ui/text.ts";
import type { NumberedFinding } from "../view/places.ts";
import { programmeWords } from "../words.ts";
import { FindingItem } from "./finding-item.tsx";

/** What the check says of the rows that a page shows. */
export function FindingsHere({ findings }: { readonly findings: readonly NumberedFinding[] }) {
  const t = useText(programmeWords);
  return (
    <section className="part">
      <h2>{t("findingsHere")}</h2>
      {findings.length === 0 ? (
        <p className="under">{t("noFindingsHere")}</p>
      ) : (
        <div>
          {findings.map((one) => (
            <FindingItem key={one.number} {...one} />
          ))}
        </div>
      )}
    </section>
  );
}
