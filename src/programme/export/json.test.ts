import { describe, expect, it } from "vitest";
import { Refusal } from "../../kernel/refusal.ts";
import { CLEAN, readText } from "../check/testing.ts";
import { exportJson, importJson, readProgrammeJson } from "./json.ts";
import { isProgrammeJson } from "./json-mark.ts";

const { programme } = readText(CLEAN);
const TEXT = exportJson(programme);
const bytesOf = (text: string) => new TextEncoder().encode(text);

function refusalOf(text: string): { code: string; values: unknown } | null {
  try {
    importJson(text);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, values: error.values };
    throw error;
  }
}

describe("a programme as JSON", () => {
  it("says its format and version first", () => {
    expect(TEXT.startsWith('{\n "format": "sosedstvo-programme",\n "version": 1,\n "programme": {')).toBe(true);
  });

  it("writes the value of a figure as a string of digits, in kopecks", () => {
    const file = JSON.parse(TEXT) as { programme: { activities: { cost: { values: Record<string, unknown> } }[] } };
    expect(file.programme.activities[0]?.cost.values["2025"]).toMatchObject({ value: "4000000", printed: "40,0" });
  });

  it("is known by its first bytes, with a byte order mark too", () => {
    expect(isProgrammeJson(bytesOf(TEXT))).toBe(true);
    expect(isProgrammeJson(bytesOf(`\uFEFF${TEXT}`))).toBe(true);
    expect(readProgrammeJson(bytesOf(`\uFEFF${TEXT}`))).toEqual(programme);
  });

  it.each(['{"years": []}', "[]", "PK\u0003\u0004", "", '{"format": "other"}'])("is not %j", (text) => {
    expect(isProgrammeJson(bytesOf(text))).toBe(false);
  });

  it.each<[what: string, text: string, code: string, place?: string]>([
    ["cut in half", TEXT.slice(0, 5_000), "json-broken"],
    ["of a later version", TEXT.replace('"version": 1', '"version": 2'), "json-newer"],
    ["of no version", TEXT.replace('"version": 1', '"version": "1"'), "json-broken", "version"],
    ["of another format", TEXT.replace("sosedstvo-programme", "other"), "json-broken", "format"],
    ["without years", TEXT.replace('"years": [', '"yeers": ['), "json-broken", "programme.years"],
    ["with a number for a value", TEXT.replace('"value": "4000000"', '"value": 4000000'), "json-broken"],
    ["with a word for a value", TEXT.replace('"value": "4000000"', '"value": "много"'), "json-broken"],
    ["that is a list", "[]", "json-broken", "format"],
    ["that is a word", '"programme"', "json-broken"],
  ])("refuses a file %s", (_, text, code, place) => {
    const refusal = refusalOf(text);
    expect(refusal?.code).toBe(code);
    if (place) expect(refusal?.values).toEqual({ place });
  });
});
