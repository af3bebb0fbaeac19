import type { Programme } from "../../../src/programme/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { indicatorDecimals, indicatorUnit, type PlacedIndicator } from "../view/indicators.ts";
import { programmeWords } from "../words.ts";
import { useTargetHead } from "./use-target-head.ts";

interface Props {
  readonly slug: string;
  readonly content: Programme;
  readonly indicators: readonly PlacedIndicator[];
  /** Which values are shown: years and `base`. */
  readonly keys: readonly string[];
  readonly weights: boolean;
  readonly name: string;
}

/** Targets by year, each a link to where it is printed. */
export function IndicatorTable({ slug, content, indicators, keys, weights, name }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const language = useLanguage();
  const headOf = useTargetHead(content);
  const column = (key: string, text: string) => ({ key, head: text, label: text, number: true });
  const row = ({ indicator, address }: PlacedIndicator) => {
    const path = href(paths.indicator(slug, address));
    const decimals = indicatorDecimals(indicator);
    const cell = (key: string) => {
      const figure = indicator.targets.values[key];
      if (!figure || figure.printed.trim() === "") return <span className="soft">{t("figureMissing")}</span>;
      if (figure.value === null) return t("unknownValue");
      return <a href={path}>{formatNumber(figure.value, { language, decimals })}</a>;
    };
    return {
      key: address,
      cells: {
        name: <IndicatorName indicator={indicator} />,
        weight: indicator.weight?.printed ?? "",
        ...Object.fromEntries(keys.map((key) => [key, cell(key)])),
      },
    };
  };
  return (
    <FigureTable
      name={name}
      columns={[
        { key: "name", head: t("indicatorHeadUnit") },
        ...(weights ? [column("weight", t("weightShort"))] : []),
        ...keys.map((key) => column(key, headOf(key))),
      ]}
      rows={indicators.map(row)}
    />
  );
}

function IndicatorName({ indicator }: Pick<PlacedIndicator, "indicator">) {
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
