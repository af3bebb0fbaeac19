import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runScript } from "./command.ts";
import type { Outcome, Step } from "./outcome.ts";

/** What we read of vitest's JSON report. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const VITEST = "vitest/vitest.mjs";

/** A step that runs one of vitest's projects; each test counts. */
export function vitestStep(name: string, project: string): Step {
  return { name, run: async () => runVitest(name, project) };
}

function runVitest(name: string, project: string): Outcome[] {
  const report = join(ROOT, ".cache", "test-report", `${project}.json`);
  mkdirSync(join(report, ".."), { recursive: true });
  rmSync(report, { force: true });
  const isGreen = runScript(VITEST, [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const outcomes = existsSync(report) ? readReport(JSON.parse(readFileSync(report, "utf8"))) : [];
  const isExplained = isGreen || outcomes.some(({ result }) => result === "failed");
  // Vitest also fails on what belongs to no test: an error nobody awaited, a set-up that broke.
  return isExplained ? outcomes : [...outcomes, { name, result: "failed", detail: "vitest itself failed" }];
}

/** Each test as an outcome; a file that could not even be loaded counts as one failure. */
export function readReport({ testResults }: VitestReport): Outcome[] {
  return testResults.flatMap((file): Outcome[] => {
    const place = file.name.replace(ROOT, "");
    const tests = file.assertionResults.map(
      ({ fullName, status }): Outcome => ({ name: `${place}: ${fullName}`, result: resultOf(status) }),
    );
    const isUnloaded = file.status === "failed" && !tests.some(({ result }) => result === "failed");
    return isUnloaded ? [...tests, { name: place, result: "failed" }] : tests;
  });
}

function resultOf(status: string): Outcome["result"] {
  return status === "passed" || status === "failed" ? status : "skipped";
}

/** The names of a project's tests, without running them. */
export function listTests(project: string): string[] {
  const args = [`node_modules/${VITEST}`, "list", "--project", project];
  const answer = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return answer.stdout.split("\n").filter((line) => line.includes(" > "));
}
