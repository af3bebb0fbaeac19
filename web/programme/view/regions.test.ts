import { expect, test } from "vitest";
import type { Programme } from "../../../src/programme/contract.ts";
import { findRegionKind } from "./regions.ts";

const makeProgramme = (kind: string, label: string) =>
  ({
    passport: { finance: [{ kind, label: { text: label } }] },
    summary: [],
    activities: [],
  }) as unknown as Programme;

test.each([
  ["областной бюджет", "oblast"],
  ["бюджет Новосибирской области", "oblast"],
  ["средства краевого бюджета", "krai"],
  ["бюджет Алтайского края", "krai"],
  ["республиканский бюджет", "republic"],
  ["окружной бюджет", "okrug"],
  ["региональный бюджет", null],
])("«%s» is of a region of the kind %s", (label, kind) => {
  expect(findRegionKind(makeProgramme("regional", label))).toBe(kind);
});

test("the words of another source say nothing of the region", () => {
  expect(findRegionKind(makeProgramme("local", "областной бюджет"))).toBe(null);
});
