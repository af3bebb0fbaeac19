import type { EventKind } from "../../event/contract.ts";
import type { ActualLack } from "../../indicator/contract.ts";
import type { FactKind, PlanKind } from "../../indicator/method/contract.ts";
import type { ItemNote, Lack } from "../../indicator/method/views.ts";
import type { FundingSource } from "../../programme/contract.ts";
import type { ReportPart } from "../contract.ts";

/** Words of a report on paper, which is Russian whoever asks for it. */
export const KIND_WORDS: Readonly<Record<EventKind, string>> = {
  meeting: "встречи с жителями",
  reception: "личные приёмы",
  seminar: "семинары и обучение",
  "neighbours-day": "День соседей",
  conference: "конференции",
  assembly: "собрания",
  "clean-up": "субботники",
  own: "другие мероприятия",
};

export const SOURCE_WORDS: Readonly<Record<FundingSource, string>> = {
  federal: "федеральный бюджет",
  regional: "областной бюджет",
  local: "местный бюджет",
  settlement: "бюджеты поселений",
  extrabudgetary: "внебюджетные источники",
};

export const PLAN_WORDS: Readonly<Record<PlanKind, string>> = {
  "programme-start": "программа на 1 января",
  programme: "программа в действующей редакции",
  "budget-list": "сводная бюджетная роспись",
  "budget-decision": "решение о бюджете",
};

export const FACT_WORDS: Readonly<Record<FactKind, string>> = {
  paid: "кассовый расход без вычета возвратов",
  net: "кассовый расход за вычетом возвратов",
  performed: "фактически исполнено получателями",
  committed: "принятые обязательства",
};

export const PART_WORDS: Readonly<Record<ReportPart, string>> = {
  indicators: "Достижение целевых индикаторов",
  activities: "Выполнение мероприятий",
  money: "Использование средств",
  assessment: "Оценка эффективности",
  events: "Проведённые мероприятия",
  projects: "Поддержанные проекты",
  publications: "Информирование населения",
  conclusions: "Выводы",
};

export const LACK_WORDS: Readonly<Record<ActualLack, string>> = {
  "no-passport": "не указано, из каких записей считать",
  "no-population": "не указана численность населения",
  "no-contests": "результатов конкурсов нет",
  "no-seats": "мест не указано",
  "no-values": "значений не внесено",
  "not-begun": "год не начался",
};

/** Why a term of an assessment has no value. */
export const TERM_LACK_WORDS: Readonly<Record<Lack, string>> = {
  ask: "нужно решение: у строки нет факта или нулевой план",
  "nothing-counted": "нет ни одной строки, которую можно посчитать",
  "weights-missing": "веса указаны не у всех",
  "weights-negative": "есть отрицательный вес",
  "weights-are-sums-of-years": "в графе весов стоят суммы по годам: это не веса",
  "weights-do-not-add-up": "веса не дают в сумме единицу или сто",
  "weights-nothing": "сумма весов — ноль",
  "money-missing": "нет сумм по мероприятиям",
  "plan-missing": "нет этого плана расходов",
  "plan-nothing": "план расходов нулевой",
  "fact-missing": "нет этого факта расходов",
  "divisor-nothing": "делитель — ноль",
  "operand-missing": "не посчитана составляющая",
  "below-the-table": "значение ниже таблицы",
  "not-given": "значение не указано человеком",
  "given-outside": "указанное значение вне границ",
};

export const NOTE_WORDS: Readonly<Record<ItemNote, string>> = {
  capped: "ограничено сверху",
  "not-planned": "на год не запланировано",
  "missing-fact": "нет факта",
  "zero-plan": "план — ноль",
  "zero-both": "план и факт — ноль",
  "zero-fact": "факт — ноль",
  "negative-fact": "отрицательный факт",
  "negative-plan": "отрицательный план",
  "no-score": "нет балла",
};
