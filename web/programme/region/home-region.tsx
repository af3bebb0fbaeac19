import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { chooseScale, formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { Summary } from "../../ui/summary.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { UNITS, useMoney } from "../parts/use-money.ts";
import { programmeWords } from "../words.ts";
import { amountIn, countAll, listLines, type Period, sumIn } from "./figures.ts";
import type { Region } from "./load.ts";
import { RegionTable } from "./region-table.tsx";

interface Props {
  readonly region: Region;
  /** Programmes of the region itself. */
  readonly own: readonly { readonly slug: string; readonly title: string }[];
}

/** A region: what its districts have published, beside each other and together. */
export function HomeRegion({ region, own }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const name = useRootData()?.municipality.name ?? "";
  const lines = listLines(region.districts);
  const amounts = region.districts.flatMap((district) =>
    lines.map((line) => amountIn(district, line, region.period) ?? 0n),
  );
  const scale = chooseScale(amounts);
  return (
    <>
      <title>{t("regionTitle", { name })}</title>
      <p className="kicker" lang="ru">
        {name}
      </p>
      <h1 className="title">{t("regionHead")}</h1>
      <p className="lead">{t("regionLead")}</p>
      <RegionSummary region={region} scale={scale} />
      <section className="part">
        <h2>{t(region.period === "all" ? "regionMoneyAll" : "regionMoneyYear", { year: region.period })}</h2>
        <Periods region={region} />
        {region.districts.length === 0 ? (
          <p className="under">{t("regionEmpty")}</p>
        ) : (
          <>
            <p className="under">{t("regionUnit", { unit: t(UNITS[scale]) })}</p>
            <section className="scroll" aria-label={t("regionHead")}>
              <RegionTable region={region} lines={lines} scale={scale} />
            </section>
          </>
        )}
        <p className="links">
          <a href={href(paths.districtsFile(region.period))}>{t("csv")}</a>
        </p>
      </section>
      {own.length > 0 && (
        <section className="part">
          <h2>{t("regionOwn")}</h2>
          <ul>
            {own.map(({ slug, title }) => (
              <li key={slug}>
                <a href={href(paths.programme(slug))}>
                  <Words>{title}</Words>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function RegionSummary({
  region,
  scale,
}: {
  readonly region: Region;
  readonly scale: "rouble" | "thousand" | "million";
}) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const money = useMoney(scale);
  const all = countAll(region.districts);
  const whole = money.format(sumIn(region.districts, "cost", region.period));
  return (
    <Summary
      items={[
        {
          key: "districts",
          figure: `${formatCount(all.programmes, language)} / ${formatCount(all.districts, language)}`,
          words: t("regionPublished"),
        },
        {
          key: "money",
          figure: whole,
          words: t("regionSum", { unit: money.unit, period: sayPeriod(t, region.period) }),
        },
        {
          key: "activities",
          figure: formatCount(all.activities, language),
          words: t("activitiesKey", { count: all.activities }),
        },
      ]}
    />
  );
}

function sayPeriod(t: ReturnType<typeof useText<typeof programmeWords.ru>>, period: Period): string {
  return period === "all" ? t("regionAll") : String(period);
}

function Periods({ region }: { readonly region: Region }) {
  const t = useText(programmeWords);
  const href = useHref();
  return (
    <nav className="links" aria-label={t("regionPeriods")}>
      {[...region.years, "all" as const].map((period) => {
        const isShown = period === region.period;
        const said = sayPeriod(t, period);
        return (
          <a key={period} href={href(paths.regionOf(period))} aria-current={isShown ? "page" : undefined}>
            {isShown ? <strong>{said}</strong> : said}
          </a>
        );
      })}
    </nav>
  );
}
