import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cutUnfilled, nameAction, nameSubject } from "./trail-words.ts";

const SRC = join(import.meta.dirname, "../../../src");
const sources = globSync("**/*.ts", { cwd: SRC })
  .filter((file) => !/test|testing/.test(file))
  .map((file) => readFileSync(join(SRC, file), "utf8"));

/** What stands in the code as a deed of the trail or its subject. */
function collect(pattern: RegExp): readonly string[] {
  const found = sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code = ""]) => code));
  return [...new Set(found)].sort();
}

describe("the trail is read in words", () => {
  test("every deed that the code writes there is named in both languages", () => {
    const deeds = collect(/writeAudit\([^;]*?action: "([a-z.-]+)"/g);
    expect(deeds.length).toBeGreaterThan(60);
    const unnamed = deeds.filter((deed) => nameAction(deed, "ru") === deed || nameAction(deed, "en") === deed);
    expect(unnamed).toEqual([]);
  });

  test("and every kind of record that it is done to", () => {
    const kinds = collect(/subject: \{ kind: "([a-z-]+)"/g);
    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => !/[а-я]/i.test(nameSubject(kind, "ru")))).toEqual([]);
  });

  test("a refusal is said without what filled it", () => {
    expect(cutUnfilled("У вас нет права. Его даёт роль: {roles}.")).toBe("У вас нет права.");
    expect(cutUnfilled("Свободно {free} руб.")).toBe("Свободно … руб.");
  });
});
