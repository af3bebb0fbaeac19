import { findHeads as findHeadsOf, type Grid, type Heads as HeadsOf } from "../../office/grid/heads.ts";
import { foldText } from "../../office/grid/words.ts";
import { FIELDS, type Field, type FieldKey } from "../record/fields.data.ts";
import type { ColumnMeaning } from "./views.ts";

export const NUMBER_HEAD = "№ в реестре";
const NUMBER_HEADS = [NUMBER_HEAD, "номер в реестре", "реестровый номер", "номер записи", "номер реестровой записи"];

type Meaning = Exclude<ColumnMeaning, "none">;

const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ...(FIELDS as readonly Field[]).flatMap(({ key, ru, en, heads }) =>
    [ru, en, ...heads].map((head) => [foldText(head), key as FieldKey] as const),
  ),
  ...NUMBER_HEADS.map((head) => [foldText(head), "number"] as const),
]);

export type Heads = HeadsOf<Meaning>;

/** Finds the head of a table of associations. Null where no column holds a name or a number. */
export function findHeads(grid: Grid, said: Readonly<Record<number, ColumnMeaning>>): Heads | null {
  return findHeadsOf(grid, { meanings: MEANINGS, anchors: ["name", "number"], said });
}
