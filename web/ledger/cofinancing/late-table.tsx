import type { LateRefund } from "../../../src/ledger/cofinancing/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { roubles } from "../parts/money.ts";
import { cofinancingWords } from "./words.ts";

/** Refunds that came after the year of their payment, and what of them waits to be passed on. */
export function LateTable({ late }: { readonly late: readonly LateRefund[] }) {
  const t = useText(cofinancingWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <section className="part">
      <h2>{t("late")}</h2>
      <p className="under">{t("lateUnder")}</p>
      <FigureTable
        name={t("late")}
        columns={[
          { key: "entry", head: t("entry") },
          { key: "payee", head: t("payee"), label: t("payee") },
          { key: "due", head: t("due"), label: t("due") },
          { key: "sum", head: t("sum"), label: t("sum"), number: true },
          { key: "returned", head: t("returned"), label: t("returned"), number: true },
          { key: "waits", head: t("waits"), label: t("waits"), number: true },
        ]}
        rows={late.map(({ entryId, number, date, payee, kopecks, returned, dueBy }) => ({
          key: entryId,
          cells: {
            entry: (
              <div>
                <a href={href(paths.moneyEntry(entryId))}>№ {number}</a>
                <span className="note place">{formatDate(date, language)}</span>
              </div>
            ),
            payee: payee ?? "—",
            due: formatDate(dueBy, language),
            sum: roubles(kopecks, language),
            returned: roubles(returned, language),
            waits: roubles(kopecks - returned, language),
          },
        }))}
      />
    </section>
  );
}
