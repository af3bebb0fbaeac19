import { type SpawnSyncReturns, spawnSync } from "node:child_process";

/** A measured line: what, the figure, what it is held against, and whether it was met. Nothing is hidden: a target missed is said. */
export interface Measured {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  readonly met: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Wall-clock milliseconds of a whole process, and what it printed; a process that ends with none of the codes in `fine` fails the benchmark. */
export function timeProcess(
  command: string,
  args: readonly string[],
  fine: readonly number[] = [0],
): { milliseconds: number; output: string } {
  const start = performance.now();
  const result: SpawnSyncReturns<string> = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const milliseconds = performance.now() - start;
  if (result.error) throw result.error;
  if (!fine.includes(result.status ?? -1))
    throw new Error(`${command} ${args.join(" ")} ended with ${result.status}: ${result.stderr}`);
  return { milliseconds, output: result.stdout };
}

/** The median times of two commands run in turns, so that a noisy machine is noisy for both. */
export function timeInTurns(
  rounds: number,
  ours: () => number,
  theirs: () => number,
): { ours: number; theirs: number } {
  const times: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round++) times.push({ ours: ours(), theirs: theirs() });
  return { ours: median(times.map((time) => time.ours)), theirs: median(times.map((time) => time.theirs)) };
}

export function compareRatio(
  what: string,
  ratio: number,
  rule: { readonly most?: number; readonly least?: number },
): Measured {
  const met = (rule.most === undefined || ratio <= rule.most) && (rule.least === undefined || ratio >= rule.least);
  const target = rule.most === undefined ? `≥ ${rule.least}` : `≤ ${rule.most}`;
  return { what, value: ratio.toFixed(3), target, met };
}

export function printMeasured(lines: readonly Measured[]): void {
  const width = Math.max(...lines.map((line) => line.what.length));
  for (const { what, value, target, met } of lines) {
    process.stdout.write(`${met ? "met   " : "MISSED"}  ${what.padEnd(width)}  ${value.padStart(12)}  (${target})\n`);
  }
}
