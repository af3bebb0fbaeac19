import type { FigureKind, FigureRow, Programme } from "../contract.ts";
import { readRowKind } from "../language/vocabulary.ts";
import { oneLine } from "../language/words.ts";

const STANDARD: Readonly<Record<FigureKind, string>> = {
  quantity: "Количество",
  unitCost: "Стоимость единицы",
  cost: "Сумма затрат, в том числе:",
  federal: "федеральный бюджет",
  regional: "областной бюджет",
  local: "местный бюджет",
  settlement: "бюджеты поселений",
  extrabudgetary: "внебюджетные источники",
  target: "Значение",
  weight: "Вес",
};

/**
 * What names a row of figures in print. A label that says what its row counts is printed as read; where the document
 * said that elsewhere, in the head of a column or in a line of a cell, the row gets the usual name of its kind.
 */
export function rowLabel({ kind, label }: FigureRow): string {
  const text = oneLine(label.text);
  return saysKind(text, kind) ? text : STANDARD[kind];
}

/** «Бюджет поселения» names the local budget of a programme that has no other municipal one. */
export function saysKind(text: string, kind: FigureKind): boolean {
  const said = readRowKind(text);
  return said === kind || (kind === "local" && said === "settlement");
}

/** Every row of money and quantities of an activity, in the order in which it is printed: the quantity opens the block, without one the sum does. */
export function activityRows(activity: Programme["activities"][number]): FigureRow[] {
  const { quantity, unitCost, cost, sources, repeated } = activity;
  const opening = quantity ? [quantity, unitCost, cost] : [cost, unitCost];
  return [...opening, ...sources, ...repeated].flatMap((row) => row ?? []);
}
