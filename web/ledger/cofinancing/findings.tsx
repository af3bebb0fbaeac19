import type { CofinancingFinding } from "../../../src/ledger/cofinancing/contract.ts";
import { sayFinding } from "../../../src/ledger/messages-cofinancing.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { cofinancingWords } from "./words.ts";

/** What is wrong with the year, and what is due: the gravest first. */
export function Findings({ findings }: { readonly findings: readonly CofinancingFinding[] }) {
  const t = useText(cofinancingWords);
  const language = useLanguage();
  if (findings.length === 0) return null;
  const order = ["error", "warning", "note"];
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <section className="part">
      <h2>{t("findingsTitle")}</h2>
      <ul className="plain">
        {sorted.map((finding) => {
          const sentence = sayFinding(finding, language, (date) => formatDate(date, language));
          return (
            <li key={sentence}>
              <Mark kind={finding.severity}>
                <Words>{sentence}</Words>
              </Mark>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
