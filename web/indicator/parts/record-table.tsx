import type { Actual, ActualRecord } from "../../../src/indicator/contract.ts";
import type { LineHead } from "../../../src/indicator/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { showFigure } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import type { RecordPage } from "../read-question.ts";
import { indicatorWords } from "../words.ts";

/** Where each record stands; an own value stands on this page, with its evidence. */
const PATHS: Readonly<Record<Exclude<ActualRecord["kind"], "own">, (id: string) => string>> = {
  event: paths.deskEvent,
  money: paths.moneyEntry,
  refund: paths.moneyEntry,
  reversal: paths.moneyEntry,
  publication: paths.newsroomItem,
  act: paths.registryAct,
  body: paths.registryBody,
  award: paths.grant,
  contest: paths.deskCall,
};

interface Props {
  /** Its records are those of the page; its total is of all. */
  readonly actual: Actual;
  readonly line: LineHead;
  readonly page: RecordPage;
  /** The conditions of the page, as its address has them. */
  readonly query: Readonly<Record<string, string>>;
}

/** The records of an actual with what each adds, and the total that they make. */
export function RecordTable({ actual, line, page, query }: Props) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const href = useHref();
  const { records, total, divisor } = actual;
  if (records.length === 0)
    return (
      <>
        <h2>{t("recordsNone")}</h2>
        <p className="soft">{t("recordsNoneNext")}</p>
      </>
    );
  const { unit } = line;
  const rows = records.map((record) => {
    const path = record.kind === "own" ? null : PATHS[record.kind](record.id);
    const title = <Words key="title">{record.title}</Words>;
    return {
      key: record.id,
      cells: {
        record: path ? <a href={href(path)}>{title}</a> : title,
        kind: t(`record-${record.kind}`),
        date: formatDate(record.date, language),
        amount: showFigure(record.amount, language, 4),
      },
    };
  });
  const sum = {
    record: page.pages > 1 ? t("totalOfAll", { all: formatCount(page.all, language) }) : t("total"),
    kind: "",
    date: "",
    amount: showFigure(total, language, 4),
  };
  return (
    <>
      <h2>{t("recordsTitle", { all: formatCount(page.all, language) })}</h2>
      {page.pages > 1 && (
        <p className="soft">
          {t("recordsShown", {
            from: page.from,
            to: page.from + records.length - 1,
            all: formatCount(page.all, language),
          })}
        </p>
      )}
      <FigureTable
        name={t("records")}
        columns={[
          { key: "record", head: t("record") },
          { key: "kind", head: t("recordKind"), label: t("recordKind") },
          { key: "date", head: t("date"), label: t("date"), number: true },
          {
            key: "amount",
            head: divisor || unit === null ? t("amount") : `${t("amount")}, ${unit}`,
            label: t("amount"),
            number: true,
          },
        ]}
        rows={[...rows, { key: "total", total: true, cells: sum }]}
      />
      <Pages line={line} page={page} query={query} />
      <Files line={line} query={query} />
    </>
  );
}

function Pages({ line, page: { page, pages }, query }: Omit<Props, "actual">) {
  const t = useText(indicatorWords);
  const href = useHref();
  const at = (own: number) =>
    href(paths.actualRecords(line.kind, line.id, { ...query, ...(own > 1 && { page: String(own) }) }));
  if (pages === 1) return null;
  return (
    <nav className="links" aria-label={t("recordPages")}>
      {page > 1 && (
        <a href={at(page - 1)} rel="prev">
          {t("earlierPage")}
        </a>
      )}
      <span className="soft">{t("pageOf", { page, pages })}</span>
      {page < pages && (
        <a href={at(page + 1)} rel="next">
          {t("laterPage")}
        </a>
      )}
    </nav>
  );
}

function Files({ line, query }: Pick<Props, "line" | "query">) {
  const t = useText(indicatorWords);
  const href = useHref();
  return (
    <p className="links">
      <span className="soft">{t("recordFiles")}</span>
      <a href={href(paths.actualRecordsFile(line, "xlsx", query))}>XLSX</a>
      <a href={href(paths.actualRecordsFile(line, "csv", query))}>CSV</a>
    </p>
  );
}
