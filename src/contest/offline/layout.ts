import type { Terms } from "../call/contract.ts";

/**
 * «Форма заявки» as both files have it: tables whose first column holds a code, whose head begins with `CODE_HEAD`. What is
 * typed is found by code and column, so that words above, widths and fonts may change.
 */
export const CODE_HEAD = "Код";

export type ListName = "plan" | "estimate" | "team";

interface ListColumn {
  readonly field: string;
  readonly head: string;
  /** Characters in a workbook; in a paper the relative width. */
  readonly width: number;
  readonly kind: "words" | "day" | "figure";
}

export interface FormList {
  readonly name: ListName;
  /** The code of a line is this letter with its number. */
  readonly letter: string;
  readonly title: string;
  readonly under: string;
  readonly columns: readonly ListColumn[];
  /** Lines of an empty form; more are put in by hand. */
  readonly lines: number;
}

const words = (field: string, head: string, width: number): ListColumn => ({ field, head, width, kind: "words" });
const day = (field: string, head: string): ListColumn => ({ field, head, width: 14, kind: "day" });
const figure = (field: string, head: string): ListColumn => ({ field, head, width: 13, kind: "figure" });

const MORE =
  "Не хватило строк — вставьте новые между имеющимися, код в них можно не писать. Пустые строки пропускаются.";

export const LISTS: readonly FormList[] = [
  {
    name: "plan",
    letter: "П",
    title: "Календарный план",
    under: `Дни пишите как 25.05.2026. ${MORE}`,
    columns: [
      words("what", "Что сделаете", 40),
      day("from", "С какого дня"),
      day("until", "По какой день"),
      words("result", "Что получится", 40),
    ],
    lines: 12,
  },
  {
    name: "estimate",
    letter: "С",
    title: "Смета",
    under: `В каждой строке количество, умноженное на цену, должно до копейки сойтись с тем, из чего она покрыта: сколько просите и сколько своего деньгами, трудом и вещами. ${MORE}`,
    columns: [
      words("what", "Что нужно", 40),
      figure("quantity", "Сколько"),
      figure("unitCost", "Цена за единицу, руб."),
      figure("asked", "Просите, руб."),
      figure("ownMoney", "Свои деньги, руб."),
      figure("ownLabour", "Свой труд, руб."),
      figure("ownThings", "Свои вещи, руб."),
    ],
    lines: 20,
  },
  {
    name: "team",
    letter: "К",
    title: "Команда",
    under: "Имена видят администрация и комиссия, они не публикуются.",
    columns: [words("name", "Имя", 40), words("does", "Что делает", 60)],
    lines: 10,
  },
];

/** A single answer of the form. */
export interface FormQuestion {
  readonly code: string;
  /** As in `ContentFault`: `title`, `answers.people`. */
  readonly where: string;
  readonly label: string;
  readonly hint: string;
  /** Its columns in the table: code, question, answer. */
  readonly isFigure: boolean;
}

export const MAIN_TITLE = "Заявка";
export const ANSWER_HEADS = [CODE_HEAD, "Вопрос", "Ответ"] as const;
/** In which column of its table an answer stands, from 0. */
export const ANSWER_COLUMN = 2;

const ABOUT = [
  ["title", "Название проекта", "Не длиннее 300 знаков."],
  ["summary", "Кратко: что сделаете и что изменится", ""],
  ["place", "Где: место в границах ТОС", ""],
] as const;

/** The questions of a form in their order: those of every application, then the call's own. */
export function listQuestions({ fields, rules }: Terms): readonly FormQuestion[] {
  const about = ABOUT.map(([where, label, hint], at) => ({
    ...{ code: `О${at + 1}`, where, label, hint },
    isFigure: false,
  }));
  const own = fields.map(({ key, label, hint, kind, isCompulsory, when }, at) => {
    const groups = key === "category" ? rules.categories.map(({ name }, place) => `${place + 1} — ${name}`) : [];
    const hints = [
      hint,
      ...(groups.length > 0 ? [`Впишите одну группу, номером или названием: ${groups.join("; ")}.`] : []),
      ...(kind === "number" ? ["Числом."] : []),
      ...(isCompulsory ? [] : ["Можно не отвечать."]),
      ...(when ? [sayCondition({ fields, rules }, when)] : []),
    ];
    return {
      ...{ code: `В${at + 1}`, where: `answers.${key}`, label },
      ...{ hint: hints.filter((text) => text !== "").join(" "), isFigure: kind === "number" },
    };
  });
  return [...about, ...own];
}

function sayCondition({ fields, rules }: Pick<Terms, "fields" | "rules">, when: { field: string; is: string }): string {
  const label = fields.find(({ key }) => key === when.field)?.label ?? when.field;
  const group = when.field === "category" ? rules.categories.find(({ key }) => key === when.is)?.name : undefined;
  return `Отвечайте, только если на вопрос «${label}» ответили «${group ?? when.is}».`;
}

/** The line by which a form is known again: the layout's version, its call, and a fingerprint of the call's questions. */
const MARK = /sosedstvo-application\/(\d{1,6}) ([0-9a-f-]{36}) ([0-9a-f]{12})/;
export const FORM_VERSION = 1;

export interface FormMark {
  readonly version: number;
  readonly callId: string;
  readonly fingerprint: string;
}

export const printMark = ({ version, callId, fingerprint }: FormMark): string =>
  `sosedstvo-application/${version} ${callId} ${fingerprint}`;

export function findMark(text: string): FormMark | null {
  const [, version, callId, fingerprint] = MARK.exec(text) ?? [];
  if (version === undefined || callId === undefined || fingerprint === undefined) return null;
  return { version: Number(version), callId, fingerprint };
}

/** What a form depends on: with other questions it would be another form. */
export const describeQuestions = (terms: Terms): string =>
  JSON.stringify([FORM_VERSION, listQuestions(terms), terms.rules.categories]);
