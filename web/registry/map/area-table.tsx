import type { MapRow } from "../../../src/registry/boundary/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { type Language, useLanguage } from "../../ui/language.ts";
import { formatHectares } from "../../ui/map/hectares.ts";
import { useText } from "../../ui/text.ts";
import { mapWords } from "./words.ts";

/** Above this many a table of cards would weigh more than the map: the list is shown by settlement. */
const MOST_ROWS = 200;

/** What the map shows, as a table; of a region, a line for each settlement that leads to its own map. */
export function AreaTable({ rows }: { readonly rows: readonly MapRow[] }) {
  const t = useText(mapWords);
  const href = useHref();
  const language = useLanguage();
  const isLong = rows.length > MOST_ROWS;
  const total = sumUp(rows);
  return (
    <section className="part">
      <h2>{t("list")}</h2>
      <FigureTable
        name={t("list")}
        columns={[
          { key: "name", head: isLong ? t("settlement") : t("association") },
          {
            key: "place",
            head: isLong ? t("association") : t("settlement"),
            label: isLong ? t("association") : t("settlement"),
            number: isLong,
          },
          { key: "area", head: t("area"), label: t("area"), number: true },
        ]}
        rows={[
          ...(isLong
            ? listSettlements(rows, { href, language })
            : listAssociations(rows, { href, language, none: t("noBoundary") })),
          {
            key: "total",
            total: true,
            cells: { name: t("total"), place: rows.length, area: formatHectares(total, language) },
          },
        ]}
      />
    </section>
  );
}

interface Said {
  readonly href: (path: string) => string;
  readonly language: Language;
}

function listAssociations(
  rows: readonly MapRow[],
  { href, language, none }: Said & { readonly none: string },
): readonly Row[] {
  return rows.map(({ id, number, name, settlement, settlementId, squareMetres }) => ({
    key: id,
    cells: {
      name: <a href={href(paths.association(number))}>{name}</a>,
      place: <a href={href(paths.settlementMap(settlementId))}>{settlement}</a>,
      area: squareMetres === null ? none : formatHectares(squareMetres, language),
    },
  }));
}

function listSettlements(rows: readonly MapRow[], { href, language }: Said): readonly Row[] {
  const groups = Map.groupBy(rows, ({ settlementId }) => settlementId);
  return [...groups].map(([id, own]) => ({
    key: id,
    cells: {
      name: <a href={href(paths.settlementMap(id))}>{own[0]?.settlement}</a>,
      place: own.length,
      area: formatHectares(sumUp(own), language),
    },
  }));
}

function sumUp(rows: readonly MapRow[]): number {
  return rows.reduce((sum, { squareMetres }) => sum + (squareMetres ?? 0), 0);
}
