import type { Language } from "../../../../src/kernel/refusal.ts";
import type { SeatYear, ShareTerm } from "../../../../src/registry/body/views.ts";
import { useHref } from "../../../app/link.ts";
import { formatDate } from "../../../ui/dates.ts";
import { FigureTable, type Row } from "../../../ui/figure-table.tsx";
import { formatCount, formatNumber } from "../../../ui/format.ts";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import { Words } from "../../../ui/words.tsx";
import { bodyWords } from "../words.ts";
import { sayPercent } from "./percent.ts";

interface Props {
  readonly years: readonly SeatYear[];
  readonly pathOf: (id: string) => string;
}

/** The share year by year by both rules, each year with its bodies as terms. */
export function SeatYearsTable({ years, pathOf }: Props) {
  const t = useText(bodyWords);
  const href = useHref();
  const language = useLanguage();
  if (years.length === 0) return <p className="soft">{t("yearsNone")}</p>;
  const number = (key: "planned" | "heldOf" | "ofSeats" | "percent" | "meanDays" | "meanPercent") => ({
    key,
    head: t(key),
    label: t(key),
    number: true,
  });
  return (
    <FigureTable
      name={t("years")}
      columns={[
        { key: "name", head: t("body") },
        number("planned"),
        number("heldOf"),
        number("ofSeats"),
        number("percent"),
        number("meanDays"),
        number("meanPercent"),
      ]}
      rows={years.toReversed().flatMap(({ year, planned, yearEnd, mean }): Row[] => [
        ...joinTerms(yearEnd.terms, mean.terms).map(({ bodyId, name, end, over }) => ({
          key: `${year} ${bodyId}`,
          cells: {
            name: (
              <a href={href(pathOf(bodyId))}>
                <Words>{name}</Words>
              </a>
            ),
            ...figures(end, over, language),
          },
        })),
        {
          key: String(year),
          total: true,
          cells: {
            name: (
              <div>
                {t("yearTotal", { year })}
                {yearEnd.asOf && <span className="note place">{formatDate(yearEnd.asOf, language)}</span>}
              </div>
            ),
            planned: planned === null ? "—" : formatNumber(planned, { language }),
            ...figures(yearEnd, mean, language),
          },
        },
      ])}
    />
  );
}

type Sums = Pick<ShareTerm, "seats" | "held" | "percent">;

function figures(end: Sums | undefined, over: Sums | undefined, language: Language) {
  const count = (value: number | undefined) => (value === undefined ? "—" : formatCount(value, language));
  return {
    heldOf: count(end?.held),
    ofSeats: count(end?.seats),
    percent: sayPercent(end?.percent ?? null, language),
    meanDays: over && over.seats > 0 ? `${count(over.held)} / ${count(over.seats)}` : "—",
    meanPercent: sayPercent(over?.percent ?? null, language),
  };
}

/** A body that ended within the year stands in the mean alone. */
export function joinTerms(end: readonly ShareTerm[], over: readonly ShareTerm[]) {
  return over.map((term) => ({
    bodyId: term.bodyId,
    name: term.name,
    end: end.find(({ bodyId }) => bodyId === term.bodyId),
    over: term,
  }));
}
