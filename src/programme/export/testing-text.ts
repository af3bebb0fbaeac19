import fc from "fast-check";
import type { FigureRow, Goal, Objective, Passport, Programme, Resolution, Section, Words } from "../contract.ts";
import type { Shape } from "./testing-annexes.ts";
import { MONEY_UNITS, moneyFigure, moneyUnitArbitrary, nameArbitrary, words } from "./testing-words.ts";

const SOURCE_WORDS: Readonly<Record<string, string>> = {
  federal: "федерального бюджета",
  regional: "областного бюджета",
  local: "местного бюджета",
  settlement: "бюджетов поселений",
  extrabudgetary: "внебюджетных источников",
};

/** The passport's finance: its lines and the rows of figures that they say. */
function financeArbitrary({ years, sources }: Shape): fc.Arbitrary<{ lines: string[]; finance: FigureRow[] }> {
  return moneyUnitArbitrary.chain((unit) => {
    const figure = moneyFigure(unit);
    const amounts = fc.array(figure, { minLength: years.length + 1, maxLength: years.length + 1 });
    const rows = fc.array(amounts, { minLength: sources.length + 1, maxLength: sources.length + 1 });
    return fc.tuple(rows, fc.constantFrom("тыс.", "млн")).map(([tables]) => {
      const said = unit === "rouble" ? "рублей" : (MONEY_UNITS[unit][1] ?? "");
      const made = tables.map(([total, ...each], at) => {
        const kind = at === 0 ? ("cost" as const) : (sources[at - 1] ?? "local");
        const opening = at === 0 ? "Общий объем финансирования" : `в том числе за счет средств ${SOURCE_WORDS[kind]}`;
        const label = `${opening}, всего ${total?.printed} ${said}, в том числе:`;
        const lines = [label, ...each.map(({ printed }, year) => `${years[year]} год – ${printed} ${said};`)];
        const values = Object.fromEntries(each.map((one, year) => [String(years[year]), one]));
        return {
          lines,
          row: { kind, label: words(label), unit: words(said), values: { ...values, ...(total && { total }) } },
        };
      });
      return { lines: made.flatMap(({ lines }) => lines), finance: made.map(({ row }) => row) };
    });
  });
}

/** A passport whose parts follow from its rows. */
export function passportArbitrary(title: string, shape: Shape): fc.Arbitrary<Passport> {
  const { years } = shape;
  const people = fc.uniqueArray(fc.constantFrom("Администрация района", "Управление делами", "Совет депутатов"), {
    minLength: 1,
  });
  return fc
    .record({
      customers: people,
      executors: people,
      money: financeArbitrary(shape),
      expected: nameArbitrary,
      indicators: fc.array(nameArbitrary, { maxLength: 3 }),
    })
    .map(({ customers, executors, money, expected, indicators }) => {
      const term = years.length > 1 ? `${years[0]} – ${years.at(-1)} годы` : `${years[0]} год`;
      const rows = [
        ["Наименование муниципальной программы", title],
        ["Муниципальный заказчик программы", customers.join("; ")],
        ["Исполнители программы", executors.join("\n")],
        ["Сроки реализации программы", term],
        ["Объемы финансирования программы", money.lines.join("\n")],
        ["Целевые индикаторы", indicators.map((name, at) => `${at + 1}. ${name}`).join("\n")],
        ["Ожидаемые результаты", expected],
      ] as const;
      return {
        rows: rows.map(([label, text]) => ({ label: words(label), text: words(text) })),
        name: words(title),
        customers: customers.map(words),
        drafters: [],
        heads: [],
        executors: executors.map(words),
        term: words(term),
        termYears: [...years],
        finance: money.finance,
        indicators: indicators.map(words),
        expectedResults: words(expected),
      };
    });
}

/** Sections of text with the lists that follow from their paragraphs. */
export type TextParts = Pick<
  Programme,
  "sections" | "sectionGoals" | "sectionObjectives" | "sectionIndicators" | "sectionSums"
>;

export const sectionsArbitrary: fc.Arbitrary<TextParts> = fc
  .record({
    reason: fc.array(nameArbitrary, { minLength: 1, maxLength: 3 }),
    goal: nameArbitrary,
    objectives: fc.array(nameArbitrary, { maxLength: 3 }),
    indicators: fc.array(nameArbitrary, { maxLength: 3 }),
    sum: fc.option(moneyFigure("thousand")),
  })
  .map(({ reason, goal, objectives, indicators, sum }) => {
    const lists = [
      `Целью программы является ${goal}.`,
      "Задачи программы:",
      ...objectives.map((name, at) => `${at + 1}) ${name};`),
      "Целевые индикаторы:",
      ...indicators.map((name, at) => `${at + 1}) ${name};`),
    ];
    const money = sum
      ? [`Объём средств составит ${sum.printed} тыс. рублей.`]
      : ["Объём средств определяется ежегодно."];
    const sections: Section[] = [
      {
        number: "II",
        heading: words("Обоснование необходимости программы"),
        paragraphs: reason.map((text) => words(`${text}.`)),
      },
      { number: "III", heading: words("Цели и задачи программы"), paragraphs: lists.map(words) },
      { number: "IV", heading: words("Финансовое обеспечение"), paragraphs: money.map(words) },
    ];
    const sectionGoals: Goal[] = [{ number: 1, subprogramme: null, name: words(`${goal}.`) }];
    const sectionObjectives: Objective[] = objectives.map((name, at) => ({
      number: at + 1,
      goal: 1,
      subprogramme: null,
      name: words(name),
    }));
    return {
      sections,
      sectionGoals,
      sectionObjectives,
      sectionIndicators: indicators.map(words),
      sectionSums: sum ? [sum] : [],
    };
  });

/** The words above the annexes, with the act that they name. */
export interface Letterhead {
  readonly lines: readonly Words[];
  readonly act: Resolution;
}

export const letterheadArbitrary: fc.Arbitrary<Letterhead> = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    number: fc.integer({ min: 1, max: 2999 }),
  })
  .map(({ day, month, number }) => {
    const [dd, mm] = [day, month].map((part) => String(part).padStart(2, "0"));
    const lines = [
      "УТВЕРЖДЕНО",
      "постановлением администрации",
      "Приозёрного района",
      `от ${dd}.${mm}.2024 г. № ${number}-п`,
    ];
    return {
      lines: lines.map(words),
      act: {
        kind: "постановление",
        role: "approve",
        date: `2024-${mm}-${dd}`,
        number: `${number}-п`,
        issuer: "администрации Приозёрного района",
        printed: words(lines.slice(1).join(" ")),
      },
    };
  });
