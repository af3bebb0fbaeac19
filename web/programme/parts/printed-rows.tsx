import type { FigureRow } from "../../../src/programme/contract.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { placeWords } from "../view/places.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly rows: readonly { readonly row: FigureRow; readonly repeated: boolean }[];
  readonly years: readonly number[];
}

/** Rows of figures exactly as the document prints them, slips included, each with its place. */
export function PrintedRows({ rows, years }: Props) {
  const t = useText(programmeWords);
  const keys = [...years.map(String), "total"].filter((key) => rows.some(({ row }) => row.values[key]));
  const headOf = (key: string) => (key === "total" ? t("total") : key);
  return (
    <FigureTable
      name={t("printedRows")}
      columns={[
        { key: "name", head: t("line") },
        ...keys.map((key) => ({ key, head: headOf(key), label: headOf(key), number: true })),
      ]}
      rows={rows.map(({ row, repeated }, index) => ({
        key: `${row.kind}-${index}`,
        cells: {
          name: (
            <>
              <Words>
                {[row.label.text, row.unit?.text]
                  .flatMap((text) => (text ? oneLine(text).replace(/[,:;]$/, "") : []))
                  .join(", ")}
              </Words>
              {repeated && <span className="warning"> {t("rowRepeated")}</span>}
              <span className="note place">{placeWords({ ...row.label.place, column: null }, t)}</span>
            </>
          ),
          ...Object.fromEntries(keys.map((key) => [key, row.values[key]?.printed ?? ""])),
        },
      }))}
    />
  );
}
