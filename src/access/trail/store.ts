import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { rolesFor } from "../permissions.ts";
import { withAccessTables } from "../tables.ts";
import type { FieldValues } from "./views.ts";

/**
 * What was done to what. `detail` holds codes, numbers and ids; `before` and `after` the fields that changed, a person's data
 * only sealed (`trail/store-seal.ts`). `basis` is the document on the strength of which it was done.
 */
export interface AuditEntry {
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: Id | null };
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  readonly basis?: string;
  readonly before?: FieldValues;
  readonly after?: FieldValues;
  /** The code of the refusal, where it was refused. */
  readonly refusal?: string;
}

/** One row for one change, in the change's own transaction; the database makes it a link of the municipality's chain at commit. */
export async function writeAudit(ctx: Context<Tx>, entry: AuditEntry): Promise<void> {
  await writeAudits(ctx, [entry]);
}

/** The same for many changes of one transaction, in their order. */
export async function writeAudits(ctx: Context<Tx>, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { actor } = ctx;
  const rows = entries.map((entry) => ({
    municipality_id: ctx.municipalityId,
    id: newId(),
    at: ctx.now,
    actor_kind: actor.kind,
    actor_person_id: actor.kind === "person" ? actor.personId : null,
    actor_name: actor.kind === "system" ? actor.name : null,
    role: rolesFor(actor, entry.action).join(" ") || null,
    action: entry.action,
    subject_kind: entry.subject.kind,
    subject_id: entry.subject.id,
    basis: entry.basis?.trim() || null,
    outcome: entry.refusal === undefined ? ("done" as const) : ("refused" as const),
    refusal: entry.refusal ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
    before: entry.before ? JSON.stringify(entry.before) : null,
    after: entry.after ? JSON.stringify(entry.after) : null,
  }));
  await withAccessTables(ctx.tx).insertInto("audit_entry").values(rows).execute();
}
