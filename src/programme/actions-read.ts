import { Worker } from "node:worker_threads";
import { Refusal } from "../kernel/refusal.ts";
import type { Answer } from "./answer.ts";
import type { Reading } from "./contract.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";

/** Reads one document after another in a thread of its own, so that the server goes on answering. */
export interface Reader {
  /** Refuses what is no document or no programme, and what takes more time or memory than reading may. */
  read(bytes: Uint8Array, fileName: string): Promise<Reading>;
}

export interface ReaderLimits {
  readonly seconds: number;
  readonly heapMegabytes: number;
}

const LIMITS: ReaderLimits = { seconds: 60, heapMegabytes: 512 };

/** A thread lives for one document: whatever reading left in memory goes with it. */
export function openReader(limits: ReaderLimits = LIMITS): Reader {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    read: (bytes, fileName) => {
      const answer = queue.then(() => readOnce({ bytes, fileName }, limits));
      // The next one waits for this one's end, good or bad; whoever asked for this one gets its error.
      queue = answer.then(ignore, ignore);
      return answer;
    },
  };
}

interface Question {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

async function readOnce(question: Question, limits: ReaderLimits): Promise<Reading> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: question.bytes,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  });
  const timer = setTimeout(() => worker.emit("error", refuseTime(question, limits)), limits.seconds * 1000);
  try {
    const answer = await waitForAnswer(worker);
    if ("refusal" in answer) throw new Refusal(answer.refusal.code, answer.refusal.values);
    return answer.reading;
  } catch (error) {
    if (isMemoryError(error)) throw refuseMemory(question);
    throw error;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function waitForAnswer(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the reading thread ended with ${code} and no answer`)));
  });
}

function refuseTime(question: Question, limits: ReaderLimits): Refusal<ProgrammeRefusalCode> {
  return new Refusal("reading-takes-too-long", { fileName: question.fileName, seconds: limits.seconds });
}

function refuseMemory(question: Question): Refusal<ProgrammeRefusalCode> {
  return new Refusal("reading-takes-too-much", { fileName: question.fileName });
}

function isMemoryError(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
}

function ignore(): void {}
