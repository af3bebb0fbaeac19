import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block, Cell, DocumentTree, Table } from "../office/tree.ts";
import type { Figure, FigureRow, Programme } from "./contract.ts";

/** The example programme and, where it is there, the adopted original: each as a Word file and as text. */
export const EXAMPLE = join(import.meta.dirname, "../../examples/ordynsky-2024-2026");
const ORIGINAL = join(import.meta.dirname, "../../../shared/documents");

export const DOCUMENTS: readonly { readonly name: string; readonly path: string; readonly figures: string }[] = [
  { name: "example", folder: EXAMPLE },
  { name: "adopted", folder: ORIGINAL },
]
  .filter(({ folder }) => existsSync(folder))
  .flatMap(({ name, folder }) =>
    ["docx", "txt"].map((ending) => ({
      name: `${name} .${ending}`,
      path: join(folder, `ordynsky-2024-2026.${ending}`),
      figures: join(folder, "ordynsky-2024-2026.figures.json"),
    })),
  );

export function readExampleTree(): DocumentTree {
  return JSON.parse(readFileSync(join(EXAMPLE, "document.json"), "utf8")) as DocumentTree;
}

/** Every figure of the parts whose arithmetic must hold, in reading order, with the row that holds it. */
export function listFigures(programme: Programme): { row: FigureRow; key: string; figure: Figure }[] {
  const rows = [
    ...programme.passport.finance,
    ...programme.activities.flatMap((activity) => [
      activity.quantity,
      activity.unitCost,
      activity.cost,
      ...activity.sources,
      ...activity.repeated,
    ]),
    ...programme.rollups.flatMap((rollup) => rollup.rows),
    ...programme.summary,
  ].flatMap((row) => row ?? []);
  return rows.flatMap((row) => Object.entries(row.values).map(([key, figure]) => ({ row, key, figure })));
}

/** The tree with the text of one cell replaced; tables are found by their number, nested ones too. */
export function replaceCell(
  tree: DocumentTree,
  at: { table: number; row: number; column: number },
  replace: (text: string) => string,
): DocumentTree {
  return { ...tree, blocks: tree.blocks.map((block) => replaceInBlock(block, at, replace)) };
}

function replaceInBlock(
  block: Block,
  at: { table: number; row: number; column: number },
  replace: (text: string) => string,
): Block {
  if (block.kind === "paragraph") return block;
  const here = block.number === at.table;
  const change = (cell: Cell): Cell => {
    const hit = here && cell.row === at.row && cell.column === at.column;
    const blocks = cell.blocks.map((inner) =>
      hit && inner.kind === "paragraph" ? { ...inner, text: replace(inner.text) } : replaceInBlock(inner, at, replace),
    );
    return { ...cell, blocks };
  };
  const table: Table = { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(change) })) };
  return table;
}
