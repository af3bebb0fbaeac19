import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const folder = join(root, "examples/ordynsky-2024-2026");
const docx = join(folder, "ordynsky-2024-2026.docx");
const txt = join(folder, "ordynsky-2024-2026.txt");
let made: string;

beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), "sosedstvo-cli-"));
});

afterAll(() => rmSync(made, { recursive: true }));

function run(...args: string[]) {
  return spawnSync(join(root, "bin/sosedstvo"), args, { encoding: "utf8" });
}

function make(name: string, content: string | Buffer): string {
  const path = join(made, name);
  writeFileSync(path, content);
  return path;
}

describe("sosedstvo read FILE --figures", () => {
  it.each([docx, txt])("prints the expected figures as JSON for %s", (file) => {
    const { status, stdout } = run("read", file, "--figures");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(readFileSync(join(folder, "ordynsky-2024-2026.figures.json"), "utf8")),
    );
  });
});

describe("sosedstvo check FILE", () => {
  it("prints findings as JSON in the promised shape and ends with 0 where there is no error", () => {
    const { status, stdout } = run("check", docx, "--json");
    expect(status).toBe(0);
    const { findings } = JSON.parse(stdout) as { findings: Record<string, unknown>[] };
    expect(findings.length).toBeGreaterThan(30);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(["code", "severity", "where", "found", "expected", "message"]);
      expect(Object.keys(finding.where as object)).toEqual(["part", "table", "row", "column", "text"]);
      expect(finding.message).toMatch(/[а-я]/);
    }
  });

  it("says the same in English", () => {
    const { stdout } = run("check", docx, "--language", "en");
    expect(stdout).toContain("errors 0, warnings 21, notes 11");
    expect(stdout).toContain("The resolution is cited differently.");
  });

  it("ends with 1 where there is an error", () => {
    const wrong = make("wrong.txt", readFileSync(txt, "utf8").replace("2025 год – 650,0", "2025 год – 651,0"));
    const { status, stdout } = run("check", wrong);
    expect(status).toBe(1);
    expect(stdout).toContain("ОШИБКА");
  });

  it.each([
    ["a photograph", "photo.docx", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]), "JPEG"],
    ["a file cut in the middle", "cut.docx", readFileSync(docx).subarray(0, 9000), "повреждён"],
    ["an empty file", "empty.txt", Buffer.alloc(0), "текста"],
    ["a document without tables", "words.txt", Buffer.from("Просто письмо о программе.\n"), "нет таблиц"],
  ])("ends with 2 and one sentence in each language for %s", (_, name, content, words) => {
    const { status, stdout, stderr } = run("check", make(name, content));
    expect(status).toBe(2);
    expect(stdout).toBe("");
    const lines = stderr.trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(words);
    expect(lines[1]).toMatch(/^[A-Z“]/);
  });

  it("ends with 2 where there is no such file, and where the words of the call are off", () => {
    expect(run("check", join(made, "nowhere.docx")).status).toBe(2);
    expect(run("check").status).toBe(2);
    expect(run("chek", docx).status).toBe(2);
  });
});

describe("sosedstvo --help", () => {
  it.each([[], ["read"], ["check"], ["import"], ["list"], ["serve"]])("explains %s", (...command) => {
    const { status, stdout } = run(...(command as string[]), "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("sosedstvo");
  });
});
