import type { Resolution } from "../../../src/programme/contract.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { placeWords } from "../view/places.ts";
import { programmeWords } from "../words.ts";

/** Every act that the document names, each mention by itself: where two mentions differ, the findings say so. */
export function ResolutionTable({ resolutions }: { readonly resolutions: readonly Resolution[] }) {
  const t = useText(programmeWords);
  const language = useLanguage();
  return (
    <FigureTable
      name={t("resolutions")}
      columns={[
        { key: "kind", head: t("resolutionKind") },
        { key: "date", head: t("resolutionDate"), label: t("resolutionDate") },
        { key: "number", head: t("number"), label: t("number") },
        { key: "role", head: t("resolutionRole"), label: t("resolutionRole") },
        { key: "place", head: t("resolutionPlace"), label: t("resolutionPlace") },
      ]}
      rows={resolutions.map((resolution, index) => ({
        key: String(index),
        cells: {
          kind: (
            <Words>{capitalise([resolution.kind, resolution.issuer].filter((text) => text !== null).join(" "))}</Words>
          ),
          date: resolution.date ? formatDate(resolution.date, language) : <span className="soft">{t("noDate")}</span>,
          number: resolution.number ? (
            <span className="nowrap">{t("actNumber", { number: resolution.number })}</span>
          ) : (
            <span className="soft">{t("noNumber")}</span>
          ),
          role: t(resolution.role === "other" ? "role_mentioned" : `role_${resolution.role}`),
          place: <span className="soft">{placeWords(resolution.printed.place, t)}</span>,
        },
      }))}
    />
  );
}
