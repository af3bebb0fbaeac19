import { describe, expect, it } from "vitest";
import { CLEAN, readText } from "../check/testing.ts";
import { essenceOf } from "./essence.ts";

/** One thing changed in the text of the clean programme. */
const CHANGES: readonly [what: string, from: string, to: string][] = [
  ["a figure", "| 40,0 |", "| 40,5 |"],
  ["the print of a figure", "| 40,0 |", "| 40,00 |"],
  ["a dash for a zero", "| 20,0 | 40,0 | 60,0 | |", "| – | 40,0 | 60,0 | |"],
  ["a unit", "тыс. руб. | 20,0 | 20,0 | 20,0", "руб. | 20,0 | 20,0 | 20,0"],
  ["a label", "Сумма затрат, в том числе:", "Сумма затрат"],
  ["the name of an activity", "Проведение семинаров |", "Проведение занятий |"],
  ["an executor", "| Ресурсный центр «Родник» |", "| Администрация |"],
  ["an expected result", "Обученные председатели", "Обученные жители"],
  ["the number of an indicator", "1.1. Количество", "1.2. Количество"],
  ["a target", "единиц | 0,5 | 2 | 4", "единиц | 0,5 | 2 | 5"],
  ["a weight", "единиц | 0,5 | 2 | 4", "единиц | 0,4 | 2 | 4"],
  ["the name of an objective", "1.1. Задача 1: Обучение", "1.1. Задача 1: Поддержка"],
  ["a paragraph of text", "Целью программы является поддержка", "Целью программы является развитие"],
  ["a line above an annex", "Приложение № 2", "Приложение № 22"],
  ["the title page", "МУНИЦИПАЛЬНАЯ ПРОГРАММА", "Муниципальная программа"],
  ["the passport", "Сроки реализации |", "Сроки и этапы |"],
  ["a total", "задачи 1 | | тыс. руб. | 40,0", "задачи 1 | | тыс. руб. | 41,0"],
  ["a figure of annex 3", "Всего финансовых затрат | 300,0", "Всего финансовых затрат | 301,0"],
];

/** As `CLEAN` writes its tables: cells on lines of their own. */
function inCells(text: string): string {
  return text
    .split("|")
    .map((cell) => cell.trim())
    .join("\n\t");
}

describe("the essence of a programme", () => {
  const clean = essenceOf(readText(CLEAN).programme);

  it.each(CHANGES)("shows %s", (_, from, to) => {
    const [before, after] = from.includes("|") ? [inCells(from), inCells(to)] : [from, to];
    expect(CLEAN).toContain(before);
    expect(essenceOf(readText(CLEAN.replace(before, after)).programme)).not.toEqual(clean);
  });

  it("leaves out white space", () => {
    const spaced = CLEAN.replaceAll("Целью программы", "Целью  программы").replaceAll(
      "Обученные пред",
      " Обученные пред",
    );
    expect(essenceOf(readText(spaced).programme)).toEqual(clean);
  });
});
