import type { LineRow, ReportView } from "../../../src/report/views.ts";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { showFigure, showPercent } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords, termWords } from "../words.ts";
import { ReasonField } from "./reason-field.tsx";

interface Props {
  readonly view: ReportView;
  readonly of: "indicators" | "activities";
  readonly typed: RefusedForm["typed"] | undefined;
}

const FIGURES = ["plan", "fact", "achieved", "deviation", "origin"] as const;

/** Plan and fact of lines; every fact leads to its records. */
export function LineTable({ view, of, typed }: Props) {
  const t = useText(reportWords);
  const language = useLanguage();
  const href = useHref();
  const { content, mayWrite } = view;
  const { year, until } = content;
  const rows = content[of];
  if (rows.length === 0) return <p className="under">{t("noLines")}</p>;
  const figure = (text: string | null) => (text === null ? "–" : showFigure(text, language));
  return (
    <div className="balance">
      <FigureTable
        name={t(`part-${of}`)}
        columns={[
          { key: "name", head: t(of === "indicators" ? "indicator" : "activity") },
          { key: "unit", head: t("unit"), label: t("unit") },
          ...FIGURES.map((key) => ({ key, head: t(key), label: t(key), number: true })),
          { key: "reason", head: t("reason") },
        ]}
        rows={rows.map((row) => {
          const path = href(`${paths.actual(row.kind, row.id, year)}&until=${until}`);
          return {
            key: row.id,
            cells: {
              name: <Name row={row} path={path} />,
              unit: row.unit,
              plan: figure(row.plan),
              fact: <Fact row={row} path={path} />,
              achieved: row.achieved === null ? "–" : showPercent(row.achieved, language),
              deviation: row.percent === null ? "–" : `${showFigure(row.percent, language)}\u00a0%`,
              origin: row.records.length,
              reason: <ReasonField field={row.id} number={row.number} row={row} mayWrite={mayWrite} typed={typed} />,
            },
          };
        })}
      />
    </div>
  );
}

interface CellProps {
  readonly row: LineRow;
  readonly path: string;
}

function Name({ row, path }: CellProps) {
  const t = useText(reportWords);
  return (
    <div>
      <a href={path}>
        <Words>{`${row.number}. ${row.name}`}</Words>
      </a>
      {row.printed && (
        <span className="note place">
          <Words>{t("printed", { formula: row.printed })}</Words>
        </span>
      )}
    </div>
  );
}

function Fact({ row, path }: CellProps) {
  const t = useText(reportWords);
  const lacks = useText(termWords);
  const language = useLanguage();
  if (row.fact === null) return row.lack ? <small className="note">{lacks(`actual-${row.lack}`)}</small> : "–";
  return (
    <div>
      <a href={path}>{showFigure(row.fact, language)}</a>
      {row.corrections !== "0" && <small className="note place">{t("corrected")}</small>}
    </div>
  );
}
