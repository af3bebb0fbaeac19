import { fillSentence, type Language } from "../kernel/refusal.ts";
import type { ActFinding, ActFindingCode, Proposal, Technique } from "./amend/act.ts";

type Bilingual = Readonly<Record<Language, string>>;

/** Sentences about an amending act. `{found}` is what the act says, `{expected}` what stands in the programme; «.there» where that is known. */
const MESSAGES: Readonly<Record<ActFindingCode, Bilingual>> = {
  "another-programme": {
    ru: "Это постановление меняет другой акт: {found}. Программа утверждена актом {expected}, поэтому пункты не прочитаны.",
    en: "This act amends another one: {found}. The programme was approved by {expected}, so its points were not read.",
  },
  "programme-unnamed": {
    ru: "В постановлении не сказано, какую программу оно меняет. Проверьте, тот ли это документ.",
    en: "The act does not say which programme it amends. Check that this is the right document.",
  },
  "place-unknown": {
    ru: "В программе нет места, на которое указывает пункт: «{found}».",
    en: "The programme has no such place as the point names: “{found}”.",
  },
  "place-several": {
    ru: "Под «{found}» подходит несколько мест программы. Выберите его сами.",
    en: "Several places of the programme fit “{found}”. Choose one yourself.",
  },
  "not-found": {
    ru: "«{found}» по этому адресу не стоит.",
    en: "“{found}” does not stand at this place.",
  },
  "found-several": {
    ru: "«{found}» стоит по этому адресу не один раз, а какой случай имеется в виду, не сказано.",
    en: "“{found}” stands at this place more than once, and the act does not say which is meant.",
  },
  overlap: {
    ru: "Два пункта меняют одни и те же слова. Внесите это изменение сами.",
    en: "Two points change the same words. Make this change yourself.",
  },
  "annex-missing": {
    ru: "Пункт отсылает к приложению {found} к постановлению, а в документе его нет.",
    en: "The point refers to annex {found} of the act, and the document has none.",
  },
  "restated-unreadable": {
    ru: "Новая редакция из этого пункта не прочитана: {found}.",
    en: "What this point prints anew was not understood: {found}.",
  },
  "restated-foreign": {
    ru: "Новая редакция, похоже, из другой программы: «{found}».",
    en: "What this point prints anew seems to belong to another programme: “{found}”.",
  },
  "not-understood": {
    ru: "Пункт не понят: {found}.",
    en: "The point was not understood: {found}.",
  },
};

const THERE: Bilingual = { ru: " Там стоит: «{expected}».", en: " What stands there: “{expected}”." };

/** A finding of reading an amending act as a sentence, with the point it is about. */
export function actFindingMessage(finding: ActFinding, language: Language): string {
  const values = { found: printDays(finding.found ?? "–"), expected: printDays(finding.expected ?? "–") };
  const there = finding.code === "not-found" && finding.expected !== null ? THERE[language] : "";
  const point = finding.where.point
    ? `${language === "ru" ? "Пункт" : "Point"} ${finding.where.point.replace(/\.$/, "")}: `
    : "";
  return point + fillSentence(MESSAGES[finding.code][language] + there, values);
}

/** Dates as an act prints them. */
function printDays(text: string): string {
  return text.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, "$3.$2.$1");
}

const CONFIDENCE: Readonly<Record<Proposal["confidence"], Bilingual>> = {
  sure: { ru: "адрес точный", en: "the address is exact" },
  likely: { ru: "подходит одно место, но адрес неполный", en: "one place fits, though the address is incomplete" },
};

export function confidenceName(confidence: Proposal["confidence"], language: Language): string {
  return CONFIDENCE[confidence][language];
}

const TECHNIQUES: Readonly<Record<Technique, Bilingual>> = {
  replace: { ru: "заменить цифры и слова", en: "replace figures and words" },
  restate: { ru: "изложить в новой редакции", en: "print anew" },
};

export function techniqueName(technique: Technique, language: Language): string {
  return TECHNIQUES[technique][language];
}
