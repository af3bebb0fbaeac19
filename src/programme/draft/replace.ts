import type { Passport, Programme, Section, Words } from "../contract.ts";
import { readSectionLists } from "../import/sections.ts";
import type { DraftProblem } from "./edit.ts";
import { replaceTotal } from "./replace-total.ts";
import type { PassportLine, Replacement, Restoring } from "./replacement.ts";
import { setPassportText } from "./words.ts";

/**
 * The programme with a part printed anew, a row or section put in or struck out, another name, another total; or why
 * not, where something else stands there.
 */
export function applyReplacement(programme: Programme, replacement: Replacement | Restoring): Programme | DraftProblem {
  switch (replacement.do) {
    case "title":
      if (programme.title.text !== replacement.was) return changed(replacement.text, programme.title.text);
      return { ...programme, title: { ...programme.title, text: replacement.text } };
    case "total":
      return replaceTotal(programme, replacement);
    case "passport-row":
      return { ...programme, passport: splicePassport(programme.passport, replacement) };
    case "section":
      return withSections(programme, splice(programme.sections, replacement));
    case "restate":
      return restatePart(programme, replacement);
    case "restore":
      return { ...programme, ...replacement.content };
  }
}

function changed(text: string, there: string | null): DraftProblem {
  return { code: there === null ? "gone" : "changed", text, there };
}

/** Swapped where that takes it back; else what the programme held before, whole. */
export function invertReplacement(
  before: Programme,
  by: Replacement | Restoring,
  after: Programme,
): Replacement | Restoring {
  if (by.do === "title" || by.do === "total") return { ...by, was: by.text, text: by.was };
  const fields = Object.keys(after) as (keyof Programme)[];
  const differing = fields.filter((field) => before[field] !== after[field]);
  return { do: "restore", content: Object.fromEntries(differing.map((field) => [field, before[field]])) };
}

function splice<Item>(
  list: readonly Item[],
  by: { at: number; insert: boolean; content: Item | null },
): readonly Item[] {
  return list.toSpliced(by.at, by.insert ? 0 : 1, ...(by.content === null ? [] : [by.content]));
}

/** A new row stands in a row of its own: nothing else was read from it yet. */
function splicePassport(passport: Passport, by: Extract<Replacement, { do: "passport-row" }>): Passport {
  const old = passport.rows[by.at];
  if (by.content === null || by.insert || !old) return { ...passport, rows: splice(passport.rows, by) };
  const next = setPassportText(passport, by.at, by.content.text.text);
  const label: Words = { ...old.label, text: by.content.label.text };
  const row: PassportLine | undefined = next.rows[by.at];
  return row ? { ...next, rows: next.rows.with(by.at, { ...row, label }) } : next;
}

/** The sections with the lists that are read out of their text. */
function withSections(programme: Programme, sections: readonly Section[]): Programme {
  const { goals, objectives, indicators } = readSectionLists(sections);
  return { ...programme, sections, sectionGoals: goals, sectionObjectives: objectives, sectionIndicators: indicators };
}

function restatePart(programme: Programme, { part, content }: Extract<Replacement, { do: "restate" }>): Programme {
  if (part === "passport") return { ...programme, passport: content.passport };
  const heads = [
    ...programme.heads.filter((head) => head.part !== part),
    ...content.heads.filter((head) => head.part === part),
  ];
  const common = { ...programme, heads: heads.sort((a, b) => a.part.localeCompare(b.part)) };
  if (part === "annex3") return { ...common, summary: content.summary };
  if (part === "annex1") {
    const { indicators, indicatorGoals, indicatorObjectives } = content;
    return { ...common, years: joinYears(programme, content), indicators, indicatorGoals, indicatorObjectives };
  }
  const { activities, activityGoals, activityObjectives, rollups } = content;
  return { ...common, years: joinYears(programme, content), activities, activityGoals, activityObjectives, rollups };
}

/** A restated annex may plan further years. */
function joinYears(programme: Programme, content: Programme): readonly number[] {
  return [...new Set([...programme.years, ...content.years])].sort((a, b) => a - b);
}
