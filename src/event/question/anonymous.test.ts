import { expect, test } from "vitest";
import { namesAsker } from "./anonymous.ts";

const WHO = { asker: "Кузнецова Алёна П.", contact: "8 913 000-12-34, alena@example.org" };

test.each([
  ["Кузнецовой ответили", true],
  ["гражданке АЛЕНЕ К. ответили", true],
  ["звонить +7 (913) 000 12 34", true],
  ["ответ на alena@example.org", true],
  ["Дорогу на улице Лесной отремонтируют в мае 2026 года", false],
  ["", false],
])("«%s»: %s", (text, named) => {
  expect(namesAsker(WHO, text)).toBe(named);
});

test("who gave no name is named by nothing", () => {
  expect(namesAsker({ asker: "", contact: "" }, "Кто угодно, 8 913 000-12-34")).toBe(false);
});
