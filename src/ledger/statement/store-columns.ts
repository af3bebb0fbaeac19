import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withLedgerTables } from "../tables.ts";
import { COLUMN_ROLES, type ColumnRoles } from "./views.ts";

/** How a person last said that the columns under this head are read; none where nobody has. */
export async function findRoles(ctx: Context<Tx>, head: string): Promise<ColumnRoles | undefined> {
  const row = await withLedgerTables(ctx.tx)
    .selectFrom("ledger_column_map")
    .select("roles")
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`md5(head) = md5(${head}) and head = ${head}`)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.roles.map((role) => COLUMN_ROLES.find((known) => known === role) ?? null);
}

export async function insertRoles(ctx: Context<Tx>, head: string, roles: ColumnRoles): Promise<void> {
  const { actor, now: at, municipalityId: municipality_id } = ctx;
  const by_person_id = actor.kind === "person" ? actor.personId : null;
  const by_name = actor.kind === "system" ? actor.name : null;
  await sql`insert into ledger_column_map (municipality_id, id, head, roles, at, by_person_id, by_name)
    values (${municipality_id}, ${newId()}, ${head}, ${JSON.stringify(roles)}::jsonb, ${at}, ${by_person_id}, ${by_name})`.execute(
    ctx.tx,
  );
}
