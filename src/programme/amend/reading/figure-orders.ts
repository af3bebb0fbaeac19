import { type Block, cellText, type Table } from "../../../office/tree.ts";
import type { Programme } from "../../contract.ts";
import type { Address, Edit } from "../../draft/edit.ts";
import { isCounted } from "../../draft/values.ts";
import { readPrintedNumber } from "../../language/number.ts";
import { bareWords, oneLine } from "../../language/words.ts";
import type { AnnexPart, TotalAddress } from "../act.ts";
import { findOccurrences } from "../differences.ts";
import { applySpans } from "../spans.ts";
import { listUnits, readColumnKey, type Unit, type UnitField, type UnitRow } from "../units.ts";
import { type Atom, type Confidence, fail, type Outcome } from "./atoms.ts";
import { addLines } from "./line-orders.ts";
import type { Target } from "./locate.ts";
import type { Order } from "./operations.ts";
import type { PlacePhrase } from "./phrase.ts";
import { readTexts } from "./text-orders.ts";

/** A cell that an order may mean. */
interface Cell {
  readonly row: UnitRow;
  readonly key: string;
  readonly printed: string;
}

interface Said {
  readonly order: Order;
  readonly phrase: PlacePhrase;
  readonly payload: readonly Block[];
}

type AnnexTarget = Extract<Target, { of: "annex" | "unit" }>;

/** An order about the tables of the annexes. */
export function resolveFigureOrder(programme: Programme, target: AnnexTarget, said: Said): Outcome {
  const { order, phrase } = said;
  if (order.do === "add") return addLines(programme, target, said);
  const field = target.of === "unit" ? findField(target.unit, phrase) : null;
  if (field) return changeField(field, said);
  if (order.do === "replace" || order.do === "append") return replaceFigure(programme, target, said);
  if (target.of === "annex") return fail("not-understood", order.do);
  if (order.do === "strike") return strikeLine(target.unit);
  return order.do === "restate" ? restateRows(programme, target, said) : fail("not-understood", order.do);
}

function findField(unit: Unit, phrase: PlacePhrase): UnitField | null {
  if (phrase.column === null || readColumnKey(phrase.column, []) !== null) return null;
  return unit.fields.find((field) => bareWords(field.heading) === bareWords(phrase.column ?? "")) ?? null;
}

function changeField(field: UnitField, { order, payload }: Said): Outcome {
  const set = (text: string): Outcome => edits([{ do: "set", address: field.address, was: field.text, text }], "sure");
  const printed = order.do === "restate" ? (order.text ?? readTexts(payload).join(" ")) : "";
  if (order.do === "restate") return printed === "" ? fail("restated-unreadable", field.heading) : set(printed);
  if (order.do === "append" && order.behind === null)
    return set(field.text ? `${field.text} ${order.text}` : order.text);
  if (order.do !== "replace") return fail("not-understood", field.heading);
  if (oneLine(order.was) === oneLine(field.text)) return set(order.text);
  const hits = findOccurrences(field.text, order.was);
  const [hit] = hits;
  if (!hit) return fail("not-found", order.was, field.text);
  if (hits.length > 1 && order.occurrence === null) return fail("found-several", order.was, String(hits.length));
  const chosen = typeof order.occurrence === "number" ? hits.slice(order.occurrence - 1, order.occurrence) : hits;
  const text = applySpans(
    field.text,
    chosen.map(({ from, to }) => ({ from, to, text: order.text })),
  );
  return text === null ? fail("not-understood", order.was) : set(text);
}

function replaceFigure(programme: Programme, target: AnnexTarget, { order, phrase }: Said): Outcome {
  const cells = listCells(programme, target, phrase);
  if (order.do === "append") {
    const [cell] = cells;
    if (!cell || cells.length > 1) return fail(cell ? "place-several" : "place-unknown", order.text);
    return cell.printed === ""
      ? setFigure(programme, cell, { text: order.text, confidence: "sure" })
      : fail("not-found", "", cell.printed);
  }
  if (order.do !== "replace") return fail("not-understood", order.do);
  const hits = cells.filter((cell) => samePrint(cell.printed, order.was));
  const [hit] = hits;
  if (cells.length === 0) return fail("place-unknown", phrase.column ?? phrase.columnNumber ?? order.was);
  if (!hit) return fail("not-found", order.was, cells.length === 1 ? (cells[0]?.printed ?? null) : null);
  if (hits.length > 1) return fail("found-several", order.was, String(hits.length));
  return setFigure(programme, hit, { text: order.text, confidence: cells.length === 1 ? "sure" : "likely" });
}

