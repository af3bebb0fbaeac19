import { listBegunQuarters, type Quarter } from "../../src/kernel/quarter.ts";
import { useText } from "../ui/text.ts";
import { useHref } from "./link.ts";
import { appWords } from "./words.ts";

interface Props {
  /** Years to choose, in order; that which is shown is among them. */
  readonly years: readonly number[];
  readonly year: number;
  /** Null: up to a day that ends no quarter. */
  readonly quarter: Quarter | null;
  readonly today: string;
  readonly path: (year: number, quarter: Quarter | null) => string;
}

/** Years, and the parts of the year that have begun; a part stays chosen in another year that has it. */
export function PeriodTabs({ years, year, quarter, today, path }: Props) {
  const t = useText(appWords);
  const href = useHref();
  const hasBegun = (own: number) => quarter !== null && listBegunQuarters(own, today).includes(quarter);
  return (
    <>
      <nav className="tabs" aria-label={t("years")}>
        {years.map((own) => (
          <a
            key={own}
            href={href(path(own, hasBegun(own) ? quarter : null))}
            aria-current={own === year ? "page" : undefined}
          >
            {t("yearTab", { year: own })}
          </a>
        ))}
      </nav>
      <nav className="tabs" aria-label={t("quarters")}>
        {listBegunQuarters(year, today).map((own) => (
          <a key={own} href={href(path(year, own))} aria-current={own === quarter ? "page" : undefined}>
            {t(`quarter-${own}`)}
          </a>
        ))}
      </nav>
    </>
  );
}

/** «за I полугодие 2024 года»; up to another day «с начала 2024 года». */
export function usePeriodName(): (year: number, quarter: Quarter | null) => string {
  const t = useText(appWords);
  return (year, quarter) => t(quarter === null ? "ofYearSoFar" : `of-quarter-${quarter}`, { year });
}
