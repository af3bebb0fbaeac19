import type { Language } from "../../../../src/kernel/refusal.ts";
import type { ActName, Effect, RevisionState } from "../../../../src/registry/act/views.ts";
import { formatDate } from "../../../ui/dates.ts";
import type { MarkKind } from "../../../ui/mark.tsx";
import { makeText } from "../../../ui/text.ts";
import { actWords } from "../words.ts";

const NBSP = "\u00a0";

/** «решение представительного органа от 20 мая 2016 г. № 45»: without its title. */
export function sayAct({ kind, number, date }: ActName, language: Language): string {
  const t = makeText(actWords, language);
  const day = date === null ? "" : `${language === "ru" ? " от " : " of "}${formatDate(date, language)}`;
  return `${t(`kind-${kind}`)}${day}${number === null ? "" : `${NBSP}№${NBSP}${number}`}`;
}

/** How an act stands, with since when. */
export function sayEffect({ state, since }: Effect, language: Language): string {
  const t = makeText(actWords, language);
  const day = since === null ? "" : formatDate(since, language);
  if (state === "draft") return t("effect_draft");
  if (state === "expired") return t("effectUntil", { day });
  if (state === "not-yet") return t("effectFrom", { day });
  return t("effectSince", { state: t(`effect_${state}`), day });
}

export const EFFECT_MARKS = {
  draft: "none",
  "not-yet": "note",
  "in-force": "done",
  amended: "done",
  repealed: "none",
  expired: "none",
} as const satisfies Record<Effect["state"], MarkKind>;

export function sayRevision({ state, dueDate, doneOn }: RevisionState, language: Language): string {
  const t = makeText(actWords, language);
  return t(`revision_${state}`, { day: formatDate(doneOn ?? dueDate, language) });
}

export const REVISION_MARKS = {
  due: "warning",
  late: "error",
  revised: "done",
  conforms: "done",
} as const satisfies Record<RevisionState["state"], MarkKind>;
