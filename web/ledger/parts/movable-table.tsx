import type { BalanceRow } from "../../../src/ledger/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { ledgerWords } from "../words.ts";
import { roubles, sourceHead } from "./money.ts";

/** What each line of the plan has and what of it can go elsewhere: the rest is promised or paid. */
export function MovableTable({ rows }: { readonly rows: readonly BalanceRow[] }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <section className="part">
      <h2>{t("movable")}</h2>
      <p className="under">{t("movableUnder")}</p>
      <FigureTable
        name={t("movable")}
        columns={[
          { key: "line", head: t("activity") },
          { key: "year", head: t("year"), label: t("year"), number: true },
          { key: "allocated", head: t("allocated"), label: t("allocated"), number: true },
          { key: "taken", head: t("committed"), label: t("committed"), number: true },
          { key: "movable", head: t("movableSum"), label: t("movableSum"), number: true },
        ]}
        rows={rows.map((row) => {
          const { activity, source, year, balance } = row;
          const taken = balance.committed - balance.refunded;
          const left = balance.allocated > taken ? balance.allocated - taken : 0n;
          const query = { activity: activity.id, source, year: String(year) };
          return {
            key: `${activity.id} ${source} ${year}`,
            cells: {
              line: (
                <>
                  {left > 0n && activity.inForce ? (
                    <a href={href(paths.moneyMove(query))}>
                      <Words>{activity.name}</Words>
                    </a>
                  ) : (
                    <Words>{activity.name}</Words>
                  )}
                  <span className="note place">{sourceHead(source, language)}</span>
                </>
              ),
              year,
              allocated: roubles(balance.allocated, language),
              taken: roubles(taken, language),
              movable: roubles(left, language),
            },
          };
        })}
      />
    </section>
  );
}