function listCells(programme: Programme, target: AnnexTarget, phrase: PlacePhrase): readonly Cell[] {
  const units = target.of === "unit" ? [target.unit] : listUnits(programme).filter((unit) => unit.part === target.part);
  const part = target.of === "unit" ? target.unit.part : target.part;
  const key =
    phrase.column !== null ? readColumnKey(phrase.column, []) : readNumberedKey(programme, part, phrase.columnNumber);
  if ((phrase.column !== null || phrase.columnNumber !== null) && key === null) return [];
  const rows = target.of === "unit" && target.row ? [target.row] : units.flatMap((unit) => unit.rows);
  return rows.flatMap((row) =>
    Object.entries(row.values).flatMap(([at, figure]) =>
      key === null || at === key ? [{ row, key: at, printed: figure.printed }] : [],
    ),
  );
}

/** «Графа 5»: the column under which the numbering row prints 5. */
function readNumberedKey(programme: Programme, part: AnnexPart, number: string | null): string | null {
  if (number === null) return null;
  const columns = programme.heads.filter((head) => head.part === part).flatMap((head) => head.columns);
  const text = columns
    .find((column) => column.numbered === number)
    ?.text.split(" / ")
    .at(-1);
  return text ? readColumnKey(text, []) : null;
}

function samePrint(printed: string, said: string): boolean {
  const [a, b] = [readPrintedNumber(printed), readPrintedNumber(said)];
  if (a.kind === "number" && b.kind === "number") return a.value === b.value;
  return a.kind === b.kind && bareWords(printed) === bareWords(said);
}

/** Totals are reckoned by a draft and not typed: what the act says of them stands beside the edits. */
function setFigure(programme: Programme, cell: Cell, now: { text: string; confidence: Confidence }): Outcome {
  const address = cell.row.addressOf(cell.key);
  if (isTotalAddress(programme, address)) {
    const replacement = { do: "total" as const, address, was: cell.printed, text: now.text };
    return [{ do: "replacement", replacement, confidence: now.confidence }];
  }
  return edits([{ do: "set", address, was: cell.printed, text: now.text }], now.confidence);
}

function isTotalAddress(programme: Programme, address: Address | TotalAddress): address is TotalAddress {
  if (address.of === "rollup" || address.of === "summary") return true;
  return address.of === "figure" && isCounted(programme, address);
}

function edits(list: readonly Edit[], confidence: Confidence): readonly Atom[] {
  return [{ do: "edits", edits: list, confidence }];
}

function strikeLine(unit: Unit): Outcome {
  if (unit.kind !== "activity" && unit.kind !== "indicator") return fail("not-understood", unit.name);
  const list = unit.kind === "activity" ? "activities" : "indicators";
  return edits([{ do: "remove", list, at: unit.at, name: unit.name }], "sure");
}

/** Rows printed anew: each is known by its words, its figures by the columns of the annex. */
function restateRows(programme: Programme, target: Extract<AnnexTarget, { of: "unit" }>, said: Said): Outcome {
  const key = said.phrase.column === null ? null : readColumnKey(said.phrase.column, []);
  if (said.order.do === "restate" && said.order.text !== null && key !== null) {
    const [cell] = listCells(programme, target, said.phrase);
    return cell
      ? setFigure(programme, cell, { text: said.order.text, confidence: "sure" })
      : fail("place-unknown", said.phrase.column ?? "");
  }
  const table = said.payload.find((block): block is Table => block.kind === "table");
  const head = programme.heads.find((one) => one.part === target.unit.part && one.columns.length === table?.columns);
  if (!table || !head) return fail("restated-unreadable", target.unit.name);
  const outcomes = target.unit.rows.map((row) => {
    const printed = table.rows.find((line) =>
      line.cells.some((cell) => namesRow(cellText(cell), row.label ?? target.unit.name)),
    );
    if (!printed) return [];
    return Object.entries(row.values).flatMap(([column, figure]) => {
      const at = head.columns.find((one) => readColumnKey(one.text.split(" / ").at(-1) ?? "", []) === column)?.column;
      const cell = printed.cells.find((one) => one.column === at);
      const text = cell ? oneLine(cellText(cell)).replace(/["”»](?:[;.,])*$/, "") : null;
      if (text === null || samePrint(figure.printed, text)) return [];
      return [setFigure(programme, { row, key: column, printed: figure.printed }, { text, confidence: "sure" })];
    });
  });
  const atoms = outcomes.flat().flatMap((outcome) => ("code" in outcome ? [] : [...outcome]));
  return atoms.length > 0 ? atoms : fail("restated-unreadable", target.unit.name);
}

function namesRow(text: string, name: string): boolean {
  const words = bareWords(text).replace(/^\d+(?: \d+)* /, "");
  return words !== "" && words === bareWords(name).replace(/^\d+(?: \d+)* /, "");
}
