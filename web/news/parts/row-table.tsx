import type { PublicationRow } from "../../../src/news/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { newsWords } from "../words.ts";
import { StateMark } from "./state-mark.tsx";

/** Publications, a row each, which opens the publication. */
export function RowTable({ rows }: { readonly rows: readonly PublicationRow[] }) {
  const t = useText(newsWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <div className="first-wide">
      <FigureTable
        name={t("publications")}
        columns={[
          { key: "title", head: t("title") },
          { key: "outlet", head: t("outlet"), label: t("outlet") },
          { key: "day", head: t("publishedOn"), label: t("publishedOn") },
          { key: "state", head: t("state"), label: t("state") },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: {
            title: (
              <div>
                <a href={href(paths.newsroomItem(row.id))}>
                  <Words>{row.title}</Words>
                </a>
                <span className="note place">
                  {t(`kind-${row.kind}`)}
                  {row.associations.length > 0 && `, ${row.associations.map(({ name }) => name).join(", ")}`}
                </span>
              </div>
            ),
            outlet: row.outlet ? <Words>{row.outlet.name}</Words> : t("ownPage"),
            day: row.publishedOn && formatDate(row.publishedOn, language),
            state: <StateMark state={row.state} />,
          },
        }))}
      />
    </div>
  );
}
