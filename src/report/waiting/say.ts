import { readFraction, writeRounded } from "../../kernel/fraction.ts";
import type { Language } from "../../kernel/refusal.ts";
import { WAITING_KINDS, type WaitingItem, type WaitingKind } from "./views.ts";

interface Said {
  readonly head: string;
  /** What is to be done about it. */
  readonly next: string;
}

const WORDS: Readonly<Record<WaitingKind, Readonly<Record<Language, Said>>>> = {
  "report-due": {
    ru: { head: "Отчёты", next: "откройте отчёт, проверьте цифры, напишите причины отклонений и подпишите" },
    en: { head: "Reports", next: "open the report, look at its figures, give reasons of deviations and sign it" },
  },
  "missing-fact": {
    ru: { head: "Нет факта", next: "укажите, из каких записей его считать, или внесите записи" },
    en: { head: "No fact", next: "say from which records it is computed, or enter the records" },
  },
  behind: {
    ru: {
      head: "Не будут достигнуты при нынешнем темпе",
      next: "проверьте, все ли записи внесены; если да — ускорьте работу или предложите изменить план",
    },
    en: {
      head: "Not reached at today's pace",
      next: "see whether all records are entered; if so, hurry or propose another plan",
    },
  },
  unspent: {
    ru: {
      head: "Деньги не будут потрачены при нынешнем темпе",
      next: "проверьте обязательства по строке; свободное можно перенести изменением программы",
    },
    en: {
      head: "Money not spent at today's pace",
      next: "look at the line's obligations; what is free can be moved by changing the programme",
    },
  },
};

/** So many of each kind are named in a letter; the desk has the rest. */
const NAMED = 10;

/** The items as lines of a letter, by kind: what is to be done, then each with who answers and where it is done. */
export function sayItems(
  items: readonly WaitingItem[],
  { language, root }: { language: Language; root: string },
): string {
  const parts = WAITING_KINDS.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    return own.length === 0 ? [] : [sayKind(own, WORDS[kind][language], { language, root })];
  });
  return parts.join("\n\n");
}

type Letter = { readonly language: Language; readonly root: string };

function sayKind(items: readonly WaitingItem[], { head, next }: Said, letter: Letter): string {
  const lines = items.slice(0, NAMED).map((item) => `— ${sayItem(item, letter)}`);
  const more = items.length - lines.length;
  if (more > 0) lines.push(letter.language === "ru" ? `— и ещё ${more}` : `— and ${more} more`);
  const step = letter.language === "ru" ? "Что делать" : "What to do";
  return `${head}: ${items.length}. ${step}: ${next}.\n${lines.join("\n")}`;
}

function sayItem(
  { title, who, people, daysLeft, expected, plan, href }: WaitingItem,
  { language, root }: Letter,
): string {
  const round = (text: string | null) => {
    const exact = text === null ? null : readFraction(text);
    return exact ? writeRounded(exact, 2).replace(".", language === "ru" ? "," : ".") : "–";
  };
  const [days, late] = language === "ru" ? ["осталось дней: ", "просрочено дней: "] : ["days left: ", "days late: "];
  const due = daysLeft === null ? "" : ` (${daysLeft < 0 ? late : days}${Math.abs(daysLeft)})`;
  const of = language === "ru" ? "из" : "of";
  const pace = expected === null ? "" : `: ${round(expected)} ${of} ${round(plan)}`;
  const holders = [who, ...people].filter((own) => own !== null).join(", ");
  // Titles and names are what people and documents wrote: no line of theirs passes for one of the list.
  const said = `${title}${holders ? `, ${holders}` : ""}${due}${pace}`.replace(/\s+/g, " ");
  return `${said}\n${root}${language === "en" ? "/en" : ""}${href}`;
}
