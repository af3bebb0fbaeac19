import { findChromium } from "./chromium.ts";
import type { Outcome, Step } from "./outcome.ts";
import { listTests, vitestStep } from "./vitest.ts";

/** Runs the steps one after another; each says its name and its time. */
export async function runSteps(steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, run } of steps) {
    const start = performance.now();
    process.stdout.write(`\n— ${name}\n`);
    outcomes.push(...(await run()));
    process.stdout.write(`  ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  }
  return outcomes;
}

/** The journeys, or their names as skipped where there is no browser and none may be installed. */
export async function availableJourneys(): Promise<Step[]> {
  const chromium = findChromium();
  if (chromium) {
    process.env.SOSEDSTVO_CHROMIUM = chromium;
    return [vitestStep("journeys in Chromium", "journeys")];
  }
  return [{ name: "journeys in Chromium", run: async () => skipTests("journeys", "Chromium is missing") }];
}

/** Every test of a project that cannot run, as skipped. */
export function skipTests(project: string, detail: string): Outcome[] {
  return listTests(project).map((name) => ({ name, result: "skipped", detail }));
}
