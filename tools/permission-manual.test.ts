import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ACTIONS, permissionOf } from "../src/access/permissions.ts";
import { ROLES } from "../src/access/roles.ts";
import { MANUAL_PAGES, printPermissions } from "./permission-manual.ts";

describe.each(["ru", "en"] as const)("the printed permission table (%s)", (language) => {
  test("is the one by which the server decides", () => {
    const printed = readFileSync(join(import.meta.dirname, "..", MANUAL_PAGES[language]), "utf8");
    expect(printed).toBe(printPermissions(language));
  });

  test("says of each action which roles may do it, in its own row", () => {
    const rows = printPermissions(language)
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .slice(2)
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.map((cells) => cells[1])).toEqual(ACTIONS.map((action) => permissionOf(action)[language]));
    for (const [index, action] of ACTIONS.entries()) {
      const { roles, everybody } = permissionOf(action);
      const filled = (rows[index] ?? []).slice(2, 3 + ROLES.length).map((cell) => cell !== "");
      expect([action, filled]).toEqual([action, [...ROLES.map((role) => role in roles), everybody !== undefined]]);
    }
  });
});
