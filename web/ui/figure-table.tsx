import type { ReactNode } from "react";

export interface Column {
  readonly key: string;
  readonly head: ReactNode;
  /** The cell's own label on a phone, where a row becomes a card. */
  readonly label?: string;
  readonly number?: boolean;
}

export interface Row {
  readonly key: string;
  readonly cells: Readonly<Record<string, ReactNode>>;
  readonly total?: boolean;
}

interface Props {
  readonly caption?: ReactNode;
  /** Names the table for those who do not see it, where no caption does. */
  readonly name?: string;
  /** The first column heads its rows. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** On a phone each row is a card: a changed `display` takes the roles away, so they are said again. */
const roles = Object.fromEntries(
  ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"].map((role) => [role, { role }]),
);

/** A table of figures. */
export function FigureTable({ caption, name, columns, rows }: Props) {
  return (
    <table className="cards" {...roles.table} aria-label={name}>
      {caption && <caption>{caption}</caption>}
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>
          {columns.map((column) => (
            <th key={column.key} scope="col" {...roles.columnheader} className={column.number ? "number" : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {rows.map((row) => (
          <tr key={row.key} {...roles.row} className={row.total ? "total" : undefined}>
            {columns.map((column, index) => renderCell(column, row, index === 0))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function renderCell(column: Column, row: Row, heads: boolean): ReactNode {
  const content = row.cells[column.key];
  if (heads) {
    return (
      <th key={column.key} scope="row" {...roles.rowheader}>
        {content}
      </th>
    );
  }
  return (
    <td key={column.key} {...roles.cell} data-label={column.label} className={column.number ? "number" : undefined}>
      {content}
    </td>
  );
}
