import type { TypedContent } from "../contest/application/contract.ts";
import type { TermsText } from "../contest/call/contract.ts";
import { PRESETS } from "../contest/call/presets.ts";

/** Invented but for the contests' names, sums and the number of applications. */
const MARKED = "(пример)";

const REGULATIONS = `Положение о конкурсе ${MARKED}.
Заявку подаёт действующий ТОС. Проект выполняется в границах ТОС в год конкурса.
Средства предоставляются победителям по соглашению; отчёт с документами об оплате сдаётся в срок, указанный в соглашении.`;

export const PROJECTS_TERMS: TermsText = {
  ...PRESETS.projects,
  regulations: REGULATIONS,
  applicants: ["chair-person"],
  papers: [
    { key: "meeting", name: "Протокол собрания жителей о поддержке проекта" },
    { key: "list", name: "Лист регистрации участников собрания", isCompulsory: false },
  ],
  lines: [
    { key: "place", name: "Место проекта в границах ТОС" },
    { key: "list", name: "К протоколу приложен лист регистрации" },
  ],
  quorum: { numerator: 2, denominator: 3 },
  rules: {
    ...PRESETS.projects.rules,
    money: {
      sources: [
        { source: "regional", limit: "708500" },
        { source: "local", limit: "13000" },
      ],
      mostPerProject: "150000",
      ownContribution: { least: "5", of: "whole" },
    },
  },
};

export const YARD_TERMS: TermsText = {
  ...PROJECTS_TERMS,
  rules: {
    ...PROJECTS_TERMS.rules,
    money: {
      sources: [{ source: "local", limit: "100000" }],
      mostPerProject: "25000",
      ownContribution: { least: "5", of: "whole" },
    },
  },
};

export const JURORS = ["Васильева Нина Андреевна", "Громов Павел Ильич", "Седова Ирина Олеговна"].map(
  (name) => `${name} ${MARKED}`,
);

interface Applied {
  readonly tos: string;
  readonly title: string;
  readonly summary: string;
  readonly what: string;
  readonly rubles: number;
  readonly people: string;
  /** Why the office sent it back, or refused it. */
  readonly returned?: string;
  readonly refused?: string;
  /** Which juror declared a recusal, from 0. */
  readonly recusal?: { readonly juror: number; readonly basis: string };
}

/** In the order of the places that the jury gave; the last one was not admitted. */
export const APPLIED: readonly Applied[] = [
  {
    ...{ tos: "Рассвет", title: "Спортивная площадка на улице Мира", rubles: 150_000, people: "120" },
    summary: "Поставим тренажёры и турник во дворе, где сейчас пустырь.",
    what: "Тренажёры и турник с установкой",
  },
  {
    ...{ tos: "Берёзовая роща", title: "Детский городок у рощи", rubles: 140_000, people: "90" },
    summary: "Заменим сломанную горку и поставим качели.",
    what: "Игровой комплекс с доставкой",
  },
  {
    ...{ tos: "Набережный", title: "Прогулочная дорожка у реки", rubles: 130_000, people: "200" },
    summary: "Выложим дорожку и поставим скамьи на берегу.",
    what: "Плитка, щебень и скамьи",
    returned: "к протоколу собрания не приложен лист регистрации участников",
  },
  {
    ...{ tos: "Родник", title: "Благоустройство родника", rubles: 120_000, people: "75" },
    summary: "Очистим родник, сделаем сруб и подход к нему.",
    what: "Сруб, настил и работы",
  },
  {
    ...{ tos: "Новый дом", title: "Освещение двора", rubles: 100_000, people: "64" },
    summary: "Поставим восемь светильников вдоль прохода к школе.",
    what: "Светильники, опоры и провод",
  },
  {
    ...{ tos: "Соседи", title: "Сквер на улице Советской", rubles: 81_500, people: "110" },
    summary: "Посадим деревья и разобьём клумбы.",
    what: "Саженцы, земля и ограждение",
    recusal: { juror: 2, basis: "живёт в границах этого ТОС" },
  },
  {
    ...{ tos: "Надежда", title: "Ремонт ограды памятника", rubles: 90_000, people: "40" },
    summary: "Восстановим ограду и дорожку к памятнику.",
    what: "Ограда и работы",
  },
  {
    ...{ tos: "Колосок", title: "Стоянка у магазина", rubles: 60_000, people: "15" },
    summary: "Отсыплем щебнем площадку для машин.",
    what: "Щебень и работы",
    refused: "пункт 2 положения: место проекта за границами ТОС",
  },
];

/** What was reported less than granted, by association. */
export const UNSPENT: Readonly<Record<string, number>> = { Родник: 5_000 };
/** Whose report was sent back once, and why. */
export const REPORT_RETURNED: Readonly<Record<string, string>> = { Набережный: "нет акта о приёмке работ" };

/** The form of an application, with a fifth of what is asked as the residents' own work. */
export function composeContent({ title, summary, what, rubles, people }: Applied): TypedContent {
  const own = rubles / 5;
  const line = { quantity: "1", ownMoney: "", ownThings: "" };
  return {
    title: `${title} ${MARKED}`,
    summary,
    place: `двор в границах ТОС ${MARKED}`,
    answers: { problem: `Жители просили об этом на собрании ${MARKED}.`, people },
    plan: [
      { what: "Закупка", from: "2024-05-01", until: "2024-06-30", result: "всё куплено" },
      { what: "Работы", from: "2024-07-01", until: "2024-10-15", result: "сделано и принято жителями" },
    ],
    estimate: [
      { ...line, what, unitCost: String(rubles), asked: String(rubles), ownLabour: "" },
      { ...line, what: "Труд жителей", unitCost: String(own), asked: "", ownLabour: String(own) },
    ],
  };
}
