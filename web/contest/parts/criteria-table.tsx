import { mostPoints, type Rules } from "../../../src/contest/rules/contract.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { contestWords } from "../words.ts";
import { sayMeasure, sayRules } from "./say-rules.ts";

/** Criteria with how their points come about, and the rules below them as sentences. */
export function CriteriaTable({ rules }: { readonly rules: Rules }) {
  const t = useText(contestWords);
  const language = useLanguage();
  const rows = rules.criteria.map((criterion) => {
    const most = mostPoints(criterion.measure);
    return {
      key: criterion.key,
      cells: {
        name: <Words>{criterion.name}</Words>,
        how: (
          <div>
            {sayMeasure(criterion.measure, language)}
            {criterion.source === "fact" && <span className="note place">{t("byFact")}</span>}
            {criterion.mustJustify && <span className="note place">{t("justified")}</span>}
          </div>
        ),
        most: most === null ? t("noEnd") : formatNumber(most, { language }),
        weight: formatNumber(criterion.weight, { language }),
      },
    };
  });
  return (
    <>
      <FigureTable
        name={t("criteria")}
        columns={[
          { key: "name", head: t("criterion") },
          { key: "how", head: t("how"), label: t("how") },
          { key: "most", head: t("most"), label: t("most"), number: true },
          { key: "weight", head: t("weight"), label: t("weight"), number: true },
        ]}
        rows={rows}
      />
      <ul className="points measure">
        {sayRules(rules, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
