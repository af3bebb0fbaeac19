import type { BodyWarning } from "../../../../src/registry/body/views.ts";
import { formatDate } from "../../../ui/dates.ts";
import { useLanguage } from "../../../ui/language.ts";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text.ts";
import { bodyWords } from "../words.ts";

/** What is amiss with a body, a line each. */
export function Warnings({ warnings }: { readonly warnings: readonly BodyWarning[] }) {
  const t = useText(bodyWords);
  const language = useLanguage();
  if (warnings.length === 0) return null;
  return (
    <ul aria-label={t("warnings")}>
      {warnings.map((warning) => (
        <li key={`${warning.kind} ${warning.seat}`}>
          <Mark kind="warning">
            <span className="wraps">
              {warning.kind === "beyond"
                ? t("warn-beyond", { seat: warning.seat, seats: warning.seats })
                : t(`warn-${warning.kind}`, { seat: warning.seat, day: formatDate(warning.until, language) })}
            </span>
          </Mark>
        </li>
      ))}
    </ul>
  );
}
