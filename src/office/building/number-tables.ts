import type { Block, Table } from "../tree.ts";

/** Gives tables their numbers in reading order: a table before those nested in it. Returns the last number given. */
export function numberTables(blocks: readonly Block[], before = 0): number {
  let number = before;
  for (const block of blocks) {
    if (block.kind === "paragraph") continue;
    number++;
    (block as { -readonly [Key in keyof Table]: Table[Key] }).number = number;
    for (const row of block.rows) for (const cell of row.cells) number = numberTables(cell.blocks, number);
  }
  return number;
}
