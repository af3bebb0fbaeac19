import type { PaperParagraph } from "../../office/paper.ts";
import type { PartText, Programme, Words } from "../contract.ts";
import { readHeadingKind } from "../import/index.ts";
import { normaliseWords, oneLine } from "../language/words.ts";

const APPROVED = /^утвержден/;
const ANNEX = /^приложение(?:[\s№\d]|$)/;
/** A grif that goes on longer than this is none. */
const LONGEST = 8;

/** Lines above a table or on the title page, each in its look: «УТВЕРЖДЕНО …» and «Приложение № 1 к …» in the right half, names in the middle. */
export function styleLines(lines: readonly Words[]): PaperParagraph[] {
  let end = 0;
  return lines.flatMap(({ text }, at) => {
    if (oneLine(text) === "") return [];
    if (at >= end) end = at + letterheadLength(lines.slice(at).map((line) => oneLine(line.text)));
    const style = at < end ? "letterhead" : "title";
    return [{ kind: "paragraph", text: text.trim(), style }];
  });
}

/** How many of the lines belong to a letterhead that begins with the first of them. */
function letterheadLength(lines: readonly string[]): number {
  const first = normaliseWords(lines[0] ?? "");
  if (APPROVED.test(first)) return approvalLength(lines);
  return ANNEX.test(first) ? annexLength(lines) : 0;
}

/** Up to the line with the act's date or number; without one, the first line alone and those in small letters after it. */
function approvalLength(lines: readonly string[]): number {
  const found = lines.slice(0, LONGEST).findIndex((line) => /(?:^|\s)от(?:\s|$)|№/.test(line));
  if (found >= 0) return found + 1;
  const other = lines.findIndex((line, at) => at > 0 && !/^\p{Ll}/u.test(line));
  return other < 0 ? Math.min(lines.length, LONGEST) : other;
}

/** «Приложение № 1», «к муниципальной программе» and the programme's name in quotes, over as many lines as the quotes take. */
function annexLength(lines: readonly string[]): number {
  let length = 1;
  let open = countOpen(lines[0] ?? "");
  let named = (lines[0] ?? "").includes("«");
  while (length < Math.min(lines.length, LONGEST)) {
    const line = lines[length] ?? "";
    const goesOn = open > 0 || /^(?:к|об?) /i.test(line) || /^\p{Ll}/u.test(line) || (!named && line.startsWith("«"));
    if (!goesOn) break;
    open += countOpen(line);
    named ||= line.includes("«");
    length++;
  }
  return length;
}

function countOpen(line: string): number {
  return line.split("«").length - line.split("»").length;
}

/** The lines below an annex without captions between its tables («Таблица 3», «Задача 2. …»): in print it is one table, with its headings as rows. */
export function linesAfter({ after }: PartText): readonly Words[] {
  return after.filter(
    ({ text }) => readHeadingKind(oneLine(text)) === null && !/^таблица(?: №? ?\d+)?\.?$/iu.test(oneLine(text)),
  );
}

/** Lines below a table: a signature keeps its two ends at both margins, a rule stands in the middle. */
export function styleAfter(lines: readonly Words[]): PaperParagraph[] {
  return lines.map(({ text }) => {
    const parted = text.trim().replace(/ {3,}/, "\t");
    if (/^[_\s]+$/.test(parted)) return { kind: "paragraph", text: parted, style: "title" };
    return { kind: "paragraph", text: parted, style: parted.includes("\t") ? "signature" : "plain" };
  });
}

const NAMES = {
  passport: "ПАСПОРТ",
  annex1: "Цели, задачи и целевые индикаторы",
  annex2: "МЕРОПРИЯТИЯ",
  annex3: "Сводные финансовые затраты",
} as const;

/** What stands above a table whose document printed nothing there. */
export function usualLines(part: PartText["part"], programme: Programme): string[] {
  const title = oneLine(programme.title.text);
  if (part === "passport") return [NAMES.passport, `муниципальной программы «${title}»`];
  return [
    `Приложение № ${part.slice(-1)}`,
    "к муниципальной программе",
    `«${title}»`,
    NAMES[part],
    `муниципальной программы «${title}»`,
  ];
}
