import type { BoundaryWarning } from "../../../../src/registry/boundary/views.ts";
import { useLanguage } from "../../../ui/language.ts";
import { formatHectares } from "../../../ui/map/hectares.ts";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text.ts";
import { mapWords } from "../words.ts";

/** What is amiss with a boundary, each a line; nothing where nothing is. */
export function Warnings({ warnings }: { readonly warnings: readonly BoundaryWarning[] }) {
  const t = useText(mapWords);
  const language = useLanguage();
  if (warnings.length === 0) return null;
  const say = (warning: BoundaryWarning) => {
    if (warning.kind === "no-boundary") return t("warnNone");
    const values = { name: warning.other.name, hectares: formatHectares(warning.squareMetres, language) };
    return t(warning.kind === "overlap" ? "warnOverlap" : "warnOutside", values);
  };
  return (
    <ul className="counts stacked">
      {warnings.map((warning) => (
        <li key={warning.kind + ("other" in warning ? warning.other.id : "")}>
          <Mark kind={warning.kind === "no-boundary" ? "none" : "warning"}>
            <span className="wraps">{say(warning)}</span>
          </Mark>
        </li>
      ))}
    </ul>
  );
}
