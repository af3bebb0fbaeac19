import type { Programme, Section } from "../contract.ts";
import { bareWords, oneLine } from "../language/words.ts";
import type { Technique } from "./act.ts";
import { alignItems } from "./align.ts";
import { type Point, type PointLine, printAnew, quoteParagraphs, sentence } from "./point.ts";
import { writeReplacements } from "./word-points.ts";
import { quote, writeOrdinal, writeOrdinalLocative } from "./wording.ts";

const MOST_SENTENCES = 6;

/** What changes in the sections of text. */
export function writeSectionPoints(was: Programme, became: Programme, chosen: Technique | null): readonly Point[] {
  const points: Point[] = [];
  let previous: Section | null = null;
  for (const pair of alignItems(was.sections.map(nameKey), became.sections.map(nameKey))) {
    const [old, now] = [was.sections[pair.was ?? -1] ?? null, became.sections[pair.became ?? -1] ?? null];
    if (old && now) points.push(...amendSection(old, now, chosen));
    else if (old) points.push(single(sentence(`${nameSection(old)} Программы исключить`)));
    else if (now)
      points.push(
        single(sentence(`Программу ${after(previous)}дополнить разделом следующего содержания`, printSection(now))),
      );
    if (old) previous = old;
  }
  return points;
}

function after(previous: Section | null): string {
  return previous ? `после ${nameSection(previous).replace(/^раздел/, "раздела")} ` : "";
}

function single(line: PointLine): Point {
  return { lead: "", lines: [line] };
}

function nameKey(section: Section): string {
  return section.number ?? bareWords(section.heading.text);
}

/** «раздел IV», or by its heading where it has no number. */
function nameSection(section: Section): string {
  return section.number ? `раздел ${section.number}` : `раздел ${quote(section.heading.text)}`;
}

function amendSection(old: Section, now: Section, chosen: Technique | null): Point[] {
  const sameHeading = oneLine(old.heading.text) === oneLine(now.heading.text) && old.number === now.number;
  const lines = sameHeading && chosen !== "restate" ? amendParagraphs(old, now) : null;
  const same = sameHeading && texts(old).join("\n") === texts(now).join("\n");
  if (same) return [];
  if (lines && (chosen === "replace" || lines.length <= MOST_SENTENCES))
    return [{ lead: `в ${nameSection(old).replace(/^раздел/, "разделе")} Программы`, lines }];
  return [single(sentence(`${nameSection(old)} Программы изложить в следующей редакции`, printSection(now)))];
}

function texts(section: Section): readonly string[] {
  return section.paragraphs.map(({ text }) => oneLine(text));
}

/** Sentences about single paragraphs, counted as they stood; null where nothing of the section stays. */
function amendParagraphs(old: Section, now: Section): readonly PointLine[] | null {
  if (old.paragraphs.length === 0) return null;
  const [before, became] = [texts(old), texts(now)];
  let last = 0;
  return alignItems(before, became).flatMap((pair) => {
    const [was, text] = [before[pair.was ?? -1], became[pair.became ?? -1]];
    if (pair.was !== null) last = pair.was + 1;
    if (was !== undefined && text !== undefined) return was === text ? [] : amendParagraph(last, was, text);
    if (was !== undefined) return [sentence(`абзац ${writeOrdinal(last)} исключить`)];
    const place = last === 0 ? "перед абзацем первым" : `после абзаца ${genitive(last)}`;
    return [printAnew(`${place} дополнить абзацем следующего содержания`, text ?? "")];
  });
}

function amendParagraph(number: number, was: string, became: string): PointLine[] {
  const words = writeReplacements(was, became);
  if (words) return words.map((one) => sentence(`в абзаце ${writeOrdinalLocative(number)} ${one}`));
  return [printAnew(`абзац ${writeOrdinal(number)} изложить в следующей редакции`, became)];
}

/** «второго», «третьего», «двадцать первого». */
function genitive(number: number): string {
  return writeOrdinalLocative(number)
    .replace(/третьем$/, "третьего")
    .replace(/ом$/, "ого");
}

function printSection(section: Section) {
  const heading = `${section.number ? `${section.number}. ` : ""}${section.heading.text}`;
  return quoteParagraphs([heading, ...texts(section)]);
}
