import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { refuseIndicator } from "../refusals.ts";
import { type KeptStep, type SignOffKey, selectSteps } from "./store.ts";
import { stateAfter } from "./views.ts";

/** What a day's correction would change is not signed. Refuses `actual-signed`. */
export async function requireOpen(
  ctx: Context<Tx>,
  line: SignOffKey["line"],
  { year, date }: { readonly year: number; readonly date: string },
): Promise<void> {
  const steps = await selectSteps(ctx, { year, line });
  const periods = Map.groupBy(steps, ({ until }) => until);
  const signed = [...periods].some(([until, own]) => until >= date && stateAfter(own.at(-1)?.move) === "signed");
  if (signed) refuseIndicator("actual-signed");
}

/** The proposal that stands: the last one. */
export function findProposal(steps: readonly KeptStep[]): KeptStep | undefined {
  return steps.findLast(({ move }) => move === "propose");
}
