import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { programmeWords } from "../words.ts";
import { Marks } from "./marks.tsx";
import type { PreviewBlock, PreviewCell, PreviewRow } from "./model.ts";

/** Rows of figures as printed. The row's number stands before it and the column's under its head, so each figure shows its cell. */
export function PreviewRows({ block }: { readonly block: PreviewBlock }) {
  const t = useText(programmeWords);
  const [first] = block.rows;
  const headOf = (key: string) => (key === "total" ? t("total") : key === "weight" ? t("weightColumn") : key);
  const columnOf = (key: string) => first?.cells.find((cell) => cell.key === key)?.column ?? null;
  return (
    <table className="printed-rows">
      <caption className="note">{first?.table != null && t("table", { number: first.table })}</caption>
      <thead>
        <tr>
          <th scope="col" className="row-number">
            {t("rowShort")}
          </th>
          <th scope="col">{t("asPrinted")}</th>
          {block.columns.map((key) => (
            <th key={key} scope="col" className="number">
              {headOf(key)}
              {columnOf(key) !== null && <small>{t("columnShort", { number: columnOf(key) ?? "" })}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row) => (
          <Row key={row.key} row={row} table={first?.table ?? null} headOf={headOf} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: PreviewRow;
  readonly table: number | null;
  readonly headOf: (key: string) => string;
}

function Row({ row, table, headOf }: RowProps) {
  const t = useText(programmeWords);
  const names = [row.total && "sum", row.repeated && "again"].filter(Boolean).join(" ");
  // A block may run on into the next table: its rows then say which.
  const number = row.table === table ? row.row : `${row.table}: ${row.row}`;
  return (
    <tr className={names || undefined}>
      <td className="row-number">{number}</td>
      <th scope="row">
        <Words>{row.label}</Words> <Marks marks={row.marks} />
        {row.repeated && <span className="warning"> {t("rowRepeated")}</span>}
      </th>
      {row.cells.map((cell) => (
        <Cell key={cell.key} cell={cell} label={headOf(cell.key)} />
      ))}
    </tr>
  );
}

function Cell({ cell, label }: { readonly cell: PreviewCell; readonly label: string }) {
  const t = useText(programmeWords);
  const worst = cell.marks.find((mark) => mark.severity !== "note") ?? cell.marks[0];
  const place = [
    cell.table === null ? null : t("table", { number: cell.table }),
    cell.row === null ? null : t("row", { number: cell.row }),
    cell.column === null ? null : t("column", { number: cell.column }),
  ].filter((step) => step !== null);
  return (
    <td className="number" data-label={label} title={place.join(", ").replaceAll("\u00a0", " ") || undefined}>
      <span>
        <Marks marks={cell.marks} />
        <span className={worst && `marked is-${worst.severity}`}>{cell.printed}</span>
        {!cell.read && <span className="error"> {t("unknownValue")}</span>}
      </span>
    </td>
  );
}
