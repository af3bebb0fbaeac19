import { z } from "zod";
import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Official } from "../contract.ts";
import { refuseRegistry } from "../refusals.ts";
import { insertOfficial, type KeptOfficial, selectOfficial, updateOfficial } from "./store.ts";

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
  const official = { id: newId(), ...parseOfficial(given), personId: null };
  await insertOfficial(ctx, official);
  await writeAudit(ctx, {
    action: "official.keep",
    subject: { kind: "official", id: official.id },
    after: tell(official),
  });
  return official.id;
}

type Fields = Omit<Official, "id" | "personId">;

function parseOfficial(given: unknown): Fields {
  const asked = officialShape.safeParse(given);
  if (!asked.success) return refuseRegistry("official-name");
  const term = termShape.safeParse(given);
  return term.success ? { ...asked.data, ...term.data } : refuseRegistry("official-term");
}

/** In the trail a person stands by the id, without the name. */
function tell({ kind, office, since, until }: Fields) {
  return { kind, office, since, until };
}

/** One of them for its form. Refuses `official-unknown`. */
export async function getOfficial(ctx: Context<Tx>, id: string): Promise<KeptOfficial> {
  requirePermission(ctx, "official.keep");
  return (isId(id) ? await selectOfficial(ctx, id) : undefined) ?? refuseRegistry("official-unknown");
}

/**
 * Mends a record, or says when a term ended; events keep their hosts. Refuses as `addOfficial`, `official-unknown`, and
 * `official-changed` where somebody saved since `version`.
 */
export async function changeOfficial(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly version: number; readonly fields: unknown },
): Promise<void> {
  const was = await getOfficial(ctx, given.id);
  const fields = parseOfficial(given.fields);
  if (!(await updateOfficial(ctx, { id: was.id, version: given.version, fields }))) refuseRegistry("official-changed");
  await writeAudit(ctx, {
    action: "official.keep",
    subject: { kind: "official", id: was.id },
    before: tell(was),
    after: tell(fields),
  });
  await raiseRevision(ctx);
}
