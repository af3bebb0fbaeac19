import { useState } from "react";
import type { Severity } from "../../../src/kernel/finding.ts";
import type { ProgrammeFinding } from "../../../src/programme/contract.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { FindingItem } from "../parts/finding-item.tsx";
import { countSeverities, numberFindings } from "../view/places.ts";
import { programmeWords } from "../words.ts";

/** So many are shown at once; nobody reads two thousand in a column. */
const SHOWN = 40;
const SEVERITIES: readonly Severity[] = ["error", "warning", "note"];

interface Props {
  readonly findings: readonly ProgrammeFinding[];
  readonly onGo: (finding: ProgrammeFinding) => void;
}

/** What does not agree in the draft, as it is counted at every change; each leads to its cell. */
export function Findings({ findings, onGo }: Props) {
  const t = useText(programmeWords);
  const [only, setOnly] = useState<Severity | null>(null);
  const counts = countSeverities(findings);
  const wanted = numberFindings(findings).filter(({ finding }) => !only || finding.severity === only);
  const sorted = wanted.toSorted(
    (a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity),
  );
  return (
    <section className="live" aria-label={t("liveFindings")}>
      <h2>{t("liveFindings")}</h2>
      <p role="status" className="live-filter">
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            type="button"
            className="link"
            aria-pressed={only === severity}
            onClick={() => setOnly(only === severity ? null : severity)}
          >
            <Mark kind={severity}>{t(severity, { count: counts[severity] })}</Mark>
          </button>
        ))}
      </p>
      {findings.length === 0 && <p className="under">{t("liveNone")}</p>}
      {sorted.slice(0, SHOWN).map((one) => (
        <div key={one.number} className="live-one">
          <FindingItem {...one} />
          <button type="button" className="link" onClick={() => onGo(one.finding)}>
            {t("toCell")}
          </button>
        </div>
      ))}
      {sorted.length > SHOWN && <p className="note">{t("liveMore", { count: sorted.length - SHOWN })}</p>}
    </section>
  );
}
