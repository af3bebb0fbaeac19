import { expect, test } from "vitest";
import { accessRefusals } from "./access/index.ts";
import { contestRefusals } from "./contest/index.ts";
import { deskRefusals } from "./desk/index.ts";
import { eventRefusals } from "./event/index.ts";
import { Refusal } from "./kernel/refusal.ts";
import { ledgerRefusals } from "./ledger/index.ts";
import { OFFICE_REFUSALS } from "./office/refusals.ts";
import { platformRefusals } from "./platform/refusals.ts";
import { IMPORT_REFUSALS } from "./programme/import/refusals.ts";
import { programmeRefusals } from "./programme/index.ts";
import { explainRefusal, findRefusalText } from "./refusals.ts";
import { boundaryRefusals, registryRefusals } from "./registry/index.ts";
import { serverRefusals } from "./server/refusals.ts";

const lists = [
  accessRefusals,
  deskRefusals,
  OFFICE_REFUSALS,
  platformRefusals,
  IMPORT_REFUSALS,
  programmeRefusals,
  registryRefusals,
  ledgerRefusals,
  eventRefusals,
  boundaryRefusals,
  contestRefusals,
  serverRefusals,
];
const codes = lists.flatMap((list) => Object.keys(list));

test("no two lists have a code in common", () => {
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test.each(codes)("%s has a sentence in both languages with the same values", (code) => {
  const text = findRefusalText(code);
  const names = (sentence = "") => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
  expect(names(text?.ru)).toEqual(names(text?.en));
  expect(text?.status).toBeGreaterThanOrEqual(400);
});

test("a refusal is explained in the language of the page", () => {
  const refusal = new Refusal("reading-has-errors", { errors: 2 });
  expect(explainRefusal(refusal, "en")).toMatchObject({ status: 422, sentence: expect.stringContaining("errors: 2") });
  expect(explainRefusal(refusal, "ru")?.sentence).toContain("ошибки, их 2");
});

test("a refusal says days as Russian documents write them", () => {
  const refusal = new Refusal("ledger-before", { date: "2024-01-14", earlier: "2024-01-16" });
  const sentence = "День 14.01.2024 раньше записи, из которой это следует (16.01.2024).";
  expect(explainRefusal(refusal, "ru")?.sentence).toBe(sentence);
  expect(explainRefusal(refusal, "en")?.sentence).toContain("2024-01-14");
});

test("what is no refusal of ours is not explained", () => {
  expect(explainRefusal(new Error("reading-has-errors"), "ru")).toBeNull();
  expect(explainRefusal(new Refusal("no-such-code"), "ru")).toBeNull();
});
