import type { ActualRow } from "../../../src/indicator/views.ts";
import type { Quarter } from "../../../src/kernel/quarter.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { showFigure, showPercent } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark, type MarkKind } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { indicatorWords } from "../words.ts";

interface Props {
  readonly name: string;
  readonly rows: readonly ActualRow[];
  readonly year: number;
  readonly quarter: Quarter | null;
}

/** Plan and fact of lines in a period; a fact leads to its records. */
export function ActualTable({ name, rows, year, quarter }: Props) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  const href = useHref();
  const numbers = ["plan", "fact", "achieved", "records"] as const;
  return (
    <FigureTable
      name={name}
      columns={[
        { key: "name", head: t("name") },
        { key: "unit", head: t("unit"), label: t("unit") },
        ...numbers.map((key) => ({ key, head: t(key), label: t(key), number: true })),
        { key: "state", head: t("state"), label: t("state") },
      ]}
      rows={rows.map((row) => {
        const { line, plan, value } = row;
        const path = href(paths.actual(line.kind, line.id, year, quarter));
        return {
          key: line.id,
          cells: {
            name: (
              <a href={path}>
                <Words>{`${line.number ?? line.position}. ${oneLine(line.name)}`}</Words>
              </a>
            ),
            unit: line.unit ?? "",
            plan: plan === null ? "–" : showFigure(plan, language),
            fact: value === null ? "–" : <a href={path}>{showFigure(value, language)}</a>,
            achieved: <Share row={row} />,
            records: row.records,
            state: <State row={row} />,
          },
        };
      })}
    />
  );
}

/** How far it came, or why that cannot be said. */
function Share({ row: { achieved, noShare } }: { readonly row: ActualRow }) {
  const t = useText(indicatorWords);
  const language = useLanguage();
  if (achieved !== null) return showPercent(achieved, language);
  if (noShare === null || noShare === "no-fact") return "–";
  return <small className="note">{t(`no-share-${noShare}`)}</small>;
}

const MARKS: Readonly<Record<ActualRow["state"], MarkKind>> = {
  open: "none",
  proposed: "note",
  returned: "warning",
  signed: "done",
};

function State({ row }: { readonly row: ActualRow }) {
  const t = useText(indicatorWords);
  return (
    <>
      <Mark kind={MARKS[row.state]}>{t(`state-${row.state}`)}</Mark>
      {row.lack && <small className="note place">{t(`lack-${row.lack}`)}</small>}
      {row.isCorrected && <small className="note place">{t("corrected")}</small>}
      {row.isDifferent && <small className="note place">{t("different")}</small>}
    </>
  );
}
