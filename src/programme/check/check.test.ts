import { describe, expect, it } from "vitest";
import type { FindingCode } from "../contract.ts";
import { FINDING_CODES } from "../contract.ts";
import { findingMessage } from "../messages.ts";
import { CLEAN, change, readText } from "./testing.ts";

type Change = readonly [from: string, to: string, nth?: number];

interface Case {
  readonly says: string;
  readonly changes: readonly Change[];
  /** What must be among the findings: code, severity, found, expected. */
  readonly finding: readonly [FindingCode, "error" | "warning" | "note", string | null, string | null];
}

const CASES: readonly Case[] = [
  {
    says: "a total that is not the sum of its years",
    changes: [["\t6\n\tРес", "\t7\n\tРес"]],
    finding: ["sum-years", "error", "7", "6"],
  },
  {
    says: "a cost that is not the sum of its sources",
    changes: [["\tобластной бюджет\n\tтыс. руб.\n\t20,0", "\tобластной бюджет\n\tтыс. руб.\n\t21,0"]],
    finding: ["sum-sources", "error", "40,0", "41,0"],
  },
  {
    says: "a product that is not the cost",
    changes: [["\tединица\n\t2", "\tединица\n\t3"]],
    finding: ["quantity-cost", "error", "40,0", "60,0"],
  },
  {
    says: "an objective's total that is not its activities",
    changes: [["задачи 1\n\t\n\tтыс. руб.\n\t40,0", "задачи 1\n\t\n\tтыс. руб.\n\t45,0"]],
    finding: ["rollup-objective", "error", "45,0", "40,0"],
  },
  {
    says: "a goal's total that is not its objectives",
    changes: [["цели 1\n\t\n\tтыс. руб.\n\t100,0", "цели 1\n\t\n\tтыс. руб.\n\t101,0"]],
    finding: ["rollup-goal", "error", "101,0", "100,0"],
  },
  {
    says: "unit costs added up where the table adds them up",
    changes: [
      ["\t20,0\n\t20,0\n\t20,0", "\t20,0\n\t20,0\n\t40,0"],
      ["\t20,0\n\t24,0\n\t22,0", "\t20,0\n\t24,0\n\t44,0"],
    ],
    finding: ["meaningless-total", "note", "40,0", null],
  },
  {
    says: "a mean price that was rounded",
    changes: [["числе:\n\tтыс. руб.\n\t60,0", "числе:\n\tтыс. руб.\n\t60,1"]],
    finding: ["rounding", "note", "60,1", "60,0"],
  },
  {
    says: "a passport that differs from annex 3",
    changes: [["всего 300,0 тыс. рублей: 2025 год – 100,0", "всего 300,0 тыс. рублей: 2025 год – 90,0"]],
    finding: ["passport-summary", "error", "90,0", "100,0"],
  },
  {
    says: "an annex 3 that differs from annex 2",
    changes: [["затрат\n\t300,0\n\t100,0", "затрат\n\t300,0\n\t110,0"]],
    finding: ["summary-activities", "error", "110,0", "100,0"],
  },
  {
    says: "another wording of an indicator in the passport",
    changes: [["1. Количество проведенных семинаров", "1. Количество учебных дней"]],
    finding: ["indicator-list", "warning", "Количество учебных дней", "Количество проведенных семинаров"],
  },
  {
    says: "an indicator that the text leaves out",
    changes: [["2. Количество площадок праздника двора\n\nУТВ", "\nУТВ"]],
    finding: ["indicator-list", "warning", null, "Количество площадок праздника двора"],
  },
  {
    says: "another wording of an objective",
    changes: [["2) праздники дворов", "2) благоустройство дворов"]],
    finding: ["objective-list", "warning", "благоустройство дворов", "Праздники дворов"],
  },
  {
    says: "an indicator and its activity that plan different numbers",
    changes: [["\t0,5\n\t2\n", "\t0,5\n\t1\n"]],
    finding: ["indicator-activity", "warning", "1", "2"],
  },
  {
    says: "an indicator that repeats money",
    changes: [
      [
        "Количество площадок праздника двора\n\tединиц\n\t0,5\n\t3\n\t5",
        "Сумма на площадки праздника двора\n\tтыс. руб.\n\t0,5\n\t60,0\n\t120,0",
      ],
    ],
    finding: ["indicator-money", "note", "60,0", null],
  },
  {
    says: "an indicator of money that differs from the money",
    changes: [
      [
        "Количество площадок праздника двора\n\tединиц\n\t0,5\n\t3\n\t5",
        "Сумма на площадки праздника двора\n\tтыс. руб.\n\t0,5\n\t60,0\n\t125,0",
      ],
    ],
    finding: ["indicator-money", "warning", "125,0", "120,0"],
  },
  {
    says: "an activity that no indicator follows",
    changes: [["Проведение семинаров\n\tКоличество", "Издание листовок\n\tКоличество"]],
    finding: ["activity-without-indicator", "warning", "Издание листовок", null],
  },
  {
    says: "an indicator under another objective than its activity",
    changes: [
      [
        "2.1. Количество площадок праздника двора\n\tединиц\n\t0,5\n\t3\n\t5",
        "2.1. Количество проведенных семинаров\n\tединиц\n\t0,5\n\t2\n\t4",
      ],
    ],
    finding: ["misplaced-indicator", "warning", "2", "1"],
  },
  {
    says: "other years in the passport's term",
    changes: [["2025 - 2026 годы\n", "2025 - 2027 годы\n"]],
    finding: ["years-differ", "warning", "2025, 2026, 2027", "2025, 2026"],
  },
  {
    says: "an executor whom the passport does not name",
    changes: [["\tРесурсный центр «Родник»\n\tОбуч", "\tСовет депутатов\n\tОбуч"]],
    finding: ["executor-unknown", "warning", "Совет депутатов", null],
  },
  {
    says: "an executor without an activity",
    changes: [["\tРесурсный центр «Родник»\n\tОбуч", "\tАдминистрация Приозёрного района\n\tОбуч"]],
    finding: ["executor-unknown", "warning", "Ресурсный центр «Родник»", null],
  },
  {
    says: "another number of the same resolution",
    changes: [["№ 77", "№ 78", 3]],
    finding: ["resolution-differs", "warning", "01.10.2024 № 78", "01.10.2024 № 77"],
  },
  {
    says: "a resolution without date and number",
    changes: [["от 01.10.2024 г. № 77", "от"]],
    finding: ["resolution-differs", "warning", null, "01.10.2024 № 77"],
  },
  {
    says: "weights that do not add up",
    changes: [["\t0,5\n\t2\n", "\t6\n\t2\n"]],
    finding: ["weights-not-weights", "warning", "6", null],
  },
  {
    says: "sums of the years under another head",
    changes: [
      ["\t2\n\t4\n\t\n", "\t2\n\t4\n\t6\n"],
      ["\t3\n\t5\n\t\n", "\t3\n\t5\n\t8\n"],
    ],
    finding: ["sums-under-another-name", "warning", "6", null],
  },
  {
    says: "roubles among thousands",
    changes: [
      [
        "\tСтоимость единицы\n\tтыс. руб.\n\t20,0\n\t20,0\n\t20,0",
        "\tСтоимость единицы\n\tруб.\n\t20000\n\t20000\n\t20000",
      ],
    ],
    finding: ["unit-mixed", "warning", "руб.", "тыс. руб."],
  },
  {
    says: "a unit printed twice",
    changes: [["всего 300,0 тыс. рублей", "всего 300,0 тыс. руб. рублей"]],
    finding: ["unit-twice", "note", "тыс. руб. рублей", "тыс. руб."],
  },
  {
    says: "a row printed twice",
    changes: [
      [
        "\tместный бюджет\n\tтыс. руб.\n\t20,0\n\t40,0\n\t60,0\n\t\n\t\n\n",
        "\tместный бюджет\n\tтыс. руб.\n\t20,0\n\t40,0\n\t60,0\n\t\n\t\n\n\t\n\tместный бюджет\n\tтыс. руб.\n\t20,0\n\t40,0\n\t60,0\n\t\n\t\n\n",
      ],
    ],
    finding: ["row-repeated", "warning", "местный бюджет", null],
  },
  {
    says: "a row printed twice with another figure",
    changes: [
      [
        "\tместный бюджет\n\tтыс. руб.\n\t20,0\n\t40,0\n\t60,0\n\t\n\t\n\n",
        "\tместный бюджет\n\tтыс. руб.\n\t20,0\n\t40,0\n\t60,0\n\t\n\t\n\n\t\n\tместный бюджет\n\tтыс. руб.\n\t20,0\n\t30,0\n\t50,0\n\t\n\t\n\n",
      ],
    ],
    finding: ["row-repeated", "error", "30,0", "40,0"],
  },
  {
    says: "a cell that goes on in another row",
    changes: [
      ["Ресурсный центр «Родник»\n\tОбуч", "Ресурсный центр\n\tОбуч"],
      [
        "\tСтоимость единицы\n\tтыс. руб.\n\t20,0\n\t20,0\n\t20,0\n\t\n",
        "\tСтоимость единицы\n\tтыс. руб.\n\t20,0\n\t20,0\n\t20,0\n\t«Родник»\n",
      ],
    ],
    finding: ["cell-torn", "warning", "«Родник»", "Ресурсный центр «Родник»"],
  },
  {
    says: "a column that the numbering row skips",
    changes: [["\t1\n\t2\n\t3\n\t4\n\t5\n\t6\n\t7\n\n", "\t1\n\t2\n\t3\n\t\n\t4\n\t5\n\t6\n\n"]],
    finding: ["column-unnumbered", "note", null, null],
  },
  {
    says: "a number with a stray space",
    changes: [["затрат\n\t300,0\n", "затрат\n\t300, 0\n"]],
    finding: ["number-malformed", "warning", "300, 0", "300,0"],
  },
  {
    says: "words where a number belongs",
    changes: [["\tединица\n\t2\n", "\tединица\n\tдва\n"]],
    finding: ["not-understood", "warning", "два", null],
  },
  {
    says: "an annex that is not there",
    changes: [
      [
        "Задачи\n\tНаименование целевого индикатора\n\tЕд. измерения\n\tЗначение весового коэффициента\n\t2025 год\n\t2026 год",
        "А\n\tБ\n\tВ\n\tГ\n\tД\n\tЕ",
      ],
    ],
    finding: ["not-understood", "warning", null, null],
  },
];

