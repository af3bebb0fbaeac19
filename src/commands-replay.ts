import { printReplay } from "./contest/cli.ts";
import { replayFile } from "./contest/rules/replay.ts";
import type { Language } from "./kernel/refusal.ts";
import { readFileBytes } from "./office/read.ts";

/** `replay FILE`: reckons an exported calculation of a contest again, without a database. Gives the exit code, as `printReplay`. */
export function replayCalculation(given: {
  readonly file: string;
  readonly language: Language;
  readonly write: (text: string) => void;
}): 0 | 1 | 2 {
  return printReplay(replayFile(readJson(readFileBytes(given.file))), given.language, given.write);
}

/** Null where the bytes are no JSON, which is no calculation either. */
function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
