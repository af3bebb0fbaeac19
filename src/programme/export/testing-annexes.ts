import fc from "fast-check";
import type { MoneyUnit } from "../../kernel/money.ts";
import {
  type Activity,
  type FigureRow,
  type FundingSource,
  type Indicator,
  type Note,
  type Rollup,
  SOURCES,
} from "../contract.ts";
import type { Standing } from "./outline-order.ts";
import {
  countFigure,
  LABELS,
  maybeBlank,
  moneyUnitArbitrary,
  nameArbitrary,
  rowArbitrary,
  words,
} from "./testing-words.ts";

/** What all lines of a generated programme share. */
export interface Shape {
  readonly years: readonly number[];
  readonly withTotal: boolean;
  readonly numbered: boolean;
  readonly weighed: boolean;
  readonly before: string | null;
  readonly sources: readonly FundingSource[];
  readonly noteHeadings: readonly string[];
}

/** Where a programme pays from settlements' budgets it has a local one too; otherwise the two are one. */
export const shapeArbitrary: fc.Arbitrary<Shape> = fc
  .record({
    first: fc.integer({ min: 2020, max: 2030 }),
    count: fc.integer({ min: 1, max: 5 }),
    withTotal: fc.boolean(),
    numbered: fc.boolean(),
    weighed: fc.boolean(),
    before: fc.constantFrom(null, "base", "past"),
    sources: fc.subarray([...SOURCES], { minLength: 1 }),
    noteHeadings: fc.subarray(["КБК", "ГРБС", "Источник информации"]),
  })
  .map(({ first, count, before, sources, ...rest }) => ({
    ...rest,
    years: Array.from({ length: count }, (_, at) => first + at),
    before: before === "past" ? String(first - 1) : before,
    sources: sources.includes("settlement") ? [...new Set<FundingSource>([...sources, "local"])] : sources,
  }));

export function keysOf({ years, withTotal }: Shape): string[] {
  return [...years.map(String), ...(withTotal ? ["total"] : [])];
}

const noteText = fc
  .constantFrom("909 0113 0100", "управление делами", "отчёт исполнителя", "по запросу; ежегодно")
  .filter((text) => !/^[\d ]+$/.test(text));

function notesArbitrary(headings: readonly string[]): fc.Arbitrary<Note[]> {
  return fc
    .subarray([...headings])
    .chain((chosen) => fc.tuple(...chosen.map((heading) => noteText.map((text) => ({ heading, text: words(text) })))));
}

const executor = fc.constantFrom("Администрация района", "органы ТОС", "МКУ «Центр «Родник»", "Совет депутатов");

function costRows(unit: MoneyUnit, shape: Shape): fc.Arbitrary<{ cost: FigureRow; sources: FigureRow[] }> {
  const keys = keysOf(shape);
  const sources = fc
    .subarray([...shape.sources])
    .map((chosen) => (chosen.includes("settlement") ? [...new Set<FundingSource>([...chosen, "local"])] : chosen))
    .chain((chosen) => fc.tuple(...chosen.map((kind) => rowArbitrary(kind, { keys, unit }))));
  return fc.record({ cost: rowArbitrary("cost", { keys, unit }), sources });
}

/** An activity under its headings; `position` numbers it where the programme numbers its activities. */
export function activityArbitrary(shape: Shape, standing: Standing, position: number): fc.Arbitrary<Activity> {
  const keys = keysOf(shape);
  return moneyUnitArbitrary.chain((unit) =>
    fc
      .record({
        name: nameArbitrary.map(words),
        quantity: fc.option(rowArbitrary("quantity", { keys, unit: null })),
        unitCost: fc.option(rowArbitrary("unitCost", { keys, unit })),
        money: costRows(unit, shape),
        again: fc.boolean(),
        executors: fc.uniqueArray(executor, { maxLength: 3 }),
        expectedResult: fc.option(nameArbitrary.map(words)),
        notes: notesArbitrary(shape.noteHeadings),
      })
      .map(({ money, again, executors, ...line }) => ({
        ...line,
        number: shape.numbered ? `1.${position}` : null,
        subprogramme: standing.subprogramme,
        goal: standing.goal ?? 1,
        objective: standing.objective,
        cost: money.cost,
        sources: money.sources,
        repeated: again ? [money.cost] : [],
        executorText: executors.length > 0 ? words(executors.join("; ")) : null,
        executors: executors.map(words),
      })),
  );
}

