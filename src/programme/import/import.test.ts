import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../office/read.ts";
import { describeFigures } from "../figures.ts";
import { readProgramme } from "../reading.ts";
import { DOCUMENTS, EXAMPLE } from "../testing.ts";

interface ExpectedFinding {
  readonly code: string;
  readonly severity: string;
  readonly where: readonly [part: string, table: number | null, row: number | null, column: number | null];
  readonly why: string;
  readonly onlyIn?: string;
}

const EXPECTED = JSON.parse(readFileSync(join(EXAMPLE, "findings.json"), "utf8")) as ExpectedFinding[];

describe.each(DOCUMENTS)("the $name file", ({ path, figures }) => {
  const { programme, findings } = readProgramme(readDocument(readFileSync(path)));

  it("reads to the expected figures", () => {
    expect(JSON.parse(JSON.stringify(describeFigures(programme)))).toEqual(JSON.parse(readFileSync(figures, "utf8")));
  });

  it("gives exactly the findings that are listed with their reasons, and no error", () => {
    const listed = EXPECTED.filter(({ onlyIn }) => onlyIn === undefined || path.endsWith(onlyIn));
    const place = ({ part, table, row, column }: (typeof findings)[number]["where"]) => [part, table, row, column];
    expect(findings.map(({ code, severity, where }) => [code, severity, ...place(where)])).toEqual(
      listed.map(({ code, severity, where }) => [code, severity, ...where]),
    );
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("reads the passport", () => {
    const { passport } = programme;
    expect(passport.customers.map(({ text }) => text)).toEqual([
      "Администрация Ордынского района Новосибирской области",
    ]);
    expect(passport.heads).toHaveLength(1);
    expect(passport.drafters).toHaveLength(1);
    expect(passport.executors).toHaveLength(3);
    expect(passport.termYears).toEqual([2024, 2025, 2026]);
    expect(passport.indicators).toHaveLength(7);
    expect(passport.expectedResults?.text.length).toBeGreaterThan(100);
  });

  it("reads sections, goal, objectives and the lists of the text", () => {
    expect(programme.sections.map(({ number }) => number)).toEqual(["II", "III", "IV", "V"]);
    expect(programme.sections[2]?.heading.text).toBe(
      "Перечень мероприятий и финансовое обеспечение реализации муниципальной программы",
    );
    expect(programme.sectionGoals).toHaveLength(1);
    expect(programme.sectionObjectives).toHaveLength(4);
    expect(programme.sectionIndicators).toHaveLength(7);
    expect(programme.indicatorObjectives.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(programme.activityObjectives.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it("reads every act named in the text and the state programme", () => {
    const acts = programme.resolutions.map(({ kind, role, date, number }) => [kind, role, date, number]);
    expect(acts).toContainEqual(["постановление", "develop", "2023-08-11", "1036/89"]);
    expect(acts).toContainEqual(["федеральный закон", "law", "2003-10-06", "131-ФЗ"]);
    expect(acts).toContainEqual(["постановление", "stateProgramme", "2018-12-26", "570-п"]);
    expect(acts.filter(([, role]) => role === "approve")).toEqual([
      ["постановление", "approve", null, null],
      ...new Array(3).fill(["постановление", "approve", "2023-08-18", "1056/89"]),
    ]);
    expect(programme.stateProgrammes.map(({ name }) => name.text)).toEqual([
      "Развитие институтов региональной политики и гражданского общества в Новосибирской области",
    ]);
  });

  it("reads the unit of annex 3 from its head, without the head's other words", () => {
    expect(programme.summary.map(({ unit }) => unit?.text)).toEqual(new Array(4).fill("тыс. руб."));
  });

  it("reads executors and expected results of all nine activities", () => {
    expect(programme.activities.map(({ executors }) => executors.length)).toEqual([3, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(programme.activities.every(({ expectedResult }) => (expectedResult?.text.length ?? 0) > 10)).toBe(true);
  });
});
