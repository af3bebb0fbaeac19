import type { CofinancingYear } from "../../../src/ledger/cofinancing/views.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { roubles } from "../parts/money.ts";
import { cofinancingWords } from "./words.ts";

const SUMS = ["own", "granted", "whole", "required"] as const;

/** The rule with every term of it: what there is, of what, how much is the least. */
export function RatioTable({ year }: { readonly year: Pick<CofinancingYear, "checks"> }) {
  const t = useText(cofinancingWords);
  const language = useLanguage();
  const heads = { own: t("own"), granted: t("grantedSum"), whole: t("whole"), required: t("required") };
  const figure = (key: (typeof SUMS)[number]) => ({ key, head: heads[key], label: heads[key], number: true });
  return (
    <section className="part">
      <h2>{t("check")}</h2>
      <p className="under">{t("checkUnder")}</p>
      <FigureTable
        name={t("check")}
        columns={[
          { key: "of", head: t("checkOf") },
          figure("own"),
          figure("granted"),
          figure("whole"),
          { key: "share", head: t("share"), label: t("share"), number: true },
          figure("required"),
          { key: "holds", head: t("holds"), label: t("holds") },
        ]}
        rows={year.checks.map((check) => ({
          key: check.of,
          cells: {
            of: t(`check-${check.of}`),
            ...Object.fromEntries(SUMS.map((key) => [key, roubles(check[key], language)])),
            share: check.share === null ? "—" : formatNumber(check.share, { language }),
            holds: check.holds ? (
              <Mark kind="done">{t("holdsYes")}</Mark>
            ) : (
              <Mark kind="error">{t("holdsNo", { sum: roubles(check.missing, language) })}</Mark>
            ),
          },
        }))}
      />
    </section>
  );
}
