import { FigureTable } from "../../ui/figure-table.tsx";
import type { MoneyScale } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { type Compared, listPlaces } from "../view/comparison.ts";
import type { RegionKind } from "../view/regions.ts";
import { programmeWords } from "../words.ts";
import { useMoney, useSourceName } from "./use-money.ts";

interface Props {
  readonly rows: readonly Compared[];
  readonly scale: MoneyScale;
  readonly region: RegionKind | null;
}

export const PLACE_WORDS = { activities: "fromAnnex2", annex3: "fromAnnex3", passport: "fromPassport" } as const;

/** The same sums from the places of the document that name them, side by side, with the verdict in a shape and a word. */
export function ComparisonTable({ rows, scale, region }: Props) {
  const t = useText(programmeWords);
  const money = useMoney(scale);
  const nameOf = useSourceName(region);
  const places = listPlaces(rows);
  const show = (amount: bigint | null) =>
    amount === null ? <span className="soft">{t("absent")}</span> : money.format(amount);
  const column = (key: string, text: string) => ({ key, head: text, label: text, number: true });
  const verdictOf = ({ agrees }: Compared) =>
    agrees === null ? (
      <span className="soft">{t("verdict_alone")}</span>
    ) : (
      <Mark kind={agrees ? "done" : "error"}>{t(agrees ? "same" : "differs")}</Mark>
    );
  return (
    <FigureTable
      name={t("sourceYear")}
      columns={[
        { key: "line", head: t("sourceYear") },
        ...places.map((place) => column(place, t(PLACE_WORDS[place]))),
        { key: "verdict", head: t("verdict"), label: t("verdict") },
      ]}
      rows={rows.map((row) => ({
        key: `${row.line}-${row.key}`,
        cells: {
          line: `${capitalise(nameOf(row.line))}, ${row.key === "total" ? t("allYears") : row.key}`,
          ...Object.fromEntries(places.map((place) => [place, show(row[place])])),
          verdict: verdictOf(row),
        },
      }))}
    />
  );
}
