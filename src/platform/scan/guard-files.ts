import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config.ts";
import type { Files } from "../files.ts";
import { refusePlatform } from "../refusals.ts";
import { scanBytes, type Verdict } from "./clamd.ts";

const AGAIN_MS = 1_000;
/** As long as somebody waits for an upload to end. */
const LONGEST_MS = 20_000;

interface Guard {
  readonly scan: (bytes: Uint8Array) => Promise<Verdict>;
  readonly waits: boolean;
  readonly longestMs?: number;
}

/**
 * The same files, of which none is kept before the scanner has seen it. Refuses `file-infected`, and `scanner-away` where it does not
 * answer: at once, or, where the setting says so, once it has been waited for.
 */
export function guardFiles(files: Files, { scan, waits, longestMs = LONGEST_MS }: Guard): Files {
  const look = async (bytes: Uint8Array): Promise<Verdict> => {
    const until = Date.now() + longestMs;
    let verdict = await scan(bytes);
    while (verdict.kind === "away" && waits && Date.now() < until) {
      await wait(Math.min(AGAIN_MS, longestMs));
      verdict = await scan(bytes);
    }
    return verdict;
  };
  return {
    ...files,
    store: async (bytes) => {
      const verdict = await look(bytes);
      if (verdict.kind === "found") refusePlatform("file-infected", { signature: verdict.signature });
      if (verdict.kind === "away") refusePlatform("scanner-away", { reason: verdict.reason });
      return files.store(bytes);
    },
  };
}

/** Files behind the scanner that the configuration names; as they are where it names none. */
export function guardByConfig(files: Files, { clamd, clamdAway }: Pick<Config, "clamd" | "clamdAway">): Files {
  if (clamd === null) return files;
  return guardFiles(files, { scan: (bytes) => scanBytes(bytes, clamd), waits: clamdAway === "wait" });
}
