import type { BodyRow } from "../../../../src/registry/body/views.ts";
import { useHref } from "../../../app/link.ts";
import { formatDate } from "../../../ui/dates.ts";
import { FigureTable } from "../../../ui/figure-table.tsx";
import { formatCount } from "../../../ui/format.ts";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import { Words } from "../../../ui/words.tsx";
import { bodyWords } from "../words.ts";
import { Warnings } from "./warnings.tsx";

interface Props {
  readonly rows: readonly BodyRow[];
  readonly pathOf: (id: string) => string;
  readonly showsWarnings: boolean;
}

/** Bodies, a row each, which opens the body. */
export function BodyTable({ rows, pathOf, showsWarnings }: Props) {
  const t = useText(bodyWords);
  const href = useHref();
  const language = useLanguage();
  const number = (key: "seats" | "held" | "others" | "vacant") => ({ key, head: t(key), label: t(key), number: true });
  return (
    <div className="first-wide">
      <FigureTable
        name={t("bodies")}
        columns={[
          { key: "body", head: t("body") },
          number("seats"),
          number("held"),
          number("others"),
          number("vacant"),
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: {
            body: (
              <div>
                <a href={href(pathOf(row.id))}>
                  <Words>{row.name}</Words>
                </a>
                <span className="note place">
                  {t(`kind-${row.kind}`)}, {row.authority}
                  {row.until && `, ${t("ended", { day: formatDate(row.until, language) })}`}
                </span>
                {showsWarnings && <Warnings warnings={row.warnings} />}
              </div>
            ),
            seats: formatCount(row.seats, language),
            held: formatCount(row.heldByAssociations, language),
            others: formatCount(row.heldByOthers, language),
            vacant: formatCount(Math.max(0, row.seats - row.heldByAssociations - row.heldByOthers), language),
          },
        }))}
      />
    </div>
  );
}
