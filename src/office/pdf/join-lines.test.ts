import { expect, test } from "vitest";
import { joinLines, listKnownWords, printsSpaces } from "./join-lines.ts";
import type { Line } from "./marks.ts";

const LETTER = 5;

/** Lines of a column as wide as the longest; a trailing space was printed. */
function setLines(...texts: readonly string[]): readonly Line[] {
  return texts.map((text, row) => {
    const shown = text.trimEnd();
    const left = shown.length - shown.trimStart().length;
    const place = { left: left * LETTER, right: shown.length * LETTER, top: row * 12, bottom: row * 12 + 10 };
    return { text: shown.trim(), endsOpen: text !== shown, ...place, baseline: row * 12 + 9, size: 10 };
  });
}

function join(lines: readonly Line[], words = ""): readonly string[] {
  const known = new Set([...listKnownWords(lines), ...words.split(" ")]);
  const right = Math.max(...lines.map((line) => line.right));
  return joinLines(lines, { left: 0, right, printsSpaces: printsSpaces([lines]), known });
}

test.each<[string, readonly string[], string, readonly string[]]>([
  ["lines that go on", ["Проведение семинаров", "для председателей"], "", ["Проведение семинаров для председателей"]],
  [
    "a word broken at the edge, known elsewhere",
    ["мы о взаимодействующе", "м"],
    "взаимодействующем",
    ["мы о взаимодействующем"],
  ],
  [
    "two words that fill their lines",
    ["сельскохозяйственный", "район"],
    "сельскохозяйственный",
    ["сельскохозяйственный район"],
  ],
  ["a hyphen of the word's own", ["подготовка пресс-", "релизов"], "", ["подготовка пресс-релизов"]],
  ["a hyphen of the line's end", ["подготовка семи-", "наров"], "семинаров", ["подготовка семинаров"]],
  ["a line that left room", ["Первое.", "Второе предложение"], "", ["Первое.", "Второе предложение"]],
  ["a list", ["1. Количество встреч", "2. Количество приёмов"], "", ["1. Количество встреч", "2. Количество приёмов"]],
  ["a dash before a sum", ["областной бюджет ", "– 60,0"], "", ["областной бюджет – 60,0"]],
  ["kopecks that fell down", ["138 888,", "89"], "", ["138 888,89"]],
  [
    "a bracket that fell down",
    ["число жителей района ", "(от общего числа лиц", ")"],
    "",
    ["число жителей района (от общего числа лиц)"],
  ],
])("%s", (_what, texts, words, expected) => {
  expect(join(setLines(...texts), words)).toEqual(expected);
});

test("a line that is set in begins a paragraph", () => {
  expect(join(setLines("Программа утверждена", "      Мероприятия их"))).toEqual([
    "Программа утверждена",
    "Мероприятия их",
  ]);
});
