import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeRandom } from "../../../tests/bench/generate-programme.ts";
import { assignBest } from "./assign.ts";
import { type MatchLine, proposeMatch } from "./index.ts";

interface Given {
  readonly number?: string;
  readonly parent?: string;
  readonly money?: readonly number[];
}

function line(key: string, name: string, { number, parent, money = [] }: Given = {}): MatchLine {
  const figures = money.flatMap((sum, at) => (sum === 0 ? [] : [[`local:${2024 + at}`, BigInt(sum)] as const]));
  return { key, kind: "activity", number: number ?? null, name, parent: parent ?? null, figures: new Map(figures) };
}

const print = (known: readonly MatchLine[], lines: readonly MatchLine[]) => {
  const match = proposeMatch(known, lines);
  return [
    ...match.lines.map(
      (one) =>
        `${one.key} ${one.reason} ${one.known ?? "-"}${one.from.length > 0 ? ` from ${one.from.join()}` : ""}${one.moved ? " moved" : ""}`,
    ),
    ...match.ended.map((one) => `${one.known} ended`),
  ];
};

const CASES: readonly [string, readonly MatchLine[], readonly MatchLine[], readonly string[]][] = [
  [
    "the same number and name",
    [line("a", "Конкурс проектов", { number: "1" })],
    [line("x", "Конкурс проектов", { number: "1" })],
    ["x same-number-name a"],
  ],
  [
    "the same name under another number, printed a little differently",
    [line("a", "Проведение «Дня соседей»", { number: "1" })],
    [line("x", 'Проведение "Дня соседей".', { number: "2" })],
    ["x same-name a"],
  ],
  [
    "a name reworded",
    [line("a", "Проведение семинаров для председателей ТОС"), line("b", "Публикации в газетах")],
    [line("x", "Публикации в газетах"), line("y", "Организация и проведение семинаров для активистов ТОС")],
    ["x same-number-name b", "y reworded a"],
  ],
  [
    "the same under another objective",
    [line("a", "Конкурс проектов", { parent: "p" })],
    [line("x", "Конкурс проектов", { parent: "q" })],
    ["x same-number-name a moved"],
  ],
  [
    "only the figures are the same",
    [line("a", "Ремонт клубов", { money: [5, 7] }), line("b", "Ремонт школ", { money: [1, 2] })],
    [line("x", "Благоустройство площадок", { money: [5, 7] })],
    ["x same-figures a", "b ended"],
  ],
  ["nothing is alike", [line("a", "Ремонт клубов")], [line("x", "Выпуск альманаха")], ["x new -", "a ended"]],
  [
    "one line was split into two",
    [line("a", "Конкурс проектов и премия", { money: [10, 20] })],
    [line("x", "Конкурс проектов", { money: [6, 15] }), line("y", "Вручение премии главы", { money: [4, 5] })],
    ["x split a", "y split - from a"],
  ],
  [
    "two lines were put together",
    [line("a", "Конкурс проектов", { money: [6, 15] }), line("b", "Вручение премии главы", { money: [4, 5] })],
    [line("x", "Конкурс проектов и премия", { money: [10, 20] })],
    ["x joined a from b"],
  ],
  [
    "of lines of one name those with the same figures are one",
    [line("a", "Ремонт", { money: [1] }), line("b", "Ремонт", { money: [2] })],
    [line("x", "Ремонт", { money: [2] }), line("y", "Ремонт", { money: [3] })],
    ["x same-number-name b", "y same-number-name a"],
  ],
  [
    "two similar names: the nearest pair may not take the only partner of the other",
    [
      line("a", "Обучение председателей советов ТОС основам проектной работы"),
      line("b", "Обучение председателей советов ТОС"),
    ],
    [
      line("x", "Обучение председателей советов ТОС района основам проектной работы"),
      line("y", "Обучение председателей советов ТОС района"),
    ],
    ["x reworded a", "y reworded b"],
  ],
];

describe("what a line of a new edition is to the earlier one", () => {
  test.each(CASES)("%s", (_name, known, lines, expected) => {
    expect(print(known, lines)).toEqual(expected);
  });

  test("a goal and an activity of one name are two things", () => {
    const goal = { ...line("a", "Поддержка"), kind: "goal" as const };
    expect(print([goal], [line("x", "Поддержка")])).toEqual(["x new -", "a ended"]);
  });
});

test("every earlier line is carried on at most once, and is ended exactly when nothing goes on from it", () => {
  const name = fc.array(fc.constantFrom("ремонт", "дорог", "клубов", "конкурс", "проектов", "сёл"), {
    minLength: 1,
    maxLength: 3,
  });
  const lines = fc.array(fc.tuple(name, fc.nat(3)), { maxLength: 12 });
  const make = (prefix: string, list: readonly (readonly [string[], number])[]) =>
    list.map(([words, money], at) => line(`${prefix}${at}`, words.join(" "), { money: [money] }));
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const [known, fresh] = [make("a", one), make("x", other)];
      const { lines: matched, ended } = proposeMatch(known, fresh);
      const carried = matched.flatMap((match) => match.known ?? []);
      expect(new Set(carried).size).toBe(carried.length);
      const going = new Set([...carried, ...matched.flatMap((match) => match.from)]);
      expect(ended.map((end) => end.known)).toEqual(known.map(({ key }) => key).filter((key) => !going.has(key)));
      expect(matched.map((match) => match.key)).toEqual(fresh.map(({ key }) => key));
      expect(proposeMatch(known, fresh)).toEqual({ lines: matched, ended });
    }),
  );
});

test("the pairs chosen weigh as much as those that trying everything finds", () => {
  const edge = fc.record({ row: fc.nat(4), column: fc.nat(4), weight: fc.integer({ min: 1, max: 50 }) });
  fc.assert(
    fc.property(fc.uniqueArray(edge, { maxLength: 14, selector: ({ row, column }) => `${row} ${column}` }), (edges) => {
      const chosen = assignBest(5, edges);
      const weight = chosen.reduce(
        (sum, column, row) => sum + (edges.find((one) => one.row === row && one.column === column)?.weight ?? 0),
        0,
      );
      const taken = chosen.filter((column) => column >= 0);
      expect(new Set(taken).size).toBe(taken.length);
      expect(weight).toBe(tryAll(edges, 0, new Set()));
    }),
  );
});

function tryAll(
  edges: readonly { row: number; column: number; weight: number }[],
  row: number,
  used: ReadonlySet<number>,
): number {
  if (row === 5) return 0;
  const options = edges
    .filter((edge) => edge.row === row && !used.has(edge.column))
    .map((edge) => edge.weight + tryAll(edges, row + 1, new Set([...used, edge.column])));
  return Math.max(tryAll(edges, row + 1, used), ...options);
}

test("two thousand renamed lines find each other", () => {
  const random = makeRandom(7);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const names = Array.from(
    { length: 2000 },
    (_, at) => `${pick(["Ремонт", "Содержание", "Освещение"])} ${pick(["дорог", "дворов", "парков"])} в селе № ${at}`,
  );
  const known = names.map((name, at) => line(`a${at}`, name, { money: [at + 1, at + 2] }));
  const lines = names
    .toReversed()
    .map((name, at) => line(`x${at}`, `Капитальный ${name.toLowerCase()}`, { money: [5000 + at] }));
  const { lines: matched } = proposeMatch(known, lines);
  expect(matched.every((match, at) => match.known === `a${1999 - at}`)).toBe(true);
});
