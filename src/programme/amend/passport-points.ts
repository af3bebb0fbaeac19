import type { PaperTable } from "../../office/paper.ts";
import type { Programme } from "../contract.ts";
import { bareWords, oneLine } from "../language/words.ts";
import type { PassportLine, Technique } from "./act.ts";
import { alignItems } from "./align.ts";
import { type Point, type PointLine, printAnew, sentence } from "./point.ts";
import { splitParagraphs } from "./spans.ts";
import { writeReplacements } from "./word-points.ts";
import { quote, writeOrdinal, writeOrdinalLocative } from "./wording.ts";

/** More sentences than this about one row, and it is printed anew. */
const MOST_SENTENCES = 6;

/** What changes in the passport, row by row. `chosen` null leaves each row to the rule. */
export function writePassportPoints(was: Programme, became: Programme, chosen: Technique | null): readonly Point[] {
  const [before, after] = [was.passport.rows, became.passport.rows];
  const labels = (rows: readonly PassportLine[]) => rows.map((row) => bareWords(row.label.text));
  const points: Point[] = [];
  let previous: string | null = null;
  for (const pair of alignItems(labels(before), labels(after))) {
    const [old, now] = [before[pair.was ?? -1] ?? null, after[pair.became ?? -1] ?? null];
    points.push(...writeRowPoint(old, now, { chosen, previous }));
    if (old) previous = old.label.text;
  }
  return points;
}

function writeRowPoint(
  old: PassportLine | null,
  now: PassportLine | null,
  by: { chosen: Technique | null; previous: string | null },
): Point[] {
  if (old && now && oneLine(old.text.text) === oneLine(now.text.text) && sameLabel(old, now)) return [];
  if (!now)
    return old ? [{ lead: "", lines: [sentence(`строку ${quote(old.label.text)} паспорта Программы исключить`)] }] : [];
  if (!old) {
    const place = by.previous ? ` после строки ${quote(by.previous)}` : "";
    const words = `паспорт Программы${place} дополнить строкой следующего содержания`;
    return [{ lead: "", lines: [sentence(words, [writeRowTable(now)])] }];
  }
  const lines = by.chosen === "restate" || !sameLabel(old, now) ? null : replaceInRow(old, now);
  if (lines && lines.length > 0 && (by.chosen === "replace" || lines.length <= MOST_SENTENCES))
    return [{ lead: `в паспорте Программы в строке ${quote(old.label.text)}`, lines }];
  const words = `строку ${quote(old.label.text)} паспорта Программы изложить в следующей редакции`;
  return [{ lead: "", lines: [sentence(words, [writeRowTable(now)])] }];
}

function sameLabel(old: PassportLine, now: PassportLine): boolean {
  return oneLine(old.label.text) === oneLine(now.label.text);
}

/** Sentences that change a row's paragraphs in place; null where paragraphs come or go. */
function replaceInRow(old: PassportLine, now: PassportLine): readonly PointLine[] | null {
  const [before, after] = [splitParagraphs(old.text.text), splitParagraphs(now.text.text)];
  if (before.length !== after.length) return null;
  const lines: PointLine[] = [];
  for (const [at, paragraph] of before.entries()) {
    const became = after[at]?.text ?? "";
    if (oneLine(paragraph.text) === oneLine(became)) continue;
    const words = writeReplacements(paragraph.text, became);
    if (!words && before.length === 1) return null;
    const place = before.length === 1 ? "" : `в абзаце ${writeOrdinalLocative(at + 1)} `;
    if (words) lines.push(...words.map((one) => sentence(place + one)));
    else lines.push(printAnew(`абзац ${writeOrdinal(at + 1)} изложить в следующей редакции`, oneLine(became)));
  }
  return lines;
}

/** A row of the passport as it is printed in an act: a table of one row in guillemets. */
function writeRowTable(row: PassportLine): PaperTable {
  const cells = [{ text: `«${row.label.text}` }, { text: `${row.text.text}»` }];
  return { kind: "table", columns: [1, 2], headRows: 0, rows: [{ cells }] };
}
