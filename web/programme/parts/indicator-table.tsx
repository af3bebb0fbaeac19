import type { Indicator } from "../../../src/programme/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { indicatorDecimals, indicatorUnit } from "../view/indicators.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly slug: string;
  readonly years: readonly number[];
  readonly indicators: readonly Indicator[];
  readonly name: string;
}

/** Targets by year, each a link to where it is printed. */
export function IndicatorTable({ slug, years, indicators, name }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <FigureTable
      name={name}
      columns={[
        { key: "name", head: t("indicatorHeadUnit") },
        ...years.map((year) => ({ key: String(year), head: String(year), label: String(year), number: true })),
      ]}
      rows={indicators.map((indicator) => {
        const address = href(paths.indicator(slug, indicator.number));
        const decimals = indicatorDecimals(indicator);
        const cell = (year: number) => {
          const value = indicator.targets.values[String(year)]?.value;
          if (value === undefined || value === null) return t("unknownValue");
          return <a href={address}>{formatNumber(value, { language, decimals })}</a>;
        };
        return {
          key: indicator.number,
          cells: {
            name: <IndicatorName indicator={indicator} />,
            ...Object.fromEntries(years.map((year) => [String(year), cell(year)])),
          },
        };
      })}
    />
  );
}

function IndicatorName({ indicator }: { readonly indicator: Indicator }) {
  const unit = indicatorUnit(indicator);
  return (
    <span className="numbered">
      <span className="soft">{indicator.number}</span>
      <span>
        <Words>{unit ? `${indicator.name.text},` : indicator.name.text}</Words>
        {unit && (
          <span className="soft">
            {" "}
            <Words>{unit}</Words>
          </span>
        )}
      </span>
    </span>
  );
}
