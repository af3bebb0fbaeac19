import { expect, test } from "vitest";
import { ACT_FINDING_CODES, type ActFinding } from "./amend/act.ts";
import { actFindingMessage } from "./messages-amend.ts";

const FINDING: ActFinding = {
  code: "not-found",
  severity: "error",
  where: { point: "1.3.", block: 7, text: "" },
  related: [],
  found: "185,0",
  expected: "180,0",
  variant: "there",
  values: {},
};

test("a finding of an act says its point, what the act says and what stands there", () => {
  expect(actFindingMessage(FINDING, "ru")).toBe("Пункт 1.3: «185,0» по этому адресу не стоит. Там стоит: «180,0».");
});

test.each(ACT_FINDING_CODES)("%s is a sentence in both languages with nothing left to fill in", (code) => {
  for (const language of ["ru", "en"] as const)
    expect(actFindingMessage({ ...FINDING, code }, language)).toMatch(/^(?!.*\{).+\.$/);
});
