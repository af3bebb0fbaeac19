import fc from "fast-check";
import { formatDecimal, ONE } from "../../kernel/decimal.ts";
import { KOPECKS_IN, type MoneyUnit } from "../../kernel/money.ts";
import type { Figure, FigureKind, FigureRow, Place, Words } from "../contract.ts";

/** Parts of generated programmes say no place: what is compared leaves places out. */
const NOWHERE: Place = { part: "title", table: null, row: null, column: null, text: "" };

export function words(text: string): Words {
  return { text, place: NOWHERE };
}

const BEGINNINGS = ["Проведение", "Поддержка", "Организация", "Развитие", "Приобретение", "«Школа соседей»:", "Ремонт"];
const MIDDLES = [
  "праздников двора",
  "органов ТОС",
  "семинаров (не менее 5 в год)",
  "дорог, тротуаров и скверов",
  "общественно-значимых инициатив – победителей",
  "встреч в селе № 3",
  'проектов "Чистый двор" & «Тёплый дом»',
  "<особых> мер/шагов",
  "50-летия района",
];

/** The name of a line, short or over several lines of its cell. */
export const nameArbitrary: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...BEGINNINGS), fc.array(fc.constantFrom(...MIDDLES), { minLength: 1, maxLength: 9 }))
  .map(([beginning, middles]) => `${beginning} ${middles.join(" и ")}`);

export const LABELS: Readonly<Record<FigureKind, readonly string[]>> = {
  quantity: ["Количество", "Количество мероприятий"],
  unitCost: ["Стоимость единицы", "Средняя стоимость единицы"],
  cost: ["Сумма затрат, в том числе:", "Всего", "Общий объем"],
  federal: ["федеральный бюджет", "средства федерального бюджета"],
  regional: ["областной бюджет", "краевой бюджет", "средства бюджета субъекта"],
  local: ["местный бюджет", "бюджет района", "местные бюджеты"],
  settlement: ["бюджеты поселений", "средства бюджетов сельских поселений"],
  extrabudgetary: ["внебюджетные источники", "собственные средства ТОС"],
  target: ["Значение"],
  weight: ["Вес"],
};

export const MONEY_UNITS: Readonly<Record<MoneyUnit, readonly string[]>> = {
  rouble: ["руб.", "рублей"],
  thousand: ["тыс. руб.", "тыс. рублей"],
  million: ["млн руб.", "млн. рублей"],
};
export const moneyUnitArbitrary = fc.constantFrom<MoneyUnit>("rouble", "thousand", "million");

/** A number as documents print it: with as many decimals as it has or more, in groups or not. */
function printNumber(value: bigint, { grouped, padded }: { grouped: boolean; padded: boolean }): string {
  const [whole = "", fraction = ""] = formatDecimal(value).split(".");
  const groups = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, "\u00a0") : whole;
  const decimals = padded ? fraction.padEnd(1, "0") : fraction;
  return decimals ? `${groups},${decimals}` : groups;
}

const look = fc.record({ grouped: fc.boolean(), padded: fc.boolean() });

/** An amount of money with its value in kopecks. */
export function moneyFigure(unit: MoneyUnit): fc.Arbitrary<Figure> {
  const step = unit === "million" ? 100n : 1n;
  const steps = fc.oneof(fc.bigInt(0n, 100_000n), fc.bigInt(0n, 10_000_000_000n));
  return fc.tuple(steps, look).map(([count, form]) => {
    const kopecks = count * step;
    return { value: kopecks, printed: printNumber((kopecks * ONE) / KOPECKS_IN[unit], form), place: NOWHERE };
  });
}

/** A quantity or a target with its value in millionths. */
export const countFigure: fc.Arbitrary<Figure> = fc
  .tuple(
    fc.oneof(
      fc.bigInt(0n, 5_000n).map((n) => n * ONE),
      fc.bigInt(0n, 99_999n).map((n) => n * 10_000n),
    ),
    look,
  )
  .map(([value, form]) => ({ value, printed: printNumber(value, form), place: NOWHERE }));

const blankFigure: fc.Arbitrary<Figure> = fc
  .constantFrom("", "", "–", "-", "х")
  .map((printed) => ({ value: null, printed, place: NOWHERE }));

export function maybeBlank(figure: fc.Arbitrary<Figure>): fc.Arbitrary<Figure> {
  return fc.oneof({ weight: 6, arbitrary: figure }, { weight: 1, arbitrary: blankFigure });
}

/** A printed row over the given keys. */
export function rowArbitrary(
  kind: FigureKind,
  {
    keys,
    unit,
    labels = LABELS[kind],
  }: { keys: readonly string[]; unit: MoneyUnit | null; labels?: readonly string[] },
): fc.Arbitrary<FigureRow> {
  const figure = unit ? moneyFigure(unit) : countFigure;
  const unitText = unit ? fc.constantFrom(...MONEY_UNITS[unit]) : fc.constantFrom("единиц", "человек", "%");
  return fc.record({
    kind: fc.constant(kind),
    label: fc.constantFrom(...labels).map(words),
    unit: unitText.map(words),
    values: fc.record(Object.fromEntries(keys.map((key) => [key, maybeBlank(figure)]))),
  });
}
