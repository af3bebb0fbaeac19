import type { Goal, Objective, Section, Words } from "../contract.ts";
import { oneLine } from "../language/words.ts";
import { HeadingReader } from "./prose/headings.ts";

/** Sections of text with their headings; a heading or a sentence that goes on in the next paragraph is joined. */
export function readSections(paragraphs: readonly Words[]): Section[] {
  const sections: { number: string | null; heading: Words; paragraphs: Words[] }[] = [];
  const headings = new HeadingReader();
  for (const words of paragraphs) {
    const text = oneLine(words.text);
    const section = sections.at(-1);
    if (headings.take(text)) {
      const match = /^(?:раздел\s+)?([IVXLC]+|\d+)[.)]\s*(.*)$/i.exec(text);
      sections.push({ number: match?.[1] ?? null, heading: { ...words, text: match?.[2] ?? text }, paragraphs: [] });
    } else if (section && text) {
      const last = section.paragraphs.at(-1);
      if (!last && /^[а-яё]/.test(text))
        section.heading = { ...section.heading, text: `${section.heading.text} ${text}` };
      else if (last && isBroken(last.text, text))
        section.paragraphs[section.paragraphs.length - 1] = { ...last, text: `${last.text} ${text}` };
      else section.paragraphs.push({ ...words, text });
    }
  }
  return sections;
}

function isBroken(before: string, next: string): boolean {
  const open = before.split("(").length > before.split(")").length;
  return open || (!/[.:;!?»)]$/.test(before) && /^[а-яё]/.test(next) && !/^\d/.test(next));
}

export interface SectionLists {
  readonly goals: Goal[];
  readonly objectives: Objective[];
  readonly indicators: Words[];
}

/** Goal, objectives and indicators as the section of text lists them. */
export function readSectionLists(sections: readonly Section[]): SectionLists {
  const lists: SectionLists = { goals: [], objectives: [], indicators: [] };
  let list: "objectives" | "indicators" | null = null;
  for (const words of sections.flatMap((section) => section.paragraphs)) {
    const goal = /^Цел(?:ью|ь)\s+(?:муниципальной\s+)?программы\s*(?:является|[-–—:])\s*(.+)$/i.exec(words.text);
    const item = /^(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?)\s*(\D.*)$/.exec(words.text)?.[1];
    if (goal?.[1])
      lists.goals.push({ number: lists.goals.length + 1, subprogramme: null, name: { ...words, text: goal[1] } });
    if (/^(?:основные )?задачи(?: муниципальной)?(?: программы)?:$/i.test(words.text)) list = "objectives";
    else if (/индикаторы(?: муниципальной)?(?: программы)?:$/i.test(words.text)) list = "indicators";
    else if (!item) list = null;
    else if (list === "objectives")
      lists.objectives.push({
        number: lists.objectives.length + 1,
        goal: 1,
        subprogramme: null,
        name: { ...words, text: trimEnd(item) },
      });
    else if (list === "indicators") lists.indicators.push({ ...words, text: trimEnd(item) });
  }
  return lists;
}

function trimEnd(text: string): string {
  return text.replace(/[;.]\s*$/, "");
}
