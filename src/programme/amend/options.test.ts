import { expect, test } from "vitest";
import { compareProgrammes } from "../compare/index.ts";
import type { Programme } from "../contract.ts";
import type { Edit } from "../draft/edit.ts";
import type { ActInput, TechniqueChoices } from "./act.ts";
import { suggestRequisites } from "./draft-act.ts";
import { listOptions } from "./options.ts";
import { amend, readExample } from "./testing.ts";

const was = readExample();
const MONEY: Edit = {
  do: "set",
  address: { of: "figure", at: 6, kind: "local", key: "2025" },
  was: "500,0",
  text: "400,0",
};

function input(became: Programme, techniques: TechniqueChoices = {}): ActInput {
  return { was, became, changes: compareProgrammes(was, became), requisites: suggestRequisites(was), techniques };
}

function say(given: ActInput): readonly string[] {
  return listOptions(given).map(
    ({ part, technique, options }) =>
      `${part}: ${technique}; ${options.map((one) => `${one.technique} ${one.bar ?? "free"}`).join(", ")}`,
  );
}

test("figures can be replaced or their part printed anew", () => {
  expect(say(input(amend(was, [MONEY])))).toEqual([
    "passport: replace; replace free, restate free",
    "annex2: replace; replace free, restate free",
    "annex3: replace; replace free, restate free",
  ]);
});

test("what a person chose is said to be chosen", () => {
  const techniques = { passport: "restate", annex3: "restate" } as const;
  expect(say(input(amend(was, [MONEY]), techniques)).map((one) => one.split(";")[0])).toEqual([
    "passport: restate",
    "annex2: replace",
    "annex3: restate",
  ]);
});

test("a line under another objective cannot be said by address, whatever was chosen", () => {
  const moved = amend(was, [{ do: "move", list: "activities", from: 1, to: 0, objective: 2 }]);
  expect(say(input(moved, { annex2: "replace" }))).toEqual(["annex2: restate; replace order, restate free"]);
});

test("a row whose paragraphs come or go is printed anew", () => {
  const [row] = was.passport.rows.flatMap(({ text }, at) =>
    text.text.includes("\n") ? [{ at, text: text.text }] : [],
  );
  const longer = amend(was, [
    { do: "set", address: { of: "passport", row: row?.at ?? 0 }, was: row?.text ?? "", text: `${row?.text}\nИ ещё.` },
  ]);
  expect(say(input(longer))).toEqual(["passport: restate; replace paragraphs, restate free"]);
});
