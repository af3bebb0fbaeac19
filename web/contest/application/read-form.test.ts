import { expect, test } from "vitest";
import { readApplication } from "./read-form.ts";

test("a form is read as it was typed; empty lines are left out and the others keep their order", () => {
  const form = new FormData();
  for (const [name, value] of [
    ["title", "Двор"],
    ["answers.people", "25"],
    ["plan.1.what", "Купить"],
    ["plan.0.what", " "],
    ["estimate.10.what", "Труд"],
    ["estimate.2.what", "Качели"],
    ["estimate.2.asked", "-5"],
    ["team.0.name", ""],
    ["team.0.does", "смета"],
    ["version", "3"],
  ] as const)
    form.set(name, value);
  const { content, team } = readApplication(form);
  expect(content).toMatchObject({ title: "Двор", answers: { people: "25" }, plan: [{ what: "Купить" }] });
  expect(content.estimate.map(({ what, asked }) => [what, asked])).toEqual([
    ["Качели", "-5"],
    ["Труд", ""],
  ]);
  expect(team).toEqual([]);
});
