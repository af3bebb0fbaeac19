import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Outcome, Step } from "./outcome.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a program in the project's folder and shows its output; returns whether it succeeded. */
export function runProgram(file: string, args: readonly string[]): boolean {
  const result = spawnSync(file, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  if (result.error) process.stderr.write(`${result.error.message}\n`);
  return result.status === 0;
}

/** Runs a package's own program under the Node that runs us. `script` is its path in node_modules. */
export function runScript(script: string, args: readonly string[]): boolean {
  return runProgram(process.execPath, [`node_modules/${script}`, ...args]);
}

/** A step that is one program: it counts as one passed or failed. */
export function programStep(name: string, run: () => boolean): Step {
  return { name, run: async (): Promise<Outcome[]> => [{ name, result: run() ? "passed" : "failed" }] };
}
