import type { ReactNode } from "react";
import type { SeatView } from "../../../../src/registry/body/views.ts";
import { formatDate } from "../../../ui/dates.ts";
import { FigureTable } from "../../../ui/figure-table.tsx";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import { Words } from "../../../ui/words.tsx";
import { bodyWords } from "../words.ts";

interface Props {
  readonly holdings: readonly SeatView[];
  /** What can be done about one. */
  readonly after?: (seat: SeatView) => ReactNode;
}

/** Who held and holds the seats. */
export function SeatsTable({ holdings, after }: Props) {
  const t = useText(bodyWords);
  const language = useLanguage();
  if (holdings.length === 0) return <p className="soft measure">{t("holdingsNone")}</p>;
  const day = (date: string) => formatDate(date, language);
  return (
    <FigureTable
      name={t("holdings")}
      columns={[
        { key: "seat", head: t("seat") },
        { key: "holder", head: t("holder"), label: t("holder") },
        { key: "term", head: t("term"), label: t("term") },
        { key: "basis", head: t("basis"), label: t("basis") },
      ]}
      rows={holdings.map((held) => ({
        key: held.id,
        cells: {
          seat: `№\u00a0${held.seat}`,
          holder: (
            <div>
              {held.association ? <Words>{held.association.name}</Words> : t("holderOther")}
              {held.holderName && (
                <span className="place" lang="ru">
                  {held.holderName}
                </span>
              )}
            </div>
          ),
          term: (
            <div>
              {held.until
                ? t("termClosed", { since: day(held.since), until: day(held.until) })
                : t("termOpen", { since: day(held.since) })}
              {!held.isCurrent && <span className="note place">{t("past")}</span>}
            </div>
          ),
          basis: (
            <div>
              <Words>{held.basis}</Words>
              {held.endedBasis && <span className="note place">{held.endedBasis}</span>}
              {after?.(held)}
            </div>
          ),
        },
      }))}
    />
  );
}
