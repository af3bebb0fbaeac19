import { describe, expect, test } from "vitest";
import { findMissingEntries } from "./complete-lock.ts";
import { listFiles, readSources, readText } from "./source-files.ts";

/** The house rules that no other tool watches. What a rule finds is printed whole, so that one run mends all. */
const code = readSources(["src", "web", "tests", "tools", "bin"], /\.(ts|tsx|mjs|js|css)$/);
const shipped = code.filter(({ path }) => /^(src|web)\//.test(path) && !/\.test\.|testing/.test(path));

/** Files that hold data, not reasoning: they may be long. */
const DATA_TABLES = /\/(messages|vocabulary|[a-z-]+\.data|tokens|catalogue[a-z-]*)\.ts$|\/texts?\//;
const LONGEST_FILE = 400;
const MEDIAN_LIMIT = 70;
const PERCENTILE_95_LIMIT = 250;

function findLines(files: typeof code, pattern: RegExp): string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

function percentile(part: number): number {
  const sizes = shipped.map(({ lines }) => lines.length).sort((a, b) => a - b);
  return sizes[Math.ceil(sizes.length * part) - 1] ?? 0;
}

describe("sizes", () => {
  test("no file is longer than 400 lines but data tables", () => {
    const long = code.filter(({ path, lines }) => lines.length > LONGEST_FILE && !DATA_TABLES.test(path));
    expect(long.map(({ path, lines }) => `${path}: ${lines.length}`)).toEqual([]);
  });

  test("half of the shipped files have at most 70 lines, and 95 of 100 at most 250", () => {
    expect(percentile(0.5)).toBeLessThanOrEqual(MEDIAN_LIMIT);
    expect(percentile(0.95)).toBeLessThanOrEqual(PERCENTILE_95_LIMIT);
  });

  test("a decision has at most 40 lines", () => {
    const decisions = readSources(["docs/decisions"], /\.md$/);
    expect(decisions.filter(({ lines }) => lines.length > 40).map(({ path }) => path)).toEqual([]);
  });
});

describe("names", () => {
  test("files are kebab-case", () => {
    const names = code
      .map(({ path }) => path)
      .filter((path) => !/^([a-z0-9-]+\/|_[a-z]+\/)*[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path));
    expect(names).toEqual([]);
  });

  test("migrations and decisions are numbered without a gap", () => {
    for (const [folder, ending] of [
      ["migrations", "sql"],
      ["docs/decisions", "md"],
    ] as const) {
      const names = listFiles(folder).map((path) => path.slice(folder.length + 1));
      const expected = names.map((_, index) => String(index + 1).padStart(4, "0"));
      expect(names.sort().map((name) => name.slice(0, 4))).toEqual(expected);
      expect(names.filter((name) => !new RegExp(`^\\d{4}-[a-z0-9-]+\\.${ending}$`).test(name))).toEqual([]);
    }
  });
});

describe("what does not stand here", () => {
  // The words are put together, so that this file does not find itself.
  test.each([
    [
      "unfinished work",
      new RegExp(`\\b(${["TO", "FIX"].map((half) => `${half}${half === "TO" ? "DO" : "ME"}`).join("|")}|XXX)\\b`),
    ],
    ["a type check or lint put to sleep", new RegExp(`${"@ts"}-(ignore|expect-error|nocheck)|${"biome"}-ignore`)],
    ["a test left out or run alone", /\b(test|describe|it)\.(skip|only|todo|fails)\b/],
  ])("%s", (_name, pattern) => {
    expect(
      findLines(
        code.filter(({ path }) => path !== "tools/tidy.test.ts"),
        pattern,
      ),
    ).toEqual([]);
  });

  test("talk to the console in what is shipped", () => {
    expect(findLines(shipped, /\bconsole\.\w+\(/)).toEqual([]);
  });

  test("a catch that carries on silently", () => {
    expect(findLines(shipped, /catch\s*(\(\w*\))?\s*\{\s*\}|\.catch\(\(\)\s*=>\s*(\{\s*\}|undefined|null)\)/)).toEqual(
      [],
    );
  });
});

describe("documents", () => {
  test.each(["README.md", "README.ru.md"])("%s names exactly two commands", (path) => {
    const blocks =
      readText(path)
        .match(/```(sh|bash)?\n[\s\S]*?```/g)
        ?.join("\n") ?? "";
    expect(blocks.split("\n").filter((line) => line.startsWith("npm "))).toEqual(["npm start", "npm test"]);
    expect(blocks.split("\n").filter((line) => line !== "" && !/^(```|npm )/.test(line))).toEqual([]);
  });

  test("READMEs and the architecture stay short", () => {
    const limits = { "README.md": 60, "README.ru.md": 60, "docs/architecture.md": 140 };
    const lengths = Object.entries(limits).filter(([path, limit]) => readText(path).split("\n").length > limit);
    expect(lengths).toEqual([]);
  });
});

test("the lock file holds the packages of every platform, so that npm ci works everywhere", () => {
  const lock = JSON.parse(readText("package-lock.json"));
  expect(findMissingEntries(lock.packages).map(({ path }) => path)).toEqual([]);
});

test("dependencies are named by their exact versions", () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readText("package.json"));
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
});
