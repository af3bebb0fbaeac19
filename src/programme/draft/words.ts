import type { Passport, Programme, Words } from "../contract.ts";
import { oneLine, readYears, splitNumber } from "../language/words.ts";
import { readFinance } from "./passport-money.ts";

/** Several executors in one cell, parted as reading a document parts them. */
export function splitExecutors(words: Words): readonly Words[] {
  const separator = words.text.includes(";") ? /;/ : /,(?![^«]*»)/;
  return words.text
    .split(separator)
    .map((text) => ({ ...words, text: oneLine(text) }))
    .filter(({ text }) => text !== "");
}

const LISTS = ["customers", "drafters", "heads", "executors"] as const;

/** The passport with another text in a row, and with all that was read from that row. */
export function setPassportText(passport: Passport, row: number, text: string): Passport {
  const old = passport.rows[row];
  if (!old) return passport;
  const words = { ...old.text, text: text.trim() };
  const isHere = (other: Words | null | undefined) => other != null && isSamePlace(other, old.text);
  const next = { ...passport, rows: passport.rows.with(row, { ...old, text: words }) };
  if (isHere(passport.name)) return { ...next, name: words };
  if (isHere(passport.term)) return { ...next, term: words, termYears: readYears(words.text) };
  if (isHere(passport.expectedResults)) return { ...next, expectedResults: words };
  const money = passport.finance[0];
  if (money && Object.values(money.values).some((figure) => isSamePlace(figure, old.text)))
    return { ...next, finance: readFinance(words) };
  const lines = listLines(words);
  if (isHere(passport.indicators[0]))
    return { ...next, indicators: lines.map((line) => ({ ...line, text: splitNumber(line.text).rest })) };
  const list = LISTS.find((name) => isHere(passport[name][0]));
  const names = lines.flatMap((line) => (line.text.includes(";") ? splitExecutors(line) : [line]));
  return list ? { ...next, [list]: names } : next;
}

function listLines(words: Words): readonly Words[] {
  return words.text
    .split("\n")
    .map((line) => ({ text: oneLine(line), place: { ...words.place, text: oneLine(line) } }))
    .filter((line) => line.text !== "");
}

function isSamePlace(a: Pick<Words, "place">, b: Pick<Words, "place">): boolean {
  return a.place.table === b.place.table && a.place.row === b.place.row && a.place.column === b.place.column;
}

/** The programme with another text in a paragraph of a section, and with the goal, objective or indicator that it names. */
export function setParagraph(
  programme: Programme,
  at: { readonly section: number; readonly paragraph: number },
  text: string,
): Programme {
  const section = programme.sections[at.section];
  const old = section?.paragraphs[at.paragraph];
  if (!section || !old) return programme;
  const words = { place: { ...old.place, text: oneLine(text) }, text: oneLine(text) };
  const paragraphs = section.paragraphs.with(at.paragraph, words);
  const isHere = (other: Words) => isSamePlace(other, old) && other.place.text === old.place.text;
  const item = words.text.replace(/^\d{1,2}[.)]\s*/, "").replace(/[;.]\s*$/, "");
  const rename = (other: Words) => (isHere(other) ? { ...words, text: item } : other);
  const renameLine = <Line extends { readonly name: Words }>(line: Line) => ({ ...line, name: rename(line.name) });
  return {
    ...programme,
    sections: programme.sections.with(at.section, { ...section, paragraphs }),
    sectionObjectives: programme.sectionObjectives.map(renameLine),
    sectionIndicators: programme.sectionIndicators.map(rename),
    sectionGoals: programme.sectionGoals.map((goal) =>
      isHere(goal.name) ? { ...goal, name: { ...words, text: afterColon(words.text) } } : goal,
    ),
  };
}

/** «Целью программы является …»: the words after the verb or the sign. */
function afterColon(text: string): string {
  return /^Цел(?:ью|ь)\s+(?:муниципальной\s+)?программы\s*(?:является|[-–—:])\s*(.+)$/i.exec(text)?.[1] ?? text;
}
