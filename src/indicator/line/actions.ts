import type { Context } from "../../kernel/context.ts";
import { isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type PlannedLine, selectPlannedLines } from "../../programme/index.ts";
import { LINE_KINDS } from "../contract.ts";
import { refuseIndicator } from "../refusals.ts";

/** Which line, as an address or a form says it. */
export interface LineInput {
  readonly kind: string;
  readonly id: string;
}

/** The line of the edition in force. Refuses `actual-line-unknown`. */
export async function requireLine(ctx: Context<Tx>, { kind, id }: LineInput): Promise<PlannedLine> {
  if (!LINE_KINDS.some((known) => known === kind) || !isId(id)) refuseIndicator("actual-line-unknown");
  const lines = await selectPlannedLines(ctx);
  return lines.find((line) => line.kind === kind && line.id === id) ?? refuseIndicator("actual-line-unknown");
}
