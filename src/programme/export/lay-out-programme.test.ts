import { describe, expect, it } from "vitest";
import type { PaperTable } from "../../office/paper.ts";
import { CLEAN, readText } from "../check/testing.ts";
import type { Programme } from "../contract.ts";
import { importProgramme } from "../import/index.ts";
import { readExampleTree } from "../testing.ts";
import { layOutProgramme } from "./lay-out-programme.ts";

const example = importProgramme(readExampleTree()).programme;

function tablesOf(programme: Programme): PaperTable[] {
  return layOutProgramme(programme).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "table" ? [block] : [])),
  );
}

function linesOf(programme: Programme, section: number): [style: string, text: string][] {
  const blocks = layOutProgramme(programme).sections[section]?.blocks ?? [];
  return blocks.flatMap((block): [string, string][] => (block.kind === "paragraph" ? [[block.style, block.text]] : []));
}

describe("a programme in its document's own form", () => {
  it("stands upright with its annexes of many columns across the sheet", () => {
    expect(layOutProgramme(example).sections.map(({ orientation }) => orientation)).toEqual([
      "portrait",
      "landscape",
      "landscape",
      "portrait",
    ]);
  });

  it("has its letterheads at the right and its names in the middle", () => {
    const lines = linesOf(example, 1);
    expect(lines.map(([style]) => style)).toEqual([...new Array(9).fill("letterhead"), "title"]);
    expect(lines.slice(4, 6)).toEqual([
      ["letterhead", "от 18.08.2023 г. № 1056/89"],
      ["letterhead", "Приложение  №1"],
    ]);
    expect(
      linesOf(example, 2)
        .slice(-2)
        .map(([style]) => style),
    ).toEqual(["title", "title"]);
  });

  it("has the document's own heads, the numbering row with its gap included", () => {
    const [, indicators, activities] = tablesOf(example);
    expect(indicators?.rows[3]?.cells.map(({ text }) => text)).toEqual(["1", "2", "3", "", "4", "5", "6", "7"]);
    expect(activities?.rows[0]?.cells.map(({ text, columnSpan }) => [text, columnSpan])).toEqual([
      ["Наименование мероприятия", 1],
      ["Наименование показателя", 1],
      ["Единица измерения", 1],
      ["Значение показателя", 4],
      ["Ответственный исполнитель", 1],
      ["Ожидаемый результат", 1],
    ]);
    expect(activities?.headRows).toBe(4);
  });

  it("heads its goals and objectives as the document did", () => {
    const headings =
      tablesOf(example)[2]
        ?.rows.slice(4)
        .filter(({ cells }) => cells.length === 1) ?? [];
    expect(headings.map(({ cells }) => cells[0]?.text.split(":")[0])).toEqual([
      "1. Цель",
      "1.1. Задача 1",
      "1.2. Задача 2",
      "1.3. Задача 3",
      "1.4. Задача 4",
    ]);
  });

  it("merges the name, executor and result of an activity beside its rows", () => {
    const block = tablesOf(example)[2]?.rows.slice(6, 12) ?? [];
    expect(block.map(({ cells }) => cells.length)).toEqual([9, 6, 6, 6, 6, 6]);
    expect(block[0]?.cells.map(({ rowSpan = 1 }) => rowSpan)).toEqual([6, 1, 1, 1, 1, 1, 1, 6, 6]);
  });

  it("leaves out what the programme does not have", () => {
    const { programme } = readText(CLEAN);
    expect(tablesOf({ ...programme, summary: [], indicators: [] })).toHaveLength(2);
    expect(tablesOf({ ...programme, passport: { ...programme.passport, rows: [] } })).toHaveLength(3);
  });

  it("names an annex whose document named none", () => {
    const { programme } = readText(CLEAN);
    expect(linesOf({ ...programme, partTexts: [] }, 3).slice(0, 2)).toEqual([
      ["letterhead", "Приложение № 3"],
      ["letterhead", "к муниципальной программе"],
    ]);
  });
});
