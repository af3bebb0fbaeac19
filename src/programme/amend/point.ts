import type { PaperBlock, PaperParagraph } from "../../office/paper.ts";
import { isQuotable, POINT_LETTERS, quote } from "./wording.ts";

/** One sentence of a point, with what it prints anew. */
export interface PointLine {
  readonly words: string;
  readonly payload: readonly PaperBlock[];
}

/** A numbered point of the act. `lead` is the place that its lines share («в паспорте Программы в строке «…»»), empty where each names its own. */
export interface Point {
  readonly lead: string;
  readonly lines: readonly PointLine[];
}

export function sentence(words: string, payload: readonly PaperBlock[] = []): PointLine {
  return { words, payload };
}

/** «… изложить в следующей редакции: «…»»; a text whose own quotation marks do not pair stands in a paragraph of its own. */
export function printAnew(words: string, text: string): PointLine {
  return isQuotable(text) ? sentence(`${words}: ${quote(text)}`) : sentence(words, quoteParagraphs([text]));
}

/** The points as paragraphs: «1.1. В паспорте…:», «а) …;», the last one ended by a full stop. */
export function writePoints(points: readonly Point[]): readonly PaperBlock[] {
  const flat = points.flatMap((point) =>
    point.lead === "" ? point.lines.map((line) => ({ lead: "", lines: [line] })) : [point],
  );
  return flat.flatMap((point, at) => writePoint(point, `1.${at + 1}`, at === flat.length - 1));
}

function writePoint(point: Point, number: string, last: boolean): PaperBlock[] {
  const [first] = point.lines;
  if (point.lines.length === 1 && first) {
    const words = point.lead ? `${point.lead} ${first.words}` : first.words;
    return writeLine(`${number}. ${capitalise(words)}`, first.payload, last ? "." : ";");
  }
  const lettered = point.lines.length <= POINT_LETTERS.length;
  const lines = point.lines.flatMap((line, at) => {
    const mark = lettered ? `${POINT_LETTERS[at]})` : `${number}.${at + 1}.`;
    const words = lettered ? line.words : capitalise(line.words);
    return writeLine(`${mark} ${words}`, line.payload, last && at === point.lines.length - 1 ? "." : ";");
  });
  return [body(`${number}. ${capitalise(point.lead)}:`), ...lines];
}

function writeLine(words: string, payload: readonly PaperBlock[], end: string): PaperBlock[] {
  if (payload.length === 0) return [body(words + end)];
  return [body(`${words}:`), ...closePayload(payload, end)];
}

/** The quotation marks stand inside the payload; only the sentence's end is added behind the last. */
function closePayload(payload: readonly PaperBlock[], end: string): PaperBlock[] {
  const last = payload.at(-1);
  if (!last) return [];
  return [...payload.slice(0, -1), appendToBlock(last, end)];
}

/** The block with a text put before its first words or after its last. */
export function appendToBlock(block: PaperBlock, text: string): PaperBlock {
  if (block.kind === "paragraph") return { ...block, text: block.text + text };
  const rows = block.rows.map((row, at) => {
    if (at < block.rows.length - 1) return row;
    const cells = row.cells.map((cell, column) =>
      column === row.cells.length - 1 ? { ...cell, text: cell.text + text } : cell,
    );
    return { ...row, cells };
  });
  return { ...block, rows };
}

/** Paragraphs in guillemets: «II. …» */
export function quoteParagraphs(texts: readonly string[]): PaperBlock[] {
  return texts.map((text, at) => body(`${at === 0 ? "«" : ""}${text}${at === texts.length - 1 ? "»" : ""}`));
}

export function body(text: string): PaperParagraph {
  return { kind: "paragraph", text, style: "body" };
}

export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
