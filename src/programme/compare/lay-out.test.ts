import { describe, expect, test } from "vitest";
import type { Programme } from "../contract.ts";
import { readProgramme } from "../reading.ts";
import { readExampleTree } from "../testing.ts";
import { makeComparison } from "./index.ts";
import { layOutComparison } from "./paper.ts";
import { changeActivity, setMoney } from "./testing.ts";
import { buildComparisonBook } from "./workbook.ts";

const WAS = readProgramme(readExampleTree()).programme;
const BECAME = changeActivity(
  changeActivity(WAS, 5, (one) => setMoney(one, { kind: "local", key: "2025" }, 70_000_000n)),
  5,
  (one) => ({ ...one, name: { ...one.name, text: `${one.name.text}!` } }),
);
const named = (programme: Programme, name: string, basis: string | null) => ({
  programme,
  called: { title: programme.title.text, name, basis },
});
const COMPARISON = makeComparison(named(WAS, "редакция 1", null), named(BECAME, "редакция 2", "решение № 2"));

test("the paper has a row for each change, with its number, difference and basis", () => {
  const [section] = layOutComparison(COMPARISON, "ru").sections;
  const table = section?.blocks.find((block) => block.kind === "table");
  expect(section?.orientation).toBe("landscape");
  expect(table?.rows[0]?.cells.map((cell) => cell.text)).toEqual([
    "№",
    "Объект",
    "Было",
    "Стало",
    "Разница",
    "Причина",
    "Основание",
  ]);
  expect(table?.rows).toHaveLength(COMPARISON.changes.length + 1);
  const texts = table?.rows.slice(1).map((row) => row.cells.map((cell) => cell.text)) ?? [];
  expect(texts.every((row) => row[6] === "решение № 2")).toBe(true);
  expect(texts.find((row) => row[1]?.includes("местный бюджет, 2025 год"))?.[4]).toMatch(/^[+−]\d/);
});

test("editions that do not differ say so instead of an empty table", () => {
  const same = makeComparison(named(WAS, "редакция 1", null), named(WAS, "редакция 2", null));
  const blocks = layOutComparison(same, "ru").sections[0]?.blocks ?? [];
  expect(blocks.some((block) => block.kind === "table")).toBe(false);
  expect(blocks.at(-1)).toMatchObject({ text: "Редакции не различаются." });
});

describe("the workbook", () => {
  const [changes, money] = buildComparisonBook(COMPARISON, "ru").sheets;

  test("reckons each difference from the two figures beside it", () => {
    const rows = changes?.rows.slice(1) ?? [];
    expect(rows).toHaveLength(COMPARISON.changes.length);
    for (const [at, row] of rows.entries()) {
      const [was, became, difference] = [row[3]?.value ?? 0n, row[4]?.value ?? 0n, row[5]];
      if (difference?.formula === undefined) continue;
      expect(difference.formula).toBe(`N(E${at + 2})-N(D${at + 2})`);
      expect(difference.value).toBe(Number(became) >= 0 ? BigInt(became) - BigInt(was) : null);
    }
  });

  test("adds the money up by source and as a whole", () => {
    const last = money?.rows.at(-1);
    expect(last?.[2]?.formula).toMatch(/^C\d+\+C\d+$/);
    const total = COMPARISON.money?.became.cost.total ?? 0n;
    expect(Number(last?.[3]?.value)).toBeGreaterThan(0);
    expect(last?.[4]?.value).toBe(((last?.[3]?.value as bigint) ?? 0n) - ((last?.[2]?.value as bigint) ?? 0n));
    expect(total).toBeGreaterThan(0n);
  });
});
