import { Checkbox } from "@mantine/core";
import type { StatementRow } from "../../../src/ledger/statement/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles, sourceName } from "../parts/money.ts";
import { ledgerWords } from "../words.ts";

/** The documents of a statement with what each is; what can be recorded has a box, checked. */
export function StatementTable({ rows, may }: { readonly rows: readonly StatementRow[]; readonly may: boolean }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  return (
    <div className="entries">
      <FigureTable
        name={t("statements")}
        columns={[
          { key: "document", head: t("statementDocument") },
          { key: "payee", head: t("payee"), label: t("payee") },
          { key: "means", head: t("statementMeans"), label: t("statementMeans") },
          { key: "sum", head: t("sum"), label: t("sum"), number: true },
        ]}
        rows={rows.map((row) => ({
          key: String(row.document.line),
          cells: {
            document: <Document row={row} may={may} />,
            payee: (
              <div>
                <Words>{row.document.payee}</Words>
                <span className="note place">
                  <Words>{row.document.purpose}</Words>
                </span>
              </div>
            ),
            means: <Meaning row={row} />,
            sum: roubles(row.document.kopecks, language),
          },
        }))}
      />
    </div>
  );
}

function Document({ row, may }: { readonly row: StatementRow; readonly may: boolean }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const { document } = row;
  const date = document.debited ?? document.date;
  return (
    <>
      № {document.number}
      {date && <span className="note place">{formatDate(date, language)}</span>}
      {row.state === "proposed" && may && (
        <>
          <Checkbox
            name="line"
            value={String(document.line)}
            defaultChecked
            label={t("statementChoose")}
            aria-label={`${t("statementChoose")} № ${document.number}`}
          />
          <input type="hidden" name={`commitment-${document.line}`} value={row.commitment.id} />
          {row.parts.map(({ source, kopecks }) => (
            <input key={source} type="hidden" name={`sum-${document.line}-${source}`} value={roubles(kopecks, "ru")} />
          ))}
        </>
      )}
    </>
  );
}

function Meaning({ row }: { readonly row: StatementRow }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  if (row.state === "recorded" || row.state === "differs") {
    const sum = roubles(row.entry.kopecks, language);
    return (
      <div>
        <Mark kind={row.state === "recorded" ? "done" : "error"}>{t(`state_${row.state}`, { sum })}</Mark>
        <a className="place" href={href(paths.moneyEntry(row.entry.id))}>
          № {row.entry.number}
        </a>
      </div>
    );
  }
  if (row.state !== "proposed") return <Mark kind="warning">{t(`state_${row.state}`)}</Mark>;
  const list = row.reasons.map((reason) => t(`reason_${reason}`)).join(", ");
  return (
    <div>
      {t("state_proposed")}{" "}
      <a href={href(paths.moneyEntry(row.commitment.id))}>
        <Words>{row.commitment.basis}</Words>
      </a>
      <span className="note place">{t("reasons", { list })}</span>
      {row.parts.map(({ source, kopecks }) => (
        <span key={source} className="note place">
          {roubles(kopecks, language)} — {sourceName(source, language)}
        </span>
      ))}
    </div>
  );
}
