import type { ReportDifference } from "../../../src/report/views.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords } from "../words.ts";

/** What was signed against what the records say today. */
export function Differences({ differences }: { readonly differences: readonly ReportDifference[] }) {
  const t = useText(reportWords);
  return (
    <section className="part">
      <h2>{t("differsTitle")}</h2>
      <p className="under">{t("differsUnder")}</p>
      <FigureTable
        name={t("differsTitle")}
        columns={[
          { key: "at", head: t("place") },
          { key: "signed", head: t("signedValue"), label: t("signedValue"), number: true },
          { key: "today", head: t("todayValue"), label: t("todayValue"), number: true },
        ]}
        rows={differences.map(({ at, signed, today }) => ({
          key: at,
          cells: { at: <Words>{at}</Words>, signed, today },
        }))}
      />
    </section>
  );
}
