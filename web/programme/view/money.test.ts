import { describe, expect, it } from "vitest";
import type { Activity } from "../../../src/programme/contract.ts";
import type { Consolidation } from "../../../src/programme/views.ts";
import { chooseHeadline, consolidateMoney, describeCourse, listSources } from "./money.ts";

const NOTHING = { 2024: 0n, 2025: 0n, 2026: 0n, total: 0n };

function consolidate(
  local: readonly [bigint, bigint, bigint],
  regional: readonly [bigint, bigint, bigint] = [0n, 0n, 0n],
) {
  const row = (years: readonly bigint[]) => ({
    2024: years[0] ?? 0n,
    2025: years[1] ?? 0n,
    2026: years[2] ?? 0n,
    total: years.reduce((sum, year) => sum + year, 0n),
  });
  const cost = row(local.map((year, index) => year + (regional[index] ?? 0n)));
  return {
    federal: NOTHING,
    settlement: NOTHING,
    extrabudgetary: NOTHING,
    local: row(local),
    regional: row(regional),
    cost,
  } as Consolidation;
}

const YEARS = [2024, 2025, 2026];

describe("the headline of the money", () => {
  const cases: readonly [string, Consolidation, unknown][] = [
    [
      "names a source that grows more than fourfold",
      consolidate([15000000n, 65000000n, 65000000n]),
      { kind: "grows", source: "local", year: 2025, times: 4, form: "over" },
    ],
    [
      "says exactly where it is exact",
      consolidate([100n, 200n, 200n]),
      { kind: "grows", source: "local", year: 2025, times: 2, form: "exact" },
    ],
    [
      "rounds up with «почти»",
      consolidate([100n, 100n, 270n]),
      { kind: "grows", source: "local", year: 2026, times: 3, form: "nearly" },
    ],
    [
      "prefers the larger growth",
      consolidate([100n, 200n, 200n], [100n, 100n, 500n]),
      { kind: "grows", source: "regional", year: 2026, times: 5, form: "exact" },
    ],
    ["says that all years are alike", consolidate([100n, 100n, 100n]), { kind: "even", amount: 100n }],
    [
      "does not call a source new to the programme a growth",
      consolidate([0n, 100n, 100n]),
      { kind: "whole", amount: 200n },
    ],
    ["says that there is none", consolidate([0n, 0n, 0n]), { kind: "none" }],
    ["does not make news of less than twofold", consolidate([100n, 150n, 190n]), { kind: "whole", amount: 440n }],
  ];
  it.each(cases)("%s", (_name, table, headline) => {
    expect(chooseHeadline(table, YEARS)).toEqual(headline);
  });
});

describe("the course of a source through the years", () => {
  it.each([
    ["1, 1, 1", [1n, 1n, 1n], "even"],
    ["1, 2, 2", [1n, 2n, 2n], "up"],
    ["3, 2, 2", [3n, 2n, 2n], "down"],
    ["1, 3, 2", [1n, 3n, 2n], "mixed"],
    ["5", [5n], "even"],
  ] as const)("of %s is its course", (_, amounts, course) => {
    expect(describeCourse(amounts)).toBe(course);
  });
});

describe("money that no source is named for", () => {
  const makeActivity = (cost: bigint, sources: readonly (readonly [string, bigint])[]) => {
    const row = (kind: string, value: bigint) => ({ kind, values: { 2024: { value } } });
    return {
      cost: row("cost", cost),
      sources: sources.map(([kind, value]) => row(kind, value)),
    } as unknown as Activity;
  };
  const activities = [makeActivity(5n, []), makeActivity(7n, [["local", 7n]])];

  it("is shown by itself, last", () => {
    expect(listSources(activities)).toEqual(["local", "unnamed"]);
    expect(consolidateMoney(activities, [2024]).unnamed[2024]).toBe(5n);
  });

  it("is not there where it is nothing", () => {
    expect(listSources([makeActivity(0n, [])])).toEqual([]);
  });
});
