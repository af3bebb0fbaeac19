import { raiseRevision, requirePermission, writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { type OutletInput, parseOutlet } from "./input.ts";
import { refuseNews } from "./refusals.ts";
import { insertOutlet, selectOutlets, updateOutlet } from "./store-outlet.ts";

/** Enters an outlet. Refuses `outlet-name`, `publication-link`, `outlet-known`. */
export async function addOutlet(ctx: Context<Tx>, input: OutletInput): Promise<Id> {
  requirePermission(ctx, "outlet.keep");
  const outlet = parseOutlet(input);
  const id = (await insertOutlet(ctx, outlet)) ?? refuseNews("outlet-known", { name: outlet.name });
  await writeAudit(ctx, { action: "outlet.keep", subject: { kind: "outlet", id }, after: { ...outlet } });
  return id;
}

/**
 * Renames an outlet or corrects its kind and address: publications in it show it as it is now. Refuses as `addOutlet`, and
 * `outlet-unknown`, `outlet-changed`.
 */
export async function changeOutlet(
  ctx: Context<Tx>,
  { id, version, ...input }: OutletInput & { readonly id: string; readonly version: string },
): Promise<void> {
  requirePermission(ctx, "outlet.keep");
  const outlets = await selectOutlets(ctx);
  const was = outlets.find((one) => one.id === id) ?? refuseNews("outlet-unknown");
  const outlet = parseOutlet(input);
  const isTaken = outlets.some((one) => one.id !== id && one.name.toLowerCase() === outlet.name.toLowerCase());
  if (isTaken) refuseNews("outlet-known", { name: outlet.name });
  if (String(was.version) !== version || !(await updateOutlet(ctx, was, outlet))) refuseNews("outlet-changed");
  await writeAudit(ctx, {
    action: "outlet.keep",
    subject: { kind: "outlet", id: was.id },
    before: { kind: was.kind, name: was.name, link: was.link },
    after: { ...outlet },
  });
  await raiseRevision(ctx);
}
