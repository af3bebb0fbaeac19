import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { withAccessTables } from "./tables.ts";

/** What was done to what. `detail` holds codes, numbers and ids, never a person's data. */
export interface AuditEntry {
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: Id };
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** One row for one change, in the change's own transaction. */
export async function writeAudit(ctx: Context<Tx>, entry: AuditEntry): Promise<void> {
  await withAccessTables(ctx.tx)
    .insertInto("audit_entry")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      at: ctx.now,
      actor_kind: ctx.actor.kind,
      actor_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      actor_name: ctx.actor.kind === "system" ? ctx.actor.name : null,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}