/** An indicator under its headings. */
export function indicatorArbitrary(shape: Shape, standing: Standing, position: number): fc.Arbitrary<Indicator> {
  const keys = [...(shape.before ? [shape.before] : []), ...shape.years.map(String)];
  return fc
    .record({
      name: nameArbitrary,
      unit: fc.option(fc.constantFrom("единиц", "процент", "тыс. руб.", "чел.").map(words)),
      weight: shape.weighed ? countFigure : fc.constant(null),
      values: fc.record(Object.fromEntries(keys.map((key) => [key, maybeBlank(countFigure)]))),
      notes: notesArbitrary(shape.noteHeadings),
      other: fc.option(countFigure),
    })
    .map(({ name, values, other, ...line }) => ({
      ...line,
      ...standing,
      number: `${standing.objective ?? 1}.${position}`,
      name: words(name),
      targets: { kind: "target", label: words(name), unit: null, values },
      others: other ? [{ heading: "Примечание", figure: other }] : [],
    }));
}

const TOTAL_LABELS: Readonly<Record<Rollup["of"], (number: number) => string[]>> = {
  objective: (n) => [`Итого затрат на решение задачи ${n}, в том числе:`, `Итого по задаче № ${n}`],
  goal: (n) => [`Итого затрат на достижение цели ${n}`, `Всего по цели ${n}`],
  subprogramme: (n) => [`Итого по подпрограмме ${n}`, `Всего по подпрограмме ${n}:`],
  programme: () => ["Всего по программе", "Итого по муниципальной программе"],
};

/** A total of what stands under the headings. */
export function rollupArbitrary(shape: Shape, of: Rollup["of"], standing: Standing): fc.Arbitrary<Rollup> {
  const number = { ...standing, programme: 1 }[of] ?? 1;
  const keys = keysOf(shape);
  return moneyUnitArbitrary.chain((unit) =>
    fc
      .record({
        cost: rowArbitrary("cost", { keys, unit, labels: TOTAL_LABELS[of](number) }),
        sources: fc.tuple(...shape.sources.map((kind) => rowArbitrary(kind, { keys, unit, labels: LABELS[kind] }))),
      })
      .map(({ cost, sources }) => ({
        of,
        number,
        goal: of === "objective" ? (standing.goal ?? 1) : null,
        subprogramme: of === "objective" || of === "goal" ? standing.subprogramme : null,
        rows: [cost, ...sources],
        repeated: [],
      })),
  );
}

/** Annex 3 in one unit. */
export function summaryArbitrary(shape: Shape): fc.Arbitrary<FigureRow[]> {
  const keys = keysOf(shape);
  return fc
    .tuple(moneyUnitArbitrary, fc.nat({ max: 1 }))
    .chain(([unit, which]) =>
      fc
        .tuple(
          rowArbitrary("cost", { keys, unit, labels: ["Всего финансовых затрат, в том числе за счет:"] }),
          ...shape.sources.map((kind) => rowArbitrary(kind, { keys, unit })),
        )
        .map((rows) => rows.map((row) => ({ ...row, unit: words(UNIT_IN_HEAD[unit][which] ?? "") }))),
    );
}

const UNIT_IN_HEAD: Readonly<Record<MoneyUnit, readonly string[]>> = {
  rouble: ["руб.", "рублей"],
  thousand: ["тыс. руб.", "тыс. рублей"],
  million: ["млн руб.", "млн рублей"],
};
