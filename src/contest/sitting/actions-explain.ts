import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { refuseContest } from "../refusals.ts";
import type { Calculation } from "../rules/calculate.ts";
import { replayFile } from "../rules/replay.ts";
import { readCalculation } from "./actions-read.ts";

/** A decided sitting's calculation with every term, reckoned from the file as it was fixed. Refuses as `readCalculation`. */
export async function explainSitting(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly sittingId: string },
): Promise<{ readonly calculation: Calculation; readonly hash: string; readonly isSame: boolean }> {
  const { file, hash } = await readCalculation(ctx, given);
  const replay = replayFile(JSON.parse(file));
  if (replay.kind === "unreadable") return refuseContest("calculation-unknown");
  return { calculation: replay.calculation, hash, isSame: replay.differences.length === 0 };
}
