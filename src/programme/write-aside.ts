import { runInWorker } from "../office/worker.ts";
import type { Programme } from "./contract.ts";
import type { ExportFormat } from "./write-as.ts";

/** A programme as a file, written in a worker: thousands of activities take seconds in which the server must answer others. */
export function writeAside(format: ExportFormat, programme: Programme): Promise<Uint8Array> {
  const module = new URL("./write-as.ts", import.meta.url);
  return runInWorker<Uint8Array>({ module, exportName: "writeProgrammeAs", args: [format, programme] });
}
