import type { Line, Sign } from "./marks.ts";

/** Signs stand on one line where their baselines differ by less than this share of their size. */
const SAME_LINE = 0.45;
/** A gap wider than this share of the size is a space that nobody printed. */
const WORD_GAP = 0.22;

/** The lines of some signs, from top to bottom, each from left to right. A small sign above or below, such as a footnote's number, joins the line that it stands at. */
export function readLines(signs: readonly Sign[]): readonly Line[] {
  const rows: Sign[][] = [];
  for (const sign of [...signs].sort((one, other) => one.baseline - other.baseline || one.left - other.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && sign.baseline - first.baseline < Math.max(first.size, sign.size) * SAME_LINE) row.push(sign);
    else rows.push([sign]);
  }
  return rows.map(readLine).filter(({ text }) => text !== "");
}

function readLine(row: readonly Sign[]): Line {
  const signs = [...row].sort((one, other) => one.left - other.left);
  let text = "";
  let right = Number.NEGATIVE_INFINITY;
  for (const sign of signs) {
    const isGap = text !== "" && sign.left - right > sign.size * WORD_GAP;
    if (isGap && !/\s$/.test(text) && sign.text.trim() !== "") text += " ";
    text += sign.text;
    right = Math.max(right, sign.right);
  }
  const printed = signs.filter((sign) => sign.text.trim() !== "");
  const shown = printed.length > 0 ? printed : signs;
  return {
    text: text
      .replace(/[\u00ad\u200b\ufeff]/g, "")
      .replace(/\s+/g, " ")
      .trim(),
    endsOpen: /\s$/.test(text),
    left: Math.min(...shown.map(({ left }) => left)),
    right: Math.max(...shown.map((sign) => sign.right)),
    top: Math.min(...shown.map(({ top }) => top)),
    bottom: Math.max(...shown.map(({ bottom }) => bottom)),
    baseline: shown[0]?.baseline ?? 0,
    size: Math.max(...shown.map(({ size }) => size)),
  };
}
