import type { EntryRow } from "../../../src/ledger/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { ledgerWords } from "../words.ts";
import { entryKindName } from "./kind-name.ts";
import { roubles, sourceName } from "./money.ts";

interface Props {
  readonly rows: readonly EntryRow[];
  readonly name: string;
  /** Rows of sums below. */
  readonly sums?: readonly Row[];
}

/** Entries, a row each; the sum is taken apart by source where it has several. */
export function EntryTable({ rows, name, sums = [] }: Props) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  return (
    <div className="entries">
      <FigureTable
        name={name}
        columns={[
          { key: "date", head: t("date") },
          { key: "kind", head: t("kind"), label: t("kind") },
          { key: "what", head: t("activity"), label: t("activity") },
          { key: "basis", head: t("basis"), label: t("basis") },
          { key: "sum", head: t("sum"), label: t("sum"), number: true },
        ]}
        rows={[
          ...rows.map((row) => ({
            key: row.id,
            cells: {
              date: (
                <div>
                  <time dateTime={row.date}>{formatDate(row.date, language)}</time>
                  <span className="note place">№ {row.number}</span>
                </div>
              ),
              kind: <Kind row={row} />,
              what: <What row={row} />,
              basis: (
                <div>
                  <Words>{row.basis}</Words>
                  {row.note && (
                    <q className="place quote">
                      <Words>{row.note}</Words>
                    </q>
                  )}
                </div>
              ),
              sum: <Sum row={row} />,
            },
          })),
          ...sums,
        ]}
      />
    </div>
  );
}

function Kind({ row }: { readonly row: EntryRow }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <div>
      <a href={href(paths.moneyEntry(row.id))}>{entryKindName(row, language)}</a>
      {row.isReversed && (
        <span className="place">
          <Mark kind="warning">{t("reversed")}</Mark>
        </span>
      )}
    </div>
  );
}

function What({ row }: { readonly row: EntryRow }) {
  if (!row.activity) return "—";
  return (
    <div>
      <Words>{row.activity.name}</Words>
      {row.payee && <span className="note place">{row.payee}</span>}
    </div>
  );
}

function Sum({ row }: { readonly row: EntryRow }) {
  const language = useLanguage();
  const shown = roubles(row.kopecks, language);
  return (
    <div>
      {row.isReversed ? <s>{shown}</s> : shown}
      {row.parts.map(({ source, kopecks }) => (
        <span key={source} className="note place">
          {row.parts.length > 1 && `${roubles(kopecks, language)} — `}
          {sourceName(source, language)}
        </span>
      ))}
    </div>
  );
}
