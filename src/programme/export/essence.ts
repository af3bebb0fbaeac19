import type { FigureRow, Programme, Words } from "../contract.ts";
import { oneLine } from "../language/words.ts";
import { rowLabel } from "./labels.ts";
import { linesAfter, usualLines } from "./part-lines.ts";

/**
 * What a programme says, in a form that two readings of it share: `essenceOf(read(written(p)))` equals `essenceOf(p)`.
 * It leaves out what is a matter of print alone:
 * - places in the file, and the heads of tables (their meaning stands in the keys, notes and weights below them);
 * - white space: breaks and runs of spaces are one space;
 * - a figure whose cell is empty, which says the same as no cell;
 * - words for the name of a row that do not name its kind (`rowLabel`), and the words above a table that any
 *   programme has there (`usualLines`);
 * - to which of two neighbouring annexes a line between their tables belongs, and captions between the tables of one
 *   annex, which is printed as one table (`linesAfter`);
 * - the order of notes and further figures of one line under different heads.
 * Printed figures, values, units, labels, texts, orders, numbers and repeated rows all stay.
 */
export function essenceOf(programme: Programme): unknown {
  const { heads: _, ...said } = programme;
  return essenceOfNode({ ...said, partTexts: essenceOfPartTexts(programme) });
}

/** All lines around the passport, and all around the annexes, in the order of the document. */
function essenceOfPartTexts(programme: Programme): unknown {
  const lines = programme.partTexts.map((texts) => {
    const before = plainLines(texts.before).join("\n");
    const usual = usualLines(texts.part, programme).join("\n");
    const own = before.endsWith(usual) ? before.slice(0, -usual.length) : before;
    return { part: texts.part, lines: [...own.split("\n").filter(Boolean), ...plainLines(linesAfter(texts))] };
  });
  const [passport, annexes] = [true, false].map((wanted) =>
    lines.filter(({ part }) => (part === "passport") === wanted).flatMap((one) => one.lines),
  );
  return { passport, annexes };
}

function plainLines(lines: readonly Words[]): string[] {
  return lines.map(({ text }) => oneLine(text)).filter(Boolean);
}

function essenceOfNode(node: unknown): unknown {
  if (typeof node === "string") return oneLine(node);
  if (Array.isArray(node)) return sortByHeading(node.map(essenceOfNode));
  if (typeof node !== "object" || node === null) return node;
  if (isFigureRow(node)) return essenceOfRow(node);
  const entries = Object.entries(node).filter(([key]) => key !== "place");
  return Object.fromEntries(entries.map(([key, value]) => [key, essenceOfNode(value)]));
}

function isFigureRow(node: object): node is FigureRow {
  return "kind" in node && "label" in node && "values" in node;
}

function essenceOfRow(row: FigureRow): unknown {
  const figures = Object.entries(row.values).filter(
    ([, { value, printed }]) => value !== null || oneLine(printed) !== "",
  );
  const label = row.kind === "target" ? oneLine(row.label.text) : rowLabel(row);
  const values = Object.fromEntries(
    figures.map(([key, { value, printed }]) => [key, { value, printed: oneLine(printed) }]),
  );
  return { kind: row.kind, label, unit: row.unit ? oneLine(row.unit.text) : null, values };
}

function sortByHeading(list: unknown[]): unknown[] {
  const headed = list.every(
    (one): one is { heading: string } => typeof (one as { heading?: unknown })?.heading === "string",
  );
  return headed ? list.toSorted((a, b) => a.heading.localeCompare(b.heading)) : list;
}
