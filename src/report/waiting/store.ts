import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";

/** Who answers for an executor, as the desk keeps it: a person, or whoever holds a role. */
export interface ExecutorHolder {
  readonly name: string;
  readonly role: string;
  readonly personId: Id | null;
  readonly personName: string | null;
}

export async function selectExecutors(ctx: Context<Tx>): Promise<readonly ExecutorHolder[]> {
  const { rows } = await sql<ExecutorHolder>`
    select executor.name, executor.role, executor.person_id as "personId", person.name as "personName"
    from task_executor as executor left join person on person.id = executor.person_id
    where executor.municipality_id = ${ctx.municipalityId} order by executor.name`.execute(ctx.tx);
  return rows;
}
