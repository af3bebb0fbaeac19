import { Worker } from "node:worker_threads";
import { Refusal } from "../kernel/refusal.ts";
import { refuse } from "./refusals.ts";
import type { DocumentTree } from "./tree.ts";

/** What one piece of work in a worker may cost. */
export interface WorkerLimits {
  readonly timeoutMs: number;
  /** Of the worker's own heap; bytes of the file come on top. */
  readonly memoryMb: number;
}

/** A pure function of a module: data in, data out, no state shared. */
export interface WorkerTask {
  readonly module: URL;
  readonly exportName: string;
  readonly args: readonly unknown[];
}

/** What a worker sends back. */
export type WorkerAnswer =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "refusal"; readonly code: string; readonly values: Readonly<Record<string, string | number>> };

const WORKER_LIMITS: WorkerLimits = { timeoutMs: 20_000, memoryMb: 1024 };
/** More documents at once wait for their turn: each may take a core and its memory. */
const MOST_AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Reads a document in a worker, so that whoever calls goes on answering. Errors as readAnyDocument, and those of runInWorker. */
export async function readInWorker(
  source: Uint8Array | string,
  limits: Partial<WorkerLimits> = {},
): Promise<DocumentTree> {
  const module = new URL("./read.ts", import.meta.url);
  const exportName = typeof source === "string" ? "readFileDocument" : "readAnyDocument";
  return runInWorker<DocumentTree>({ module, exportName, args: [source] }, limits);
}

/**
 * Calls an exported function of a module in a worker of its own and returns what it returns (plain data only).
 * The caller says what that is: types do not cross threads.
 * @throws the Refusal that the function throws; document-too-slow and document-too-large at the limits;
 * any other error of the function as it is
 */
export async function runInWorker<Result>(task: WorkerTask, limits: Partial<WorkerLimits> = {}): Promise<Result> {
  await takeTurn();
  try {
    return (await startWorker(task, { ...WORKER_LIMITS, ...limits })) as Result;
  } finally {
    running--;
    waiting.shift()?.();
  }
}

async function takeTurn(): Promise<void> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
}

async function startWorker(task: WorkerTask, limits: WorkerLimits): Promise<unknown> {
  const worker = new Worker(new URL("./worker-entry.ts", import.meta.url), {
    workerData: { module: task.module.href, exportName: task.exportName, args: task.args },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<unknown>((resolve, reject) => {
      worker.once("message", (answer: WorkerAnswer) => {
        if (answer.kind === "value") resolve(answer.value);
        else reject(new Refusal(answer.code, answer.values));
      });
      worker.once("error", (error: NodeJS.ErrnoException) => {
        const outOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(outOfMemory ? refuse("document-too-large", { megabytes: limits.memoryMb }) : error);
      });
      worker.once("exit", () => reject(new Error("the worker ended without an answer")));
      timer = setTimeout(
        () => reject(refuse("document-too-slow", { seconds: Math.ceil(limits.timeoutMs / 1000) })),
        limits.timeoutMs,
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
