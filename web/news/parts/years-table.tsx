import { type NewsYear, PUBLICATION_KINDS } from "../../../src/news/contract.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatCount, formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { newsWords } from "../words.ts";

interface Props {
  readonly years: readonly NewsYear[];
  /** A link from a year's count to its publications. */
  readonly hrefOf: (year: number) => string;
}

/** Planned and published, year by year. */
export function NewsYearsTable({ years, hrefOf }: Props) {
  const t = useText(newsWords);
  const language = useLanguage();
  if (years.length === 0) return <p className="soft">{t("yearsNone")}</p>;
  const count = (value: number) => formatCount(value, language);
  return (
    <FigureTable
      name={t("years")}
      columns={[
        { key: "year", head: t("year") },
        { key: "planned", head: t("planned"), label: t("planned"), number: true },
        { key: "published", head: t("published"), label: t("published"), number: true },
        ...PUBLICATION_KINDS.map((kind) => ({
          key: kind,
          head: t(`kind-${kind}`),
          label: t(`kind-${kind}`),
          number: true,
        })),
        { key: "own", head: t("own"), label: t("own"), number: true },
        { key: "inOutlets", head: t("inOutlets"), label: t("inOutlets"), number: true },
      ]}
      rows={years.map(({ year, planned, published, byKind, own, inOutlets }) => ({
        key: String(year),
        cells: {
          year,
          planned: planned === null ? "—" : formatNumber(planned, { language }),
          published: <a href={hrefOf(year)}>{count(published)}</a>,
          ...Object.fromEntries(PUBLICATION_KINDS.map((kind) => [kind, count(byKind[kind])])),
          own: count(own),
          inOutlets: count(inOutlets),
        },
      }))}
    />
  );
}
