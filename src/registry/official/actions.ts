import { z } from "zod";
import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { refuseRegistry } from "../refusals.ts";
import { insertOfficial } from "./store.ts";

const officialShape = z.object({
  kind: z.enum(["official", "deputy"]),
  name: z.string().trim().min(1).max(200),
  office: z.string().trim().min(1).max(300),
});
const termShape = z
  .object({ since: z.iso.date(), until: z.union([z.literal("").transform(() => null), z.iso.date()]) })
  .refine(({ since, until }) => until === null || until >= since);

/**
 * Enters somebody who holds meetings and receptions: an official with an office or a deputy with a constituency, for a term
 * with local dates. Refuses `official-name` and `official-term`.
 */
export async function addOfficial(ctx: Context<Tx>, given: unknown): Promise<Id> {
  requirePermission(ctx, "official.keep");
  const asked = officialShape.safeParse(given);
  if (!asked.success) return refuseRegistry("official-name");
  const term = termShape.safeParse(given);
  if (!term.success) return refuseRegistry("official-term");
  const official = { id: newId(), ...asked.data, ...term.data, personId: null };
  await insertOfficial(ctx, official);
  const { id, kind, office } = official;
  await writeAudit(ctx, {
    action: "official.keep",
    subject: { kind: "official", id },
    after: { kind, office, ...term.data },
  });
  return id;
}
