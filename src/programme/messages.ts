import { fillSentence, type Language } from "../kernel/refusal.ts";
import type { FindingCode, ProgrammeFinding } from "./contract.ts";

interface Bilingual {
  readonly ru: string;
  readonly en: string;
}

/** The heading of a finding of this code: what kind of slip it is. */
const TITLES: Readonly<Record<FindingCode, Bilingual>> = {
  "sum-years": { ru: "Итог не равен сумме лет", en: "The total is not the sum of the years" },
  "sum-sources": { ru: "Сумма не равна сумме источников", en: "The cost is not the sum of its sources" },
  "quantity-cost": { ru: "Количество на стоимость не даёт сумму", en: "Quantity times unit cost is not the cost" },
  "rollup-objective": {
    ru: "Итог задачи не сходится с мероприятиями",
    en: "The objective's total differs from its activities",
  },
  "rollup-goal": { ru: "Итог цели не сходится с задачами", en: "The goal's total differs from its objectives" },
  "meaningless-total": { ru: "Сложено то, что не складывается", en: "Figures added up that do not add up" },
  rounding: { ru: "Сходится только после округления", en: "Equal only after rounding" },
  "passport-summary": { ru: "Паспорт расходится с приложением 3", en: "The passport differs from annex 3" },
  "summary-activities": { ru: "Приложение 3 расходится с приложением 2", en: "Annex 3 differs from annex 2" },
  "indicator-list": { ru: "Перечни показателей расходятся", en: "The lists of indicators differ" },
  "objective-list": { ru: "Перечни задач расходятся", en: "The lists of objectives differ" },
  "indicator-activity": {
    ru: "Показатель и мероприятие планируют разное",
    en: "Indicator and activity plan different numbers",
  },
  "indicator-money": { ru: "Показатель повторяет сумму денег", en: "The indicator repeats a sum of money" },
  "activity-without-indicator": { ru: "За мероприятием не следит показатель", en: "No indicator follows the activity" },
  "misplaced-indicator": {
    ru: "Показатель стоит под другой задачей",
    en: "The indicator stands under another objective",
  },
  "years-differ": { ru: "Годы названы по-разному", en: "The years differ" },
  "executor-unknown": { ru: "Исполнители расходятся с паспортом", en: "Executors differ from the passport" },
  "resolution-differs": { ru: "Реквизиты постановления расходятся", en: "The resolution is cited differently" },
  "cofinancing-ratio": {
    ru: "Доля источника иная, чем в другие годы",
    en: "The source's share differs from other years",
  },
  "weights-not-weights": { ru: "В графе весов стоит не вес", en: "The weight column holds no weight" },
  "sums-under-another-name": { ru: "Суммы лет под чужим названием", en: "Sums of years under another name" },
  "unit-mixed": { ru: "В одной таблице рубли и тысячи рублей", en: "Roubles and thousands in one table" },
  "unit-twice": { ru: "Единица напечатана дважды", en: "The unit is printed twice" },
  "row-repeated": { ru: "Строка напечатана дважды", en: "The row is printed twice" },
  "cell-torn": { ru: "Текст ячейки разорван", en: "A cell's text is torn" },
  "column-unnumbered": { ru: "Графа без номера", en: "A column without a number" },
  "number-malformed": { ru: "Число напечатано с ошибкой", en: "A malformed number" },
  "not-understood": { ru: "Не удалось прочитать", en: "Not understood" },
};

