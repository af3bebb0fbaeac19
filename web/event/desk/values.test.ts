import { expect, test } from "vitest";
import { valuesTyped } from "./values.ts";

test("what was typed comes back, empty rows behind the last site left out and hosts in their order", () => {
  const typed = {
    title: "Встреча",
    date: "2026-04-18",
    "site-0-id": "a",
    "site-0-place": "Клуб",
    "site-0-point": "",
    "site-0-settlement": "s",
    "site-0-responsible": "r",
    "site-1-place": "",
    "site-1-point": "",
    "site-2-place": "",
    "site-2-point": "54, 81",
    "site-3-place": "",
    "site-3-point": "",
  };
  const values = valuesTyped(typed, ["b", "a"]);
  expect(values).toMatchObject({ title: "Встреча", date: "2026-04-18", takesRegistrations: false, hosts: ["b", "a"] });
  expect(values.sites).toEqual([
    { id: "a", place: "Клуб", point: "", associationId: "", settlementId: "s", responsibleId: "r" },
    { place: "", point: "", associationId: "", settlementId: "", responsibleId: "" },
    { place: "", point: "54, 81", associationId: "", settlementId: "", responsibleId: "" },
  ]);
});
