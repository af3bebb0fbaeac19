import { parentPort, workerData } from "node:worker_threads";
import { assert } from "../kernel/assert.ts";
import { Refusal } from "../kernel/refusal.ts";
import { readDocument } from "../office/read.ts";
import type { Answer } from "./answer.ts";
import { readProgramme } from "./reading.ts";

assert(parentPort, "runs in a worker thread");
parentPort.postMessage(answer(workerData));

function answer(bytes: Uint8Array): Answer {
  try {
    return { reading: readProgramme(readDocument(bytes)) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, values: error.values } };
    throw error;
  }
}
