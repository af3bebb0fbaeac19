import type { ListPage, ListRow } from "../../../src/registry/list/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { registryWords } from "../words.ts";
import { StateMark } from "./state-mark.tsx";
import { choiceName } from "./value.tsx";

interface Props {
  readonly page: ListPage;
  /** Left out where all rows are of one settlement. */
  readonly withSettlement?: boolean;
}

/** Associations as anybody sees them, a row each, with the sum of residents. */
export function ListTable({ page, withSettlement = true }: Props) {
  const t = useText(registryWords);
  const href = useHref();
  const language = useLanguage();
  const row = (association: ListRow) => ({
    key: association.id,
    cells: {
      name: (
        <a href={href(paths.association(association.number))}>
          <Words>{association.name}</Words>
        </a>
      ),
      settlement: (
        <a href={href(paths.settlement(association.settlementId))}>
          <Words>{association.settlement}</Words>
        </a>
      ),
      kind: association.kind ? choiceName(association.kind, language) : t("none"),
      state: <StateMark state={association.state} />,
      people: association.people === null ? t("none") : formatCount(association.people, language),
    },
  });
  const total = {
    key: "total",
    total: true,
    cells: { name: `${t("total")}: ${formatCount(page.count, language)}`, people: formatCount(page.people, language) },
  };
  return (
    <FigureTable
      name={t("associations")}
      columns={[
        { key: "name", head: t("name") },
        ...(withSettlement ? [{ key: "settlement", head: t("settlement"), label: t("settlement") }] : []),
        { key: "kind", head: t("kind"), label: t("kind") },
        { key: "state", head: t("state"), label: t("state") },
        { key: "people", head: t("people"), label: t("people"), number: true },
      ]}
      rows={[...page.rows.map(row), ...(page.page === page.pages ? [total] : [])]}
    />
  );
}
