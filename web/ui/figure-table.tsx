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

/** A table of figures. On a phone each row is a card, so the roles are said again: a changed `display` takes them away. */
export function FigureTable({ caption, name, columns, rows }: Props) {
  return (
    <table className="cards" role="table" aria-label={name}>
      {caption && <caption>{caption}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" className={column.number ? "number" : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} role="row" className={row.total ? "total" : undefined}>
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
      <th key={column.key} scope="row" role="rowheader">
        {content}
      </th>
    );
  }
  return (
    <td key={column.key} role="cell" data-label={column.label} className={column.number ? "number" : undefined}>
      {content}
    </td>
  );
}