const RATIO: readonly Change[] = [
  ["\tобластной бюджет\n\tтыс. руб.\n\t20,0\n\t40,0", "\tобластной бюджет\n\tтыс. руб.\n\t39,0\n\t78,0"],
];

describe("a programme in which everything agrees", () => {
  it("gives no finding", () => {
    expect(readText(CLEAN).findings).toEqual([]);
  });
});

describe("the check finds", () => {
  it.each(CASES)("$says", ({ changes, finding }) => {
    const [code, severity, found, expected] = finding;
    expect(change(...changes).findings).toContainEqual(expect.objectContaining({ code, severity, found, expected }));
  });

  it("knows a case for every code but the one that needs three years", () => {
    const codes = new Set<string>(CASES.map(({ finding }) => finding[0]));
    expect(FINDING_CODES.filter((code) => !codes.has(code))).toEqual(["cofinancing-ratio"]);
  });

  it("says every finding in both languages without a placeholder left", () => {
    for (const { changes } of CASES) {
      for (const finding of change(...changes).findings) {
        for (const language of ["ru", "en"] as const) {
          const sentence = findingMessage(finding, language);
          expect(sentence).not.toMatch(/\{\w+\}|undefined|NaN/);
        }
      }
    }
  });
});

describe("the co-financing ratio", () => {
  it("does not judge a programme of two years, in which no two agree against a third", () => {
    expect(change(...RATIO).findings.filter(({ code }) => code === "cofinancing-ratio")).toEqual([]);
  });
});
