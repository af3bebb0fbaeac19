import { Checkbox, NativeSelect } from "@mantine/core";
import type { Choice, StatementRow } from "../../../src/ledger/statement/views.ts";
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
import { writeChoice } from "./choice.ts";

/** The documents of a statement with what each is; what can be recorded has a box, checked, or a choice. */
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
            means: <Meaning row={row} may={may} />,
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
  const date = document.debited ?? document.credited ?? document.date;
  const [best] = row.state === "proposed" ? row.choices : [];
  return (
    <>
      № {document.number}
      {date && <span className="note place">{formatDate(date, language)}</span>}
      {best && may && (
        <Checkbox
          name={`choose-${document.line}`}
          value={writeChoice(best)}
          defaultChecked
          label={t("statementChoose")}
          aria-label={`${t("statementChoose")} № ${document.number}`}
        />
      )}
    </>
  );
}

function Meaning({ row, may }: { readonly row: StatementRow; readonly may: boolean }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  if (row.state === "proposed")
    return row.choices.slice(0, 1).map((choice) => <Obligation key="best" choice={choice} />);
  if (row.state === "several") return <Several row={row} may={may} />;
  if (!("entry" in row)) return <Mark kind="warning">{t(`state_${row.state}`)}</Mark>;
  const { entry, state } = row;
  const said = { sum: roubles(entry.kopecks, language), date: formatDate(entry.date, language) };
  return (
    <div>
      <Mark kind={state === "recorded" ? "done" : "error"}>{t(`state_${state}`, said)}</Mark>
      <a className="place" href={href(paths.moneyEntry(entry.id))}>
        № {entry.number}
      </a>
    </div>
  );
}

function Obligation({ choice }: { readonly choice: Choice }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const list = choice.reasons.map((reason) => t(`reason_${reason}`)).join(", ");
  return (
    <div>
      {t("state_proposed")}{" "}
      <a href={href(paths.moneyEntry(choice.commitment.id))}>
        <Words>{choice.commitment.basis}</Words>
      </a>
      <span className="note place">{t("reasons", { list })}</span>
      {choice.parts.map(({ source, kopecks }) => (
        <span key={source} className="note place">
          {roubles(kopecks, language)} — {sourceName(source, language)}
        </span>
      ))}
    </div>
  );
}

type SeveralRow = Extract<StatementRow, { readonly state: "proposed" | "several" }>;

/** Several obligations fit alike: a person chooses, or none. */
function Several({ row, may }: { readonly row: SeveralRow; readonly may: boolean }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const nameOf = ({ commitment, parts }: Choice) =>
    [
      commitment.basis,
      commitment.payee ?? "",
      parts.map(({ source, kopecks }) => `${roubles(kopecks, language)} — ${sourceName(source, language)}`).join(", "),
    ]
      .filter((text) => text !== "")
      .join("; ");
  return (
    <div>
      <Mark kind="warning">{t("state_several")}</Mark>
      {may && (
        <NativeSelect
          name={`choose-${row.document.line}`}
          aria-label={`${t("statementChooseOne")} № ${row.document.number}`}
          data={[
            { value: "", label: t("statementChooseNone") },
            ...row.choices.map((choice) => ({ value: writeChoice(choice), label: nameOf(choice) })),
          ]}
        />
      )}
    </div>
  );
}
