import type { VersionView } from "../../../src/ledger/cofinancing/views.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDate, formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles } from "../parts/money.ts";
import { cofinancingWords } from "./words.ts";

/** The agreement as signed and as each paper changed it. */
export function Versions({ versions }: { readonly versions: readonly VersionView[] }) {
  const t = useText(cofinancingWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <section className="part">
      <h2>{t("versions")}</h2>
      <FigureTable
        name={t("versions")}
        columns={[
          { key: "version", head: t("version") },
          { key: "document", head: t("document"), label: t("document") },
          { key: "recorded", head: t("recorded"), label: t("recorded") },
          { key: "sums", head: t("yearSum"), label: t("yearSum"), number: true },
        ]}
        rows={versions.map((version) => ({
          key: String(version.version),
          cells: {
            version: `${version.version}. ${t(`kind_${version.kind}`)}`,
            document: (
              <div>
                <Words>{version.document}</Words>
                <span className="note place">
                  {t("from")} {formatDate(version.date, language)}
                </span>
                {version.note && <q className="place quote">{version.note}</q>}
              </div>
            ),
            recorded: `${formatInstant(version.at, timeZone, language)}, ${version.by}`,
            sums: (
              <div>
                {version.years.map(({ year, kopecks }) => (
                  <span key={year} className="place">
                    {year}: {roubles(kopecks, language)}
                  </span>
                ))}
              </div>
            ),
          },
        }))}
      />
    </section>
  );
}
