import type { EventRowView } from "../../../src/event/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { eventWords } from "../words.ts";
import { kindName, organiserName, STATE_MARKS, sayWhen } from "./names.ts";

/** Events, a row each; a row opens its event, inside or as everybody sees it. */
export function EventRows({
  rows,
  inside = false,
}: {
  readonly rows: readonly EventRowView[];
  readonly inside?: boolean;
}) {
  const t = useText(eventWords);
  const href = useHref();
  const language = useLanguage();
  if (rows.length === 0) return null;
  const leads = (row: EventRowView) => href(inside ? paths.deskEvent(row.id) : paths.event(row.id));
  return (
    <FigureTable
      name={t("events")}
      columns={[
        { key: "what", head: t("what") },
        { key: "when", head: t("when"), label: t("when") },
        { key: "where", head: t("where"), label: t("where") },
        { key: "who", head: t("who"), label: t("who") },
        { key: "state", head: t("state"), label: t("state") },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          what: (
            <div>
              <a href={leads(row)}>
                <Words>{row.title}</Words>
              </a>
              <span className="note place">
                {kindName(row, language)}
                {inside && ` · № ${row.number}`}
              </span>
            </div>
          ),
          when: <time dateTime={row.date}>{sayWhen(row, language)}</time>,
          where: <Places places={row.places} />,
          who: organiserName(row, language),
          state: <Mark kind={STATE_MARKS[row.state]}>{t(`state_${row.state}`)}</Mark>,
        },
      }))}
    />
  );
}

function Places({ places }: { readonly places: readonly string[] }) {
  const [first, ...others] = places;
  if (first === undefined) return "—";
  return (
    <div>
      <Words>{first}</Words>
      {others.length > 0 && <span className="note place">+{others.length}</span>}
    </div>
  );
}
