import { z } from "zod";
import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { NEEDS, type OwnKind } from "../contract.ts";
import { refuseEvent } from "../refusals.ts";
import { insertKind, selectOwnKinds, updateKindEnd } from "./store.ts";

const kindShape = z.object({
  name: z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, " "))
    .pipe(z.string().min(1).max(100)),
  needs: z.array(z.enum(NEEDS)),
  isTraining: z.boolean(),
});

/** The municipality's own kinds, also those that are offered no more. */
export async function listOwnKinds(ctx: Context<Tx>): Promise<readonly OwnKind[]> {
  requirePermission(ctx, "event.read");
  return selectOwnKinds(ctx);
}

/** Enters a kind of the municipality's own with what its events need. Refuses `event-kind-name` and `event-kind-known`. */
export async function addKind(ctx: Context<Tx>, given: unknown): Promise<Id> {
  requirePermission(ctx, "event-kind.keep");
  const asked = kindShape.safeParse(given);
  if (!asked.success) return refuseEvent("event-kind-name");
  const kind = { id: newId(), ...asked.data, needs: NEEDS.filter((need) => asked.data.needs.includes(need)) };
  if (!(await insertKind(ctx, kind))) refuseEvent("event-kind-known", { name: kind.name });
  await writeAudit(ctx, {
    action: "event-kind.keep",
    subject: { kind: "event-kind", id: kind.id },
    after: { name: kind.name, needs: kind.needs.join(" "), isTraining: kind.isTraining },
  });
  return kind.id;
}

/** Offers a kind no more, or offers it again; its events stay. Refuses `event-kind-wrong` and `event-kind-changed`. */
export async function endKind(
  ctx: Context<Tx>,
  { id, version, end }: { readonly id: string; readonly version: number; readonly end: boolean },
): Promise<void> {
  requirePermission(ctx, "event-kind.keep");
  const kind = (await selectOwnKinds(ctx)).find((own) => own.id === id);
  if (!kind) return refuseEvent("event-kind-wrong");
  const endedOn = end ? ctx.today : null;
  if (!(await updateKindEnd(ctx, { id, version, endedOn }))) refuseEvent("event-kind-changed");
  await writeAudit(ctx, { action: "event-kind.keep", subject: { kind: "event-kind", id }, after: { endedOn } });
}
