import type { CofinancingYear, TransferRow } from "../../../src/ledger/cofinancing/views.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles } from "../parts/money.ts";
import { cofinancingWords } from "./words.ts";

/** What came from the region and went back to it, with both sums and the rest below. */
export function TransferTable({ year }: { readonly year: CofinancingYear }) {
  const t = useText(cofinancingWords);
  const language = useLanguage();
  const sums = (["received", "returned", "rest"] as const).map((key) => ({
    key,
    total: true,
    cells: { date: t(key), sum: roubles(year[key], language) },
  }));
  return (
    <section className="part">
      <h2>{t("transfers")}</h2>
      {year.transfers.length === 0 ? (
        <p className="under">{t("transfersNone")}</p>
      ) : (
        <FigureTable
          name={t("transfers")}
          columns={[
            { key: "date", head: t("date") },
            { key: "kind", head: t("kind"), label: t("kind") },
            { key: "basis", head: t("basis"), label: t("basis") },
            { key: "sum", head: t("sum"), label: t("sum"), number: true },
          ]}
          rows={[
            ...year.transfers.map((row) => ({
              key: row.id,
              cells: {
                date: (
                  <div>
                    <time dateTime={row.date}>{formatDate(row.date, language)}</time>
                    <span className="note place">№ {row.number}</span>
                  </div>
                ),
                kind: <Kind row={row} />,
                basis: (
                  <div>
                    <Words>{row.basis}</Words>
                    {row.note && <q className="place quote">{row.note}</q>}
                  </div>
                ),
                sum: row.isReversed ? <s>{roubles(row.kopecks, language)}</s> : roubles(row.kopecks, language),
              },
            })),
            ...sums,
          ]}
        />
      )}
    </section>
  );
}

function Kind({ row }: { readonly row: TransferRow }) {
  const t = useText(cofinancingWords);
  const { kind, reversedKind } = row;
  return (
    <div>
      {kind === "reversal" ? t(`reversal_${reversedKind ?? "receipt"}`) : t(kind)}
      {row.isReversed && (
        <span className="place">
          <Mark kind="warning">{t("reversed")}</Mark>
        </span>
      )}
    </div>
  );
}
