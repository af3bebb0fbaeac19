import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const example = join(root, "examples/ordynsky-2024-2026/ordynsky-2024-2026.docx");
const text = join(root, "examples/ordynsky-2024-2026/ordynsky-2024-2026.txt");
const workbook = join(root, "examples/layouts/06-side-by-side-blocks/document.xlsx");
let made: string;

beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), "sosedstvo-files-"));
});
afterAll(() => rmSync(made, { recursive: true }));

function run(...args: string[]) {
  return spawnSync(join(root, "bin/sosedstvo"), args, { encoding: "utf8" });
}

function figures(file: string): unknown {
  return JSON.parse(run("read", file, "--figures").stdout);
}

describe("sosedstvo export FILE --to OUT", () => {
  it.each(["docx", "xlsx", "json"])("lays a document out again as .%s, and it reads to the same figures", (ending) => {
    const to = join(made, `программа.${ending}`);
    const { status, stdout } = run("export", workbook, "--to", to);
    expect([status, stdout]).toEqual([0, `${to}\n`]);
    expect(figures(to)).toEqual(figures(workbook));
  });

  it("refuses an ending that it does not write, and names those it does", () => {
    const { status, stderr } = run("export", example, "--to", join(made, "программа.pdf"));
    expect([status, stderr.includes(".docx, .xlsx, .json")]).toEqual([2, true]);
  });

  it("leaves the file that stood there where the document cannot be read", () => {
    const to = join(made, "прежний.docx");
    const broken = join(made, "broken.docx");
    writeFileSync(to, "прежнее");
    writeFileSync(broken, readFileSync(example).subarray(0, 5000));
    expect(run("export", broken, "--to", to).status).toBe(2);
    expect(readFileSync(to, "utf8")).toBe("прежнее");
    expect(readdirSync(made).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("refuses a place that is no folder with a sentence", () => {
    const { status, stderr } = run("export", example, "--to", join(made, "нет", "программа.json"));
    expect([status, stderr.includes("не записан")]).toEqual([2, true]);
  });

  it("refuses an edition of a file", () => {
    const { status, stderr } = run("export", example, "--edition", "2", "--to", join(made, "x.json"));
    expect([status, stderr.includes("редакций у него нет")]).toEqual([2, true]);
  });
});

describe("sosedstvo compare A B", () => {
  /** The example with two figures changed, as text. */
  function amended(): string {
    const path = join(made, "amended.txt");
    writeFileSync(path, readFileSync(text, "utf8").replace("2025 год – 650,0", "2025 год – 550,0"));
    return path;
  }

  it("prints what was, what became and the difference", () => {
    const { status, stdout } = run("compare", text, amended());
    expect(status).toBe(0);
    expect(stdout).toContain("изменено 1");
    expect(stdout).toContain("650,0 → 550,0 (−100,0");
  });

  it("says that two files say the same where they do", () => {
    expect(run("compare", text, example, "--language", "en").stdout).toContain("added 0, struck out 0, changed 0");
  });

  it.each(["docx", "xlsx"])("writes the comparison as .%s", (ending) => {
    const to = join(made, `сравнение.${ending}`);
    expect(run("compare", text, amended(), "--to", to).status).toBe(0);
    expect(readFileSync(to).subarray(0, 2).toString()).toBe("PK");
  });
});

describe("sosedstvo amend PROGRAMME --from EARLIER --to FILE.docx", () => {
  it("drafts the act that makes the one out of the other", () => {
    const later = join(made, "later.txt");
    const to = join(made, "акт.docx");
    writeFileSync(later, readFileSync(text, "utf8").replace("2025 год – 650,0", "2025 год – 550,0"));
    expect(run("amend", later, "--from", text, "--to", to).status).toBe(0);
    expect(existsSync(to)).toBe(true);
  });

  it("refuses where nothing differs, and where there is nothing to compare with", () => {
    const to = join(made, "пусто.docx");
    expect(run("amend", text, "--from", text, "--to", to).status).toBe(2);
    const { status, stderr } = run("amend", text, "--to", to);
    expect([status, stderr.includes("--from")]).toEqual([2, true]);
    expect(existsSync(to)).toBe(false);
  });
});

describe("sosedstvo act FILE PROGRAMME", () => {
  const act = join(root, "examples/amending-acts/summer-figures.docx");

  it("prints what an amending act proposes and writes the programme with it", () => {
    const to = join(made, "amended.docx");
    const { status, stdout } = run("act", act, example, "--to", to);
    expect(status).toBe(0);
    expect(stdout).toContain("цифры «650,0» заменить цифрами «550,0»");
    const { stdout: changes } = run("compare", example, to);
    expect(changes).toContain("местный бюджет, 2026 год\n  650,0 → 750,0");
  });

  it("ends with 1 where the act is of another programme, and says so", () => {
    const { status, stdout } = run("act", act, workbook);
    expect([status, stdout.includes("!")]).toEqual([1, true]);
  });

  it("is what a person is told of who reads an act as a programme", () => {
    const { status, stderr } = run("check", act);
    expect([status, stderr.includes("акт о внесении изменений")]).toEqual([2, true]);
  });
});
