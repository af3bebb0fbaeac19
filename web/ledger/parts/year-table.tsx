import type { Balance } from "../../../src/ledger/contract.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import type { YearLine } from "../sum-by-year.ts";
import { ledgerWords } from "../words.ts";
import { roubles, sourceName } from "./money.ts";

const COLUMNS = ["allocated", "paid", "refunded", "net"] as const;

/** Plan, payments and refunds by year and source: each on its own line. */
export function YearTable({ rows, total }: { readonly rows: readonly YearLine[]; readonly total: Balance }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const figures = (balance: Balance) =>
    Object.fromEntries(COLUMNS.map((column) => [column, roubles(balance[column], language)]));
  return (
    <FigureTable
      name={t("publicByYear")}
      columns={[
        { key: "line", head: t("year") },
        ...COLUMNS.map((column) => ({ key: column, head: t(column), label: t(column), number: true })),
      ]}
      rows={[
        ...rows.map(({ year, source, balance }) => ({
          key: `${year} ${source}`,
          total: source === null,
          cells: {
            line:
              source === null ? `${t("total")}, ${t("yearTab", { year })}` : `${year}, ${sourceName(source, language)}`,
            ...figures(balance),
          },
        })),
        { key: "total", total: true, cells: { line: t("total"), ...figures(total) } },
      ]}
    />
  );
}
