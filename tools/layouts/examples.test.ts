import { describe, expect, test } from "vitest";
import { FINDING_CODES, PARTS } from "../../src/programme/contract.ts";
import { type Example, type ExpectedTotal, type Money, type Row, readExamples } from "./examples.ts";
import { layOut } from "./lay-out.ts";
import { readSource } from "./source.ts";

const examples = readExamples();
const KINDS = ["federal", "regional", "local", "settlement", "extrabudgetary"] as const;
const LARGEST = 60_000;
/** Formats that LibreOffice writes, each version in its own way. */
const CONVERTED = ["odt", "ods"];

function rowOf(money: Money | undefined, kind: string): Row | undefined {
  return money?.[kind] as Row | undefined;
}

function addUp(values: readonly (number | null | undefined)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function keysOf({ figures }: Example): string[] {
  return [...figures.years.map(String), "total"];
}

/** Rows of money whose total or sum is not what its years or sources give, in words. */
function findWrongSums(example: Example, place: string, money: Money | undefined): string[] {
  const years = example.figures.years.map(String);
  const sources = KINDS.map((kind) => rowOf(money, kind)).filter((row) => row !== undefined);
  const whole = rowOf(money, "sum");
  const acrossYears = ["sum", ...KINDS].filter((kind) => {
    const row = rowOf(money, kind);
    return row?.total != null && row.total !== addUp(years.map((year) => row[year]));
  });
  const acrossSources = keysOf(example).filter(
    (key) => whole?.[key] != null && sources.length > 0 && whole[key] !== addUp(sources.map((row) => row[key])),
  );
  return [...acrossYears, ...acrossSources].map((odd) => `${place}: ${odd}`);
}

/** What an activity costs in a year: as printed, or its only source where nothing is printed for the whole. */
function costOf(money: Money, kind: string, key: string): number | null | undefined {
  if (kind !== "sum" || rowOf(money, "sum")) return rowOf(money, kind)?.[key];
  return addUp(KINDS.map((source) => rowOf(money, source)?.[key]));
}

function coveredBy({ figures }: Example, total: ExpectedTotal) {
  const [of, printed] = total.of.split(" ");
  const number = Number(printed);
  if (of === "programme") return figures.activities;
  if (of === "subprogramme") return figures.activities.filter((activity) => activity.subprogramme === number);
  if (of === "objective") {
    const same = figures.activities.filter((activity) => activity.objective === number);
    return same.filter(({ goal, subprogramme }) => goal === total.goal && subprogramme === total.subprogramme);
  }
  return figures.activities.filter((activity) => (activity.goal ?? 1) === number);
}

function findWrongTotals(example: Example, total: ExpectedTotal): string[] {
  const activities = coveredBy(example, total);
  return ["sum", ...KINDS].flatMap((kind) =>
    keysOf(example)
      .filter((key) => {
        const value = rowOf(total, kind)?.[key];
        return value != null && value !== addUp(activities.map((activity) => costOf(activity, kind, key)));
      })
      .map((key) => `${total.of}: ${kind} ${key}`),
  );
}

/** The passport's and the summary's money as far as the document's total of everything has it too. */
function findDisagreements({ figures }: Example, part: Money | undefined): string[] {
  const [programme, goal] = ["programme", "goal 1"].map((of) => figures.totals.find((total) => total.of === of));
  const all = programme ?? goal;
  return ["sum", ...KINDS].filter((kind) => {
    const row = rowOf(part, kind);
    const other = rowOf(all, kind);
    return row && other && JSON.stringify(row) !== JSON.stringify(other);
  });
}

const hasError = ({ findings }: Example, part: string) =>
  findings.some(({ severity, where }) => severity === "error" && where[0] === part);

describe.each(examples.map((example) => [example.name, example] as const))("%s", (_name, example) => {
  const { figures, findings, source } = example;

  test("is what its source lays out", async () => {
    const layout = readSource(source);
    expect(example.bytes.length).toBeLessThan(LARGEST);
    expect(example.file).toBe(`document.${layout.format.split(" ")[0]}`);
    if (CONVERTED.includes(layout.format)) return;
    expect(Buffer.from(await layOut(layout)).equals(Buffer.from(example.bytes))).toBe(true);
  });

  test("the passport and the summary add up and agree with the activities, but for listed mistakes", () => {
    const parts = [
      ["passport", figures.passportFinance],
      ["annex3", figures.summaryTable],
    ] as const;
    for (const [part, money] of parts.filter(([name]) => !hasError(example, name))) {
      expect(findWrongSums(example, part, money)).toEqual([]);
      expect(findDisagreements(example, money)).toEqual([]);
    }
  });

  test("activities and totals add up", () => {
    const activities = figures.activities.flatMap((activity) => findWrongSums(example, activity.name, activity));
    const totals = figures.totals.flatMap((total) => [
      ...findWrongSums(example, total.of, total),
      ...findWrongTotals(example, total),
    ]);
    expect([...activities, ...totals]).toEqual([]);
  });

  test("every name of the figures stands in the document", () => {
    const printed = source.replace(/\s+/g, " ");
    const names = [...figures.indicators, ...figures.activities].map(({ name }) => name);
    expect(names.filter((name) => !printed.includes(name))).toEqual([]);
    expect(figures.activities.length).toBeGreaterThanOrEqual(3);
  });

  test("findings point at a place with a known code and say why", () => {
    for (const { code, severity, where, why } of findings) {
      expect(FINDING_CODES).toContain(code);
      expect(["error", "warning", "note"]).toContain(severity);
      expect(PARTS).toContain(where[0]);
      expect(why).toMatch(/\.$/);
      const [, table, row, column] = where;
      if (table === null) continue;
      const tables = readSource(source).blocks.filter((block) => block.kind === "table");
      const cells = tables[table - 1]?.rows.flatMap((line) => line.cells) ?? [];
      expect(cells.some((cell) => cell.row === row && cell.column === column)).toBe(true);
    }
  });
});
