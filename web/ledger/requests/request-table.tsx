import type { RequestPage } from "../../../src/ledger/request/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles } from "../parts/money.ts";
import { State } from "./state.tsx";
import { requestWords } from "./words.ts";

/** Requests, a row each; the totals are of all rows of the filter. */
export function RequestTable({ list }: { readonly list: RequestPage }) {
  const t = useText(requestWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <FigureTable
      name={t("title")}
      columns={[
        { key: "number", head: t("number") },
        { key: "payee", head: t("payee"), label: t("payee") },
        { key: "state", head: t("state"), label: t("state") },
        { key: "payBy", head: t("payBy"), label: t("payBy") },
        { key: "sum", head: t("sum"), label: t("sum"), number: true },
        { key: "paid", head: t("paid"), label: t("paid"), number: true },
      ]}
      rows={[
        ...list.rows.map((row) => ({
          key: row.id,
          cells: {
            number: (
              <div>
                <a href={href(paths.request(row.id))}>№ {row.number}</a>
                <span className="note place">{row.askedBy}</span>
              </div>
            ),
            payee: (
              <div>
                <Words>{row.payee}</Words>
                <span className="note place">
                  <Words>{row.purpose}</Words>
                </span>
              </div>
            ),
            state: <State state={row.state} />,
            payBy: <time dateTime={row.payBy}>{formatDate(row.payBy, language)}</time>,
            sum: roubles(row.kopecks, language),
            paid: roubles(row.paid, language),
          },
        })),
        {
          key: "total",
          total: true,
          cells: { number: t("total"), sum: roubles(list.kopecks, language), paid: roubles(list.paid, language) },
        },
      ]}
    />
  );
}