/** One or two sentences for each variant of a code; `{name}` stands for a value of the finding. */
const MESSAGES: Readonly<Record<string, Bilingual>> = {
  "sum-years.plain": {
    ru: "«{row}»: напечатан итог {found}, по годам выходит {terms} = {expected}. Разница {difference}.",
    en: "“{row}”: the printed total is {found}, the years give {terms} = {expected}. Difference {difference}.",
  },
  "sum-sources.plain": {
    ru: "{year}: напечатано {found}, по источникам выходит {terms} = {expected}. Разница {difference}.",
    en: "{year}: {found} is printed, the sources give {terms} = {expected}. Difference {difference}.",
  },
  "quantity-cost.plain": {
    ru: "{year}: {factors} = {expected}, а напечатано {found}. Разница {difference}.",
    en: "{year}: {factors} = {expected}, but {found} is printed. Difference {difference}.",
  },
  "rollup-objective.plain": {
    ru: "{year}, «{row}»: напечатано {found}, мероприятия задачи дают {terms} = {expected}. Разница {difference}.",
    en: "{year}, “{row}”: {found} is printed, the objective's activities give {terms} = {expected}. Difference {difference}.",
  },
  "rollup-goal.plain": {
    ru: "{year}, «{row}»: напечатано {found}, задачи цели дают {terms} = {expected}. Разница {difference}.",
    en: "{year}, “{row}”: {found} is printed, the goal's objectives give {terms} = {expected}. Difference {difference}.",
  },
  "meaningless-total.unit-cost": {
    ru: "{terms} = {sum}: стоимость единицы по годам не складывается. Итог сохранён как напечатан и в расчёт не идёт.",
    en: "{terms} = {sum}: unit costs of different years do not add up. The total is kept as printed and used nowhere.",
  },
  "meaningless-total.percent": {
    ru: "{terms} = {sum}: проценты разных лет не складываются. Итог сохранён как напечатан и в расчёт не идёт.",
    en: "{terms} = {sum}: percentages of different years do not add up. The total is kept as printed and used nowhere.",
  },
  "rounding.plain": {
    ru: "Напечатано {found}, точно выходит {expected}: равны лишь после округления, разница {difference}.",
    en: "{found} is printed, the exact figure is {expected}: equal only after rounding, difference {difference}.",
  },
  "passport-summary.plain": {
    ru: "{year}: в паспорте {found}, в приложении 3 {terms}. Разница {difference}.",
    en: "{year}: the passport says {found}, annex 3 says {terms}. Difference {difference}.",
  },
  "passport-summary.missing": {
    ru: "{year}: в паспорте {found}, а в приложении 3 такой строки нет.",
    en: "{year}: the passport says {found}, annex 3 has no such row.",
  },
  "summary-activities.plain": {
    ru: "{year}: в приложении 3 {found}, по итогам приложения 2 {terms}. Разница {difference}.",
    en: "{year}: annex 3 says {found}, the totals of annex 2 say {terms}. Difference {difference}.",
  },
  "summary-activities.missing": {
    ru: "{year}: в приложении 3 {found}, а в итогах приложения 2 такой строки нет.",
    en: "{year}: annex 3 says {found}, the totals of annex 2 have no such row.",
  },
  "indicator-list.wording": {
    ru: "Показатель {number} назван «{found}», в приложении 1 «{expected}».",
    en: "Indicator {number} is called “{found}”, in annex 1 “{expected}”.",
  },
  "indicator-list.missing": {
    ru: "Показателя {number} приложения 1 «{expected}» нет в перечне ({part}).",
    en: "Indicator {number} of annex 1, “{expected}”, is absent from the list ({part}).",
  },
  "indicator-list.extra": {
    ru: "Показателя «{found}» нет в приложении 1.",
    en: "The indicator “{found}” is absent from annex 1.",
  },
  "indicator-list.order": {
    ru: "Порядок иной, чем в приложении 1: на месте {number} стоит «{found}», а там «{expected}».",
    en: "The order differs from annex 1: place {number} holds “{found}”, there “{expected}”.",
  },
  "objective-list.wording": {
    ru: "Задача {number} названа «{found}», в другом месте документа «{expected}».",
    en: "Objective {number} is called “{found}”, elsewhere in the document “{expected}”.",
  },
  "objective-list.missing": {
    ru: "Задачи {number} «{expected}» нет в перечне ({part}).",
    en: "Objective {number}, “{expected}”, is absent from the list ({part}).",
  },
  "objective-list.extra": {
    ru: "Задача «{found}» названа только здесь.",
    en: "The objective “{found}” is named only here.",
  },
  "objective-list.order": {
    ru: "Порядок задач иной: на месте {number} стоит «{found}», в другом месте «{expected}».",
    en: "The order of objectives differs: place {number} holds “{found}”, elsewhere “{expected}”.",
  },
  "indicator-activity.plain": {
    ru: "Показатель {indicator} требует {targets}, а мероприятие «{activity}» планирует {quantities}.",
    en: "Indicator {indicator} asks for {targets}, the activity “{activity}” plans {quantities}.",
  },
  "indicator-money.repeats": {
    ru: "Показатель {indicator} повторяет сумму «{name}»: {money}. В оценке эффективности эти деньги будут учтены дважды.",
    en: "Indicator {indicator} repeats the sum “{name}”: {money}. An assessment of effectiveness would count this money twice.",
  },
  "indicator-money.differs": {
    ru: "{year}: показатель {indicator} равен {found}, а «{name}» равна {expected}.",
    en: "{year}: indicator {indicator} is {found}, while “{name}” is {expected}.",
  },
  "activity-without-indicator.none": {
    ru: "Ни один показатель приложения 1 не следит за мероприятием «{activity}».",
    en: "No indicator of annex 1 follows the activity “{activity}”.",
  },
  "activity-without-indicator.money-only": {
    ru: "За мероприятием «{activity}» следит только сумма денег (показатель {indicator}); результат не измеряется.",
    en: "Only a sum of money (indicator {indicator}) follows the activity “{activity}”; its result is not measured.",
  },
  "misplaced-indicator.plain": {
    ru: "Показатель {indicator} стоит под задачей {own}, а мероприятие «{activity}» относится к задаче {other}.",
    en: "Indicator {indicator} stands under objective {own}, the activity “{activity}” belongs to objective {other}.",
  },
  "years-differ.plain": {
    ru: "Здесь названы годы {found}, в остальном документе {expected}.",
    en: "The years here are {found}, in the rest of the document {expected}.",
  },
  "executor-unknown.unknown": {
    ru: "«{name}» не назван среди исполнителей в паспорте. Мероприятий с этим исполнителем: {count}.",
    en: "“{name}” is not among the passport's executors. Activities with this executor: {count}.",
  },
  "executor-unknown.idle": {
    ru: "«{name}» назван исполнителем в паспорте, но не отвечает ни за одно мероприятие приложения 2.",
    en: "“{name}” is an executor in the passport but answers for no activity of annex 2.",
  },
  "resolution-differs.missing": {
    ru: "Дата и номер постановления не напечатаны; в приложениях стоит {expected}.",
    en: "The resolution's date and number are not printed; the annexes say {expected}.",
  },
  "resolution-differs.differs": {
    ru: "Здесь напечатано {found}, в других местах {expected}.",
    en: "{found} is printed here, {expected} elsewhere.",
  },
  "cofinancing-ratio.plain": {
    ru: "{year}: доля источника {actual} % от {cost}, в другие годы ровно {usual} %. При этой доле было бы {expected}.",
    en: "{year}: the source's share is {actual} % of {cost}, in other years exactly {usual} %. At that share it would be {expected}.",
  },
  "weights-not-weights.sum-of-years": {
    ru: "{indicator}: {found} = {terms}, это сумма лет, а не вес. Вся графа даёт {all} вместо 1 или 100; в оценке она не участвует.",
    en: "{indicator}: {found} = {terms}, the sum of the years and not a weight. The column gives {all} instead of 1 or 100; assessments do not use it.",
  },
  "weights-not-weights.nothing": {
    ru: "{indicator}: {found} не вес и не сумма лет ({terms} = {sum}). Вся графа даёт {all} вместо 1 или 100; в оценке она не участвует.",
    en: "{indicator}: {found} is neither a weight nor the sum of the years ({terms} = {sum}). The column gives {all} instead of 1 or 100; assessments do not use it.",
  },
  "sums-under-another-name.plain": {
    ru: "Графа «{heading}» содержит суммы лет: строк {count} из {rows}.",
    en: "The column “{heading}” holds the sums of the years: {count} of {rows} rows.",
  },
  "unit-mixed.plain": {
    ru: "Строк в «{found}»: {count} из {rows}, остальные в «{expected}». Всё сравнивается в копейках.",
    en: "Rows in “{found}”: {count} of {rows}, the others in “{expected}”. Everything is compared in kopecks.",
  },
  "unit-twice.plain": {
    ru: "Напечатано «{found}», прочитано как «{expected}».",
    en: "“{found}” is printed and read as “{expected}”.",
  },
  "row-repeated.same": {
    ru: "Строка «{row}» стоит в мероприятии второй раз с теми же числами. Прочитана первая.",
    en: "The row “{row}” stands a second time in the activity with the same figures. The first one is read.",
  },
  "row-repeated.differs": {
    ru: "Строка «{row}» стоит второй раз с другим числом: {year}, {found} вместо {expected}.",
    en: "The row “{row}” stands a second time with another figure: {year}, {found} instead of {expected}.",
  },
  "cell-torn.name": {
    ru: "Название мероприятия продолжается в другой строке: «{found}». Прочитано вместе.",
    en: "The activity's name goes on in another row: “{found}”. Read as one.",
  },
  "cell-torn.executor": {
    ru: "Исполнитель продолжается в другой строке: «{found}». Прочитано вместе: «{expected}».",
    en: "The executor goes on in another row: “{found}”. Read as one: “{expected}”.",
  },
  "cell-torn.result": {
    ru: "Ожидаемый результат продолжается в другой строке: «{found}». Прочитано вместе.",
    en: "The expected result goes on in another row: “{found}”. Read as one.",
  },
  "column-unnumbered.plain": {
    ru: "В строке номеров у графы «{heading}» нет номера.",
    en: "The numbering row gives the column “{heading}” no number.",
  },
  "number-malformed.plain": {
    ru: "«{found}» прочитано как {expected}. Таких чисел в этом мероприятии или таблице: {count}.",
    en: "“{found}” is read as {expected}. Such numbers in this activity or table: {count}.",
  },
  "not-understood.table": {
    ru: "Таблица не узнана: нет заголовков, по которым видно, что в ней. Её числа не прочитаны.",
    en: "The table was not recognised: no heads tell what it holds. Its figures were not read.",
  },
  "not-understood.row": {
    ru: "Строка «{found}» не прочитана: непонятно, что в ней.",
    en: "The row “{found}” was not read: it is unclear what it holds.",
  },
  "not-understood.figure": {
    ru: "«{found}» стоит на месте числа и числом не читается.",
    en: "“{found}” stands where a number belongs and does not read as one.",
  },
  "not-understood.kopecks": {
    ru: "В «{found}» есть доли копейки; такая сумма не прочитана.",
    en: "“{found}” holds a part of a kopeck; such a sum was not read.",
  },
  "not-understood.second-programme": {
    ru: "Здесь начинается паспорт другой программы. Прочитана только первая: разделите документ на два файла.",
    en: "The passport of another programme begins here. Only the first one was read: split the document into two files.",
  },
  "not-understood.part": {
    ru: "В документе не найдено: {name}.",
    en: "Not found in the document: {name}.",
  },
  "not-understood.extra-sum": {
    ru: "Вторая сумма за тот же год: «{found}». Прочитана первая.",
    en: "A second sum for the same year: “{found}”. The first one is read.",
  },
};

