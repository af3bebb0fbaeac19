import { runInWorker } from "../office/worker.ts";
import type { ActReading } from "./amend/index.ts";
import type { Programme } from "./contract.ts";

/**
 * Reads an amending act against a programme in a worker, within its limits of time and memory.
 * @throws Refusal of `office` for what is no document, `not-an-act` for what amends nothing
 */
export function readActAside(bytes: Uint8Array, programme: Programme): Promise<ActReading> {
  const module = new URL("./reading-act.ts", import.meta.url);
  return runInWorker<ActReading>({ module, exportName: "readActBytes", args: [bytes, programme] });
}
