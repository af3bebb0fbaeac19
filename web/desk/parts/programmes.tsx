import type { ProgrammeCard } from "../../../src/programme/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatDayOf } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { deskWords } from "../words.ts";

/** The programmes in force. */
export function Programmes({ programmes }: { readonly programmes: readonly ProgrammeCard[] }) {
  const t = useText(deskWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <section className="part">
      <h2>{t("programmes")}</h2>
      {programmes.length === 0 ? (
        <p className="under">{t("noProgrammes")}</p>
      ) : (
        <FigureTable
          name={t("programmes")}
          columns={[
            { key: "title", head: t("programme") },
            { key: "edition", head: t("edition"), label: t("edition") },
            { key: "approvedAt", head: t("approvedAt"), label: t("approvedAt"), number: true },
          ]}
          rows={programmes.map((programme) => ({
            key: programme.slug,
            cells: {
              title: (
                <a href={href(paths.programme(programme.slug))}>
                  <Words>{programme.title}</Words>
                </a>
              ),
              edition: (
                <a className="nowrap" href={href(paths.edition(programme.slug, programme.edition))}>
                  {t("openEdition", { number: programme.edition })}
                </a>
              ),
              approvedAt: formatDayOf(programme.approvedAt, timeZone, language),
            },
          }))}
        />
      )}
    </section>
  );
}
