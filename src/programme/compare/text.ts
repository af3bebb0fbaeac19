import type { Part, Programme, Section, Words } from "../contract.ts";
import type { Change, ChangeField, ChangeSubject } from "../views-comparison.ts";
import { compareWords, type Spot } from "./make-change.ts";
import { alignSequences } from "./sequences.ts";
import { meaningOf } from "./words.ts";

/** Title page: the words before the passport and the title. What stands around annexes is compared with it. */
export function compareTitle(was: Programme, became: Programme): readonly Change[] {
  const spot = (part: Part): Spot => ({ part, line: null, fate: "kept" });
  const title = compareWords(spot("title"), { subject: "title", field: "name", was: was.title, became: became.title });
  const titles = [was, became].map((programme) => meaningOf(programme.title.text));
  const front = compareParagraphs(spot("title"), {
    subject: "title",
    field: "front",
    was: withoutTitle(was.front, titles),
    became: withoutTitle(became.front, titles),
  });
  const parts = (["passport", "annex1", "annex2", "annex3"] as const).flatMap((part) =>
    (["before", "after"] as const).flatMap((side) =>
      compareParagraphs(spot(part), {
        subject: "title",
        field: "front",
        was: aroundPart(was, part, side),
        became: aroundPart(became, part, side),
      }),
    ),
  );
  return [...title, ...front, ...parts];
}

/** The title is often printed among the paragraphs of its page: there it is not a second change. */
function withoutTitle(front: readonly Words[], titles: readonly string[]): readonly Words[] {
  return front.filter((words) => !titles.some((title) => title.includes(meaningOf(words.text))));
}

function aroundPart(programme: Programme, part: Part, side: "before" | "after"): readonly Words[] {
  return programme.partTexts.filter((text) => text.part === part).flatMap((text) => text[side]);
}

/** Sections of text, paragraph by paragraph. */
export function compareSections(was: Programme, became: Programme): readonly Change[] {
  return alignSequences(was.sections.map(headingOf), became.sections.map(headingOf)).flatMap((pair) => {
    const [before, after] = [at(was.sections, pair.was), at(became.sections, pair.became)];
    const section = after ?? before;
    if (!section) return [];
    const fate = before && after ? "kept" : after ? "added" : "ended";
    const name = section.heading.text.trim();
    const key = `section:${pair.was ?? "-"}:${pair.became ?? "-"}`;
    const line = { kind: "section" as const, key, number: section.number, name, was: pair.was, became: pair.became };
    const spot: Spot = { part: "sections", line, fate };
    return [
      ...compareWords(spot, { subject: "section", field: "name", was: before?.heading, became: after?.heading }),
      ...compareParagraphs(spot, {
        subject: "section",
        field: "paragraph",
        was: before?.paragraphs ?? [],
        became: after?.paragraphs ?? [],
      }),
    ];
  });
}

function headingOf(section: Section): string {
  return meaningOf(section.heading.text);
}

function at<Item>(items: readonly Item[], place: number | null): Item | undefined {
  return place === null ? undefined : items[place];
}

interface Paragraphs {
  readonly subject: ChangeSubject;
  readonly field: ChangeField;
  readonly was: readonly Words[];
  readonly became: readonly Words[];
}

export function compareParagraphs(spot: Spot, { subject, field, was, became }: Paragraphs): readonly Change[] {
  const said = (words: readonly Words[]) => words.filter(({ text }) => meaningOf(text) !== "");
  const [before, after] = [said(was), said(became)];
  const meanings = (words: readonly Words[]) => words.map(({ text }) => meaningOf(text));
  return alignSequences(meanings(before), meanings(after)).flatMap((pair) =>
    compareWords(spot, { subject, field, was: at(before, pair.was), became: at(after, pair.became) }),
  );
}
