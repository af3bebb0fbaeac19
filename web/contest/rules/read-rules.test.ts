import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TermsText } from "../../../src/contest/call/contract.ts";
import { PRESETS } from "../../../src/contest/call/presets.ts";
import { type RulesText, rulesShape } from "../../../src/contest/rules/contract.ts";
import { readRules, tieOfCriterion } from "./read-rules.ts";

/** The fields of a form that was filled with these rules, as its components name them. */
function fill(rules: RulesText, facts: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  const put = (path: string, value: unknown): void => {
    if (value === null || value === undefined || value === false) return;
    if (typeof value === "object")
      for (const [name, own] of Object.entries(value)) put(path === "" ? name : `${path}.${name}`, own);
    else form.set(path, value === true ? "yes" : String(value).replace(/^(\d+)\.(\d+)$/, "$1,$2"));
  };
  const { criteria, tieBreaks = [], money, ...counting } = rules;
  put("", counting);
  form.set("split", money.split ?? "proportional");
  form.set("one", rules.one ?? "examined");
  form.set("winners.overrun", rules.winners.overrun ?? "stop");
  for (const [at, rule] of tieBreaks.entries())
    form.set(`tieBreaks.${at}`, rule.by === "higher-criterion" ? tieOfCriterion(rule.criterion) : rule.by);
  for (const [at, { source = "juror", ...criterion }] of criteria.entries()) {
    put(`criteria.${at}`, criterion);
    const { key, measure } = criterion;
    const isSum = measure.kind === "sum";
    form.set(`criteria.${at}.from`, source === "juror" ? "juror" : isSum ? "parts" : (facts[key] ?? "own-share"));
    if (isSum && source === "fact")
      for (const [row, part] of measure.parts.entries())
        form.set(`criteria.${at}.measure.parts.${row}.from`, facts[`${key}.${part.key}`] ?? "own-share");
  }
  return form;
}

const folder = join(import.meta.dirname, "../../../examples/regulations");
const published = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => [name, (JSON.parse(readFileSync(join(folder, name), "utf8")) as { rules: RulesText }).rules] as const);
const all = [...published, ...Object.entries(PRESETS).map(([name, { rules }]) => [name, rules] as const)];
const termsOf = (rules: RulesText): TermsText => ({ applicants: ["chair-person"], rules });

describe("the form of criteria", () => {
  test.each(all)("gives back the rules of %s that nobody changed", (_name, rules) => {
    const read = readRules(fill(rules), termsOf(rules));
    expect(rulesShape.parse(read.rules)).toEqual(rulesShape.parse(rules));
  });

  test("keeps from where each figure comes, of a sum by its parts", () => {
    const { facts, rules } = PRESETS.projects;
    expect(readRules(fill(rules, facts), PRESETS.projects).facts).toEqual(facts);
    const sum = published.map(([, own]) => own).find((own) => own.criteria.some(isCountedSum));
    const { key = "", measure } = sum?.criteria.find(isCountedSum) ?? {};
    const part = measure?.kind === "sum" ? measure.parts[0]?.key : "";
    if (sum) expect(readRules(fill(sum), termsOf(sum)).facts).toMatchObject({ [`${key}.${part}`]: "own-share" });
  });

  test("leaves empty rows out and makes keys for new ones that nobody had", () => {
    const form = fill(PRESETS.projects.rules);
    form.set("criteria.7.name", "Новый");
    form.set("criteria.7.measure.kind", "sum");
    form.set("criteria.7.measure.parts.0.name", "Первая");
    form.set("criteria.7.measure.parts.0.measure.kind", "yes-no");
    form.set("criteria.7.measure.parts.0.measure.points", "1");
    form.set("criteria.7.measure.parts.1.measure.kind", "yes-no");
    form.set("categories.0.name", "Молодые ТОС");
    const read = rulesShape.parse(readRules(form, PRESETS.projects).rules);
    expect(read.criteria.at(-1)).toMatchObject({ key: "criterion-1", measure: { parts: [{ key: "part-1" }] } });
    expect(read.categories).toEqual([{ key: "group-1", name: "Молодые ТОС" }]);
  });

  test("keeps words where figures belong, so that they are shown again beside their fault", () => {
    const form = fill(PRESETS.projects.rules);
    form.set("criteria.0.weight", "много");
    form.set("criteria.1.name", "");
    const { rules } = readRules(form, PRESETS.projects);
    expect(rules.criteria[0]?.weight).toBe("много");
    expect(rulesShape.safeParse(rules).error?.issues.map(({ path }) => path.join("."))).toEqual([
      "criteria.0.weight",
      "criteria.1.name",
    ]);
  });
});

const isCountedSum = ({ source, measure }: RulesText["criteria"][number]) =>
  source === "fact" && measure.kind === "sum";
