import type { ProgrammeFinding } from "../../../src/programme/contract.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { countSeverities } from "../view/places.ts";
import { programmeWords } from "../words.ts";

/** How many of each; none of a kind is said in grey, for red is only what is wrong. */
export function SeverityCounts({ findings }: { readonly findings: readonly ProgrammeFinding[] }) {
  const t = useText(programmeWords);
  const counts = countSeverities(findings);
  return (
    <ul className="counts">
      {(["error", "warning", "note"] as const).map((severity) => (
        <li key={severity} className={counts[severity] === 0 ? "empty" : undefined}>
          <Mark kind={severity}>{t(severity, { count: counts[severity] })}</Mark>
        </li>
      ))}
    </ul>
  );
}
