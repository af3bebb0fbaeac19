import type { Actual, ActualRecord } from "../../../src/indicator/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { showFigure } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { indicatorWords } from "../words.ts";

/** So many records stand on the page; the total is of all. */
const SHOWN = 200;

const PATHS: Readonly<Partial<Record<ActualRecord["kind"], (id: string) => string>>> = {
  event: paths.deskEvent,
  money: paths.moneyEntry,
  refund: paths.moneyEntry,
  reversal: paths.moneyEntry,
  publication: paths.newsroomItem,
  act: paths.registryAct,
  body: paths.registryBody,
};

/** The records of an actual with what each adds, and the total that they make. */
export function RecordTable({ actual, unit }: { readonly actual: Actual; readonly unit: string | null }) {
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
  const rows = records.slice(0, SHOWN).map((record) => {
    const path = PATHS[record.kind]?.(record.id);
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
  const sum = { record: t("total"), kind: "", date: "", amount: showFigure(total, language, 4) };
  return (
    <>
      <h2>{t("recordsTitle", { all: formatCount(records.length, language) })}</h2>
      {records.length > SHOWN && <p className="soft">{t("recordsShown", { shown: SHOWN })}</p>}
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
    </>
  );
}
