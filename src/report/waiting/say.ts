import { readFraction, writeRounded } from "../../kernel/fraction.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { WaitingItem, WaitingKind } from "./views.ts";

const WORDS: Readonly<Record<WaitingKind, Readonly<Record<Language, string>>>> = {
  "report-due": { ru: "отчёт", en: "report" },
  "missing-fact": { ru: "нет факта", en: "no fact" },
  behind: { ru: "не будет достигнут при нынешнем темпе", en: "will not be reached at today's pace" },
  unspent: { ru: "деньги не будут потрачены при нынешнем темпе", en: "money will not be spent at today's pace" },
};

/** So many are named in a letter; the desk has the rest. */
const NAMED = 20;

/** The items as lines of a letter. */
export function sayItems(items: readonly WaitingItem[], language: Language): string {
  const lines = items.slice(0, NAMED).map((item) => `— ${sayItem(item, language)}`);
  const more = items.length - lines.length;
  if (more > 0) lines.push(language === "ru" ? `— и ещё ${more}` : `— and ${more} more`);
  return lines.join("\n");
}

function sayItem({ kind, title, who, daysLeft, expected, plan }: WaitingItem, language: Language): string {
  const round = (text: string | null) => {
    const exact = text === null ? null : readFraction(text);
    return exact ? writeRounded(exact, 2).replace(".", language === "ru" ? "," : ".") : "–";
  };
  const [days, late] = language === "ru" ? ["осталось дней: ", "просрочено дней: "] : ["days left: ", "days late: "];
  const due = daysLeft === null ? "" : ` (${daysLeft < 0 ? late : days}${Math.abs(daysLeft)})`;
  const of = language === "ru" ? "из" : "of";
  const pace = expected === null ? "" : `: ${round(expected)} ${of} ${round(plan)}`;
  return `${WORDS[kind][language]}: ${title}${who ? `, ${who}` : ""}${due}${pace}`;
}
