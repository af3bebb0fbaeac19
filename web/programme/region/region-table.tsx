import type { RegionLine } from "../../../src/programme/views-region.ts";
import { joinBase } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { formatCount, type MoneyScale } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { useMoney, useSourceName } from "../parts/use-money.ts";
import { yearSpan } from "../view/titles.ts";
import { programmeWords } from "../words.ts";
import { amountIn, countAll, countFindings, sumIn } from "./figures.ts";
import type { District, Region } from "./load.ts";

interface Props {
  readonly region: Region;
  readonly lines: readonly RegionLine[];
  readonly scale: MoneyScale;
}

/** A row for each district, its figures as links into its own portal, and what they make together. */
export function RegionTable({ region, lines, scale }: Props) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const money = useMoney(scale);
  const nameOf = useSourceName(null);
  const cellsOf = useDistrictCells({ region, lines, scale });
  const all = countAll(region.districts);
  const total: Row = {
    key: "total",
    total: true,
    cells: {
      name: t("regionTotal"),
      years: "",
      ...Object.fromEntries(lines.map((line) => [line, money.format(sumIn(region.districts, line, region.period))])),
      activities: formatCount(all.activities, language),
      indicators: formatCount(all.indicators, language),
      findings: formatCount(all.findings, language),
    },
  };
  const count = (key: string, head: string) => ({ key, head, label: head, number: true });
  return (
    <FigureTable
      name={t("regionHead")}
      columns={[
        { key: "name", head: t("regionDistrict") },
        { key: "years", head: t("regionYears"), label: t("regionYears") },
        ...lines.map((line) => count(line, capitalise(nameOf(line)))),
        count("activities", t("regionActivities")),
        count("indicators", t("regionIndicators")),
        count("findings", t("regionFindings")),
      ]}
      rows={[
        ...region.districts.map((district) => ({ key: district.id, cells: cellsOf(district) })),
        ...(region.districts.length > 1 ? [total] : []),
      ]}
    />
  );
}

function useDistrictCells({ region, lines, scale }: Props): (district: District) => Row["cells"] {
  const t = useText(programmeWords);
  const language = useLanguage();
  const money = useMoney(scale);
  return (district) => {
    const { programme, portal, name } = district;
    const link = (path: string, text: string) => <a href={joinBase(portal, inLanguage(path, language))}>{text}</a>;
    const heading = (
      <span lang="ru">
        <a href={joinBase(portal, inLanguage(paths.home, language))}>{name}</a>
      </span>
    );
    if (!programme) return { name: heading, years: t("regionNone") };
    const { slug } = programme;
    const amounts = lines.map((line) => {
      const amount = amountIn(district, line, region.period);
      const anchor = line === "cost" || line === "unnamed" ? "" : `#${line}`;
      return [line, amount === null ? "—" : link(`${paths.finance(slug)}${anchor}`, money.format(amount))];
    });
    return {
      name: heading,
      years: (
        <span>
          {link(paths.programme(slug), yearSpan(programme.years))}
          <br />
          <span className="note">
            {t("edition", { number: programme.edition })}
            {programme.demonstration && `, ${t("regionDemonstration")}`}
          </span>
        </span>
      ),
      ...Object.fromEntries(amounts),
      activities: link(paths.activities(slug), formatCount(programme.activities, language)),
      indicators: link(paths.indicators(slug), formatCount(programme.indicators, language)),
      findings: link(paths.findings(slug), formatCount(countFindings(programme), language)),
    };
  };
}
