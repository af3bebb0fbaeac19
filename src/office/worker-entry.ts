import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../kernel/refusal.ts";
import type { WorkerAnswer } from "./worker.ts";

/** Runs one task in a worker: see worker.ts. A refusal is an answer; any other error ends the worker and reaches the caller. */
const { module, exportName, args } = workerData as { module: string; exportName: string; args: unknown[] };

async function answer(): Promise<WorkerAnswer> {
  const found: unknown = (await import(module))[exportName];
  if (typeof found !== "function") throw new Error(`${module} exports no function ${exportName}`);
  try {
    return { kind: "value", value: await found(...args) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refusal", code: error.code, values: error.values };
    throw error;
  }
}

parentPort?.postMessage(await answer());
