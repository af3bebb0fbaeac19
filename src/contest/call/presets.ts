import type { ContestKind, TermsText } from "./contract.ts";

const mark = (key: string, name: string, mustJustify = false) => ({
  key,
  name,
  mustJustify,
  measure: { kind: "mark" as const, scale: { min: "0", max: "10" } },
});

const RULES = {
  aggregation: { order: "criterion-first" as const, by: "mean" as const },
  rounding: { total: 2 },
  tieBreaks: [{ by: "higher-criterion" as const, criterion: "need" }, { by: "open-vote" as const }],
};

/**
 * What the first call of a contest begins with where there is none to copy: a form that most published regulations have in common
 * (`domain.md` 3.2), to be changed before it is announced.
 */
export const PRESETS: Readonly<Record<ContestKind, TermsText>> = {
  projects: {
    applicants: ["legal-entity", "chair-person"],
    papers: [
      { key: "meeting", name: "Протокол собрания жителей о поддержке проекта" },
      { key: "photo", name: "Фотографии места", isCompulsory: false },
    ],
    fields: [
      {
        key: "problem",
        label: "Какую трудность решает проект",
        hint: "Что мешает жителям сейчас и как давно",
        kind: "text",
      },
      { key: "people", label: "Сколько жителей станет жить лучше", kind: "number" },
    ],
    lines: [{ key: "place", name: "Место проекта в границах ТОС" }],
    facts: { own: "own-share" },
    rules: {
      ...RULES,
      criteria: [
        mark("need", "Значимость для жителей"),
        mark("result", "Достижимость результата"),
        mark("estimate", "Обоснованность сметы"),
        {
          key: "own",
          name: "Доля собственного вклада",
          source: "fact",
          measure: {
            kind: "bands",
            unit: "% стоимости проекта",
            bands: [
              { from: "5", points: "2" },
              { from: "10", points: "5" },
              { from: "20", points: "10" },
            ],
          },
        },
      ],
      winners: { amount: { kind: "requested" }, overrun: "skip" },
      money: { sources: [], ownContribution: { least: "5", of: "whole" } },
    },
  },
  nominations: {
    applicants: ["chair-person"],
    papers: [{ key: "report", name: "Отчёт о работе ТОС за год" }],
    fields: [{ key: "deeds", label: "Что сделано за год", kind: "text" }],
    rules: {
      ...RULES,
      criteria: [mark("need", "Польза для жителей"), mark("work", "Постоянство работы")],
      winners: { amount: { kind: "prizes", prizes: ["20000", "12000", "8000"] } },
      money: {},
    },
  },
};