/** Values that are words of ours and not of the document. */
const WORDS: Readonly<Record<string, Bilingual>> = {
  total: { ru: "итого", en: "total" },
  title: { ru: "титул", en: "title" },
  passport: { ru: "паспорт", en: "passport" },
  sections: { ru: "текст", en: "text" },
  annex1: { ru: "приложение 1", en: "annex 1" },
  annex2: { ru: "приложение 2", en: "annex 2" },
  annex3: { ru: "приложение 3", en: "annex 3" },
};

export function findingTitle(finding: Pick<ProgrammeFinding, "code">, language: Language): string {
  return TITLES[finding.code][language];
}

/** The finding as a sentence with what stands there, what was expected and why. */
export function findingMessage(finding: ProgrammeFinding, language: Language): string {
  const sentence = MESSAGES[`${finding.code}.${finding.variant}`]?.[language] ?? TITLES[finding.code][language];
  const given = { found: finding.found ?? "–", expected: finding.expected ?? "–", ...finding.values };
  const said = Object.entries(given).map(([key, value]) => {
    const word = WORDS[value]?.[language] ?? value;
    return [key, sentence.includes(`«{${key}}»`) ? nestQuotes(String(word)) : word] as const;
  });
  return fillSentence(sentence, Object.fromEntries(said));
}

/** Quotation marks inside quotation marks are „these“ in Russian print. */
function nestQuotes(text: string): string {
  return text.replaceAll("«", "„").replaceAll("»", "“");
}

/** The name of a part of the document. */
export function partName(part: keyof typeof WORDS, language: Language): string {
  return WORDS[part]?.[language] ?? String(part);
}
