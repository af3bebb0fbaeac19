import type { ActYear } from "../../../../src/registry/act/views.ts";
import { useHref } from "../../../app/link.ts";
import { FigureTable } from "../../../ui/figure-table.tsx";
import { formatCount, formatNumber } from "../../../ui/format.ts";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import { actWords } from "../words.ts";
import { sayAct } from "./say.ts";

interface Props {
  readonly years: readonly ActYear[];
  readonly pathOf: (id: string) => string;
}

/** Planned and counted by year, each count with the acts behind it. */
export function YearsTable({ years, pathOf }: Props) {
  const t = useText(actWords);
  const href = useHref();
  const language = useLanguage();
  if (years.length === 0) return <p className="soft">{t("yearsNone")}</p>;
  return (
    <FigureTable
      name={t("years")}
      columns={[
        { key: "year", head: t("year") },
        { key: "planned", head: t("yearsPlan"), label: t("yearsPlan"), number: true },
        { key: "count", head: t("yearsFact"), label: t("yearsFact"), number: true },
        { key: "terms", head: t("yearsTerms"), label: t("yearsTerms") },
      ]}
      rows={years.map(({ year, planned, count, terms }) => ({
        key: String(year),
        cells: {
          year,
          planned: planned === null ? "—" : formatNumber(planned, { language }),
          count: formatCount(count, language),
          terms: (
            <ul>
              {terms.map(({ act, by }) => (
                <li key={act.id}>
                  <a href={href(pathOf(act.id))}>{sayAct(act, language)}</a>
                  <span className="note place">{sayAct(by, language)}</span>
                </li>
              ))}
            </ul>
          ),
        },
      }))}
    />
  );
}
