import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";

/** Who answers for an executor, as the desk keeps it: a person, or whoever holds a role. */
export interface ExecutorHolder {
  readonly name: string;
  readonly role: string;
  readonly personId: Id | null;
}

export async function selectExecutors(ctx: Context<Tx>): Promise<readonly ExecutorHolder[]> {
  const { rows } = await sql<ExecutorHolder>`
    select name, role, person_id as "personId" from task_executor
    where municipality_id = ${ctx.municipalityId} order by name`.execute(ctx.tx);
  return rows;
}
