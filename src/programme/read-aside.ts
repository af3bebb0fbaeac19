import { runInWorker } from "../office/worker.ts";
import { NO_HINTS, type Reading, type ReadingHints } from "./contract.ts";

/**
 * Reads and checks a document in a worker, within its limits of time and memory, so that the server goes on answering.
 * @throws Refusal of `office` for what is no document, of `import` for what is no programme
 */
export function readAside(bytes: Uint8Array, hints: ReadingHints = NO_HINTS): Promise<Reading> {
  const module = new URL("./reading.ts", import.meta.url);
  return runInWorker<Reading>({ module, exportName: "readAnyBytes", args: [bytes, hints] });
}
