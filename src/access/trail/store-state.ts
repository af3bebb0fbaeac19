import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";

/** In which state records of a kind stood at an instant: those alone whose state changed since, all others stand as they do. */
export async function selectFormerStates(ctx: Context<Tx>, kind: string, at: Date): Promise<ReadonlyMap<Id, string>> {
  if (at >= ctx.now) return new Map();
  const { rows } = await sql<{ id: Id; state: string }>`
    select distinct on (subject_id) subject_id as id, before->>'state' as state from audit_entry
    where municipality_id = ${ctx.municipalityId} and subject_kind = ${kind} and outcome = 'done' and before ? 'state'
      and at > ${at} and subject_id is not null
    order by subject_id, at, id`.execute(ctx.tx);
  return new Map(rows.map(({ id, state }) => [id, state]));
}
