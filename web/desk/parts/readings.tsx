import type { ReadingCard } from "../../../src/programme/index.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { deskWords } from "../words.ts";

/** Documents that were read and wait to be approved. */
export function Readings({ readings }: { readonly readings: readonly ReadingCard[] }) {
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <section className="part">
      <h2>{t("imports")}</h2>
      <FigureTable
        name={t("document")}
        columns={[
          { key: "document", head: t("document") },
          { key: "read", head: t("read"), label: t("read") },
          { key: "found", head: t("found"), label: t("found") },
          { key: "next", head: t("next"), label: t("next") },
        ]}
        rows={readings.map((reading) => ({
          key: reading.id,
          cells: {
            document: (
              <>
                <a href={href(paths.reading(reading.id))}>{reading.fileName}</a>
                <p className="note">{t("wouldBe", { number: reading.wouldBe.edition, slug: reading.wouldBe.slug })}</p>
              </>
            ),
            read: (
              <span>
                {formatInstant(reading.readAt, timeZone, language)}
                <br />
                <span className="soft">{reading.readBy}</span>
              </span>
            ),
            found: <SeverityList counts={reading.findings} />,
            next: <a href={href(paths.reading(reading.id))}>{t("decide")}</a>,
          },
        }))}
      />
    </section>
  );
}

function SeverityList({ counts }: { readonly counts: Readonly<Record<"error" | "warning" | "note", number>> }) {
  const t = useText(deskWords);
  return (
    <ul className="counts stacked">
      {(["error", "warning", "note"] as const).map((severity) => (
        <li key={severity} className={counts[severity] === 0 ? "empty" : undefined}>
          <Mark kind={severity}>{t(severity, { count: counts[severity] })}</Mark>
        </li>
      ))}
    </ul>
  );
}
