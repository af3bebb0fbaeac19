import { expect, test } from "vitest";
import { kindName, monthName, sayWhen, shiftMonth } from "./names.ts";

test("months go over the year's end", () => {
  expect([shiftMonth("2024-12", 1), shiftMonth("2024-01", -1)]).toEqual(["2025-01", "2023-12"]);
  expect([monthName("2024-05", "ru"), monthName("2024-05", "en")]).toEqual(["Май 2024\u00a0г.", "May 2024"]);
});

test("an event of one day is said once, one of several with both", () => {
  const event = { date: "2024-05-25", untilDate: "2024-05-25", from: "12:00", until: "16:00" };
  expect(sayWhen(event, "en")).toBe("25\u00a0May 2024, 12:00–16:00");
  expect(sayWhen({ ...event, untilDate: "2024-05-26" }, "en")).toBe(
    "25\u00a0May 2024, 12:00 — 26\u00a0May 2024, 16:00",
  );
});

test("a kind of the municipality's own is said by its name", () => {
  expect(kindName({ kind: "own", kindName: "Праздник двора" }, "en")).toBe("Праздник двора");
  expect(kindName({ kind: "clean-up", kindName: null }, "ru")).toBe("субботник");
});
