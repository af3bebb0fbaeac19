import { fillSentence, type Language } from "../kernel/refusal.ts";
import type { CofinancingCode, CofinancingFinding } from "./cofinancing/contract.ts";

/** Findings of co-financing in words. Sums are roubles as the page writes them, days `YYYY-MM-DD`. */
const SENTENCES: Readonly<Record<CofinancingCode, Readonly<Record<Language, string>>>> = {
  "plan-differs": {
    ru: "В программе на {year} год стоит {found} руб. этого бюджета, в соглашении — {expected} руб. Приведите программу к соглашению или внесите дополнительное соглашение.",
    en: "The programme has {found} roubles of this budget for {year}, the agreement {expected}. Bring the programme into line or record a supplementary agreement.",
  },
  "appropriation-exceeds": {
    ru: "Лимит на {year} год — {found} руб., больше суммы соглашения ({expected} руб.).",
    en: "The limit for {year} is {found} roubles, above the agreement's {expected}.",
  },
  "ratio-plan": {
    ru: "По плану программы доля местных денег ниже условия: {found} руб. вместо {expected} руб. Не хватает {missing} руб.",
    en: "By the programme's plan the local share is too low: {found} roubles instead of {expected}. {missing} are missing.",
  },
  "ratio-appropriation": {
    ru: "По лимитам доля местных денег ниже условия: {found} руб. вместо {expected} руб. Не хватает {missing} руб.",
    en: "By the limits the local share is too low: {found} roubles instead of {expected}. {missing} are missing.",
  },
  "ratio-cash": {
    ru: "По кассовым расходам доля местных денег ниже условия: {found} руб. вместо {expected} руб. Не хватает {missing} руб.",
    en: "By what was spent the local share is too low: {found} roubles instead of {expected}. {missing} are missing.",
  },
  "receipts-exceed": {
    ru: "Поступило {found} руб. — больше суммы соглашения на {year} год ({expected} руб.). Проверьте поступления или внесите дополнительное соглашение.",
    en: "{found} roubles came in, above the agreement's {expected} for {year}. Check the receipts or record a supplementary agreement.",
  },
  "spending-ahead": {
    ru: "На {date} потрачено больше, чем поступило: не хватало {sum} руб. Расходы денег региона раньше их поступления покрыл местный бюджет.",
    en: "By {date} more was spent than had come in: {sum} roubles were missing and the local budget covered them.",
  },
  "return-due": {
    ru: "Остаток {year} года — {expected} руб. — вернуть до {by}.",
    en: "The rest of {year}, {expected} roubles, goes back by {by}.",
  },
  "return-overdue": {
    ru: "Остаток {year} года — {expected} руб. — не возвращён, срок был {by}.",
    en: "The rest of {year}, {expected} roubles, was to go back by {by} and has not.",
  },
  "returned-too-much": {
    ru: "Возвращено {found} руб., а остаток был {expected} руб. Проверьте возвраты и платежи.",
    en: "{found} roubles were returned where {expected} were left. Check the returns and the payments.",
  },
  "late-return-due": {
    ru: "Возврат прошлых лет № {number}: {expected} руб. перечислить до {by}.",
    en: "Refund of an earlier year № {number}: {expected} roubles go back by {by}.",
  },
  "late-return-overdue": {
    ru: "Возврат прошлых лет № {number}: {expected} руб. не перечислены, срок был {by}.",
    en: "Refund of an earlier year № {number}: {expected} roubles were to go back by {by} and have not.",
  },
};

/** A finding as a sentence; `sayDate` writes its days. */
export function sayFinding(finding: CofinancingFinding, language: Language, sayDate: (date: string) => string): string {
  const { found, expected, values, code } = finding;
  const days = Object.fromEntries(
    ["by", "date"].flatMap((key) => (typeof values[key] === "string" ? [[key, sayDate(values[key])]] : [])),
  );
  return fillSentence(SENTENCES[code][language], { ...values, ...days, found: found ?? "", expected: expected ?? "" });
}
