import { requirePermission, writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { type OutletInput, parseOutlet } from "./input.ts";
import { refuseNews } from "./refusals.ts";
import { insertOutlet } from "./store-outlet.ts";

/** Enters an outlet. Refuses `outlet-name`, `publication-link`, `outlet-known`. */
export async function addOutlet(ctx: Context<Tx>, input: OutletInput): Promise<Id> {
  requirePermission(ctx, "outlet.keep");
  const outlet = parseOutlet(input);
  const id = (await insertOutlet(ctx, outlet)) ?? refuseNews("outlet-known", { name: outlet.name });
  await writeAudit(ctx, { action: "outlet.keep", subject: { kind: "outlet", id }, after: { ...outlet } });
  return id;
}
