import type { Passport, Programme, Section, Words } from "../contract.ts";
import { setPassportText } from "../draft/words.ts";
import { readSectionLists } from "../import/sections.ts";
import type { PassportLine, Replacement } from "./act.ts";

/** The programme with a part printed anew, a row or section put in or struck out, or another name. Totals are for the caller. */
export function applyReplacement(programme: Programme, replacement: Replacement): Programme {
  switch (replacement.do) {
    case "title":
      return { ...programme, title: { ...programme.title, text: replacement.text } };
    case "passport-row":
      return { ...programme, passport: splicePassport(programme.passport, replacement) };
    case "section":
      return withSections(programme, splice(programme.sections, replacement));
    case "restate":
      return restatePart(programme, replacement);
    case "total":
      return programme;
  }
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
