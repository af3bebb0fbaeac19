import type { RegisterRow } from "../../../src/registry/list/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { registryWords } from "../words.ts";
import { StateMark } from "./state-mark.tsx";
import { FirstWarning } from "./warning-list.tsx";

/** Associations for those who keep them: what is to be mended beside each. */
export function RegisterTable({ rows }: { readonly rows: readonly RegisterRow[] }) {
  const t = useText(registryWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <FigureTable
      name={t("register")}
      columns={[
        { key: "name", head: t("name") },
        { key: "settlement", head: t("settlement"), label: t("settlement") },
        { key: "state", head: t("state"), label: t("state") },
        { key: "chair", head: t("chair"), label: t("chair") },
        { key: "warnings", head: t("warnings"), label: t("warnings") },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          name: (
            <>
              <a href={href(paths.associationCard(row.id))}>
                <Words>{row.name}</Words>
              </a>
              <span className="note place">№ {row.number}</span>
            </>
          ),
          settlement: <Words>{row.settlement}</Words>,
          state: <StateMark state={row.state} />,
          chair: (
            <span>
              {row.chair ? <Words>{row.chair}</Words> : t("none")}
              {row.chairUntil && (
                <span className="note place">{t("until", { date: formatDate(row.chairUntil, language) })}</span>
              )}
            </span>
          ),
          warnings: <span>{row.warnings.length > 0 ? <FirstWarning warnings={row.warnings} /> : t("none")}</span>,
        },
      }))}
    />
  );
}
