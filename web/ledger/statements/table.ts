import type { PlainTable } from "../../../src/desk/index.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import type { StatementRow, StatementView } from "../../../src/ledger/statement/views.ts";
import { formatDate } from "../../ui/dates.ts";
import { makeText } from "../../ui/text.ts";
import { roubles } from "../parts/money.ts";
import { inRoubles } from "../tables.ts";
import { ledgerWords } from "../words.ts";
import { listFindings } from "./findings.ts";

/** A statement as a file has it: its documents with what each is, then what it has not. */
export function statementTable(statement: StatementView, language: Language): PlainTable {
  const t = makeText(ledgerWords, language);
  const day = (date: string | null) => (date === null ? "" : formatDate(date, language));
  const meaning = (row: StatementRow): string => {
    if ("entry" in row) {
      const said = { sum: roubles(row.entry.kopecks, language), date: day(row.entry.date) };
      return `${t(`state_${row.state}`, said)} (№ ${row.entry.number})`;
    }
    const [best] = row.state === "proposed" ? row.choices : [];
    return best ? `${t("state_proposed")} ${best.commitment.basis}` : t(`state_${row.state}`);
  };
  const { documents } = listFindings(statement);
  return {
    title: t("titleStatement"),
    heads: [t("number"), t("date"), t("payee"), t("statementPurpose"), t("statementMeans"), t("sum")],
    rows: [
      ...statement.rows.map((row) => [
        row.document.number,
        day(row.document.debited ?? row.document.credited ?? row.document.date),
        row.document.payee,
        row.document.purpose,
        meaning(row),
        inRoubles(row.document.kopecks),
      ]),
      ...statement.absent.map((entry) => [
        entry.basis,
        day(entry.date),
        entry.payee ?? "",
        "",
        `${t("state_absent")} (№ ${entry.number})`,
        inRoubles(entry.kopecks),
      ]),
    ],
    totals: [
      `${t("statementRows", { number: statement.rows.length })}`,
      "",
      "",
      "",
      t("findingsCount", { number: documents + statement.absent.length }),
      inRoubles(sumOf(statement.rows)),
    ],
  };
}

function sumOf(rows: readonly StatementRow[]): bigint {
  return rows.reduce((sum, { document }) => sum + document.kopecks, 0n);
}
