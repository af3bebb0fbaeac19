import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";

/** Who somebody is at a provider: the issuer's own number of them, which never changes hands. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** The person to whom this account of a provider is linked; its use is noted. */
export async function followLink(ctx: Context<Tx>, { issuer, subject }: Subject): Promise<Id | null> {
  const row = await withAccessTables(ctx.tx)
    .updateTable("sign_in_account")
    .set({ last_used_at: ctx.now })
    .where("provider_id", "=", issuer)
    .where("account_id", "=", subject)
    .returning("person_id")
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** False where it is linked already, to whomever. Of the provider's tokens nothing is kept. */
export async function insertLink(ctx: Context<Tx>, personId: Id, { issuer, subject }: Subject): Promise<boolean> {
  const row = await withAccessTables(ctx.tx)
    .insertInto("sign_in_account")
    .values({
      id: newId(),
      person_id: personId,
      provider_id: issuer,
      account_id: subject,
      password: null,
      created_at: ctx.now,
      updated_at: ctx.now,
      last_used_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(["provider_id", "account_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export interface LinkRow {
  readonly id: Id;
  readonly issuer: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Providers to whose accounts the person is linked. */
export async function listLinks(ctx: Context<Tx>, personId: Id): Promise<readonly LinkRow[]> {
  const rows = await withAccessTables(ctx.tx)
    .selectFrom("sign_in_account")
    .select(["id", "provider_id", "created_at", "last_used_at"])
    .where("person_id", "=", personId)
    .where("provider_id", "!=", "credential")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    issuer: row.provider_id,
    madeAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

export async function deleteLink(ctx: Context<Tx>, personId: Id, id: Id): Promise<boolean> {
  const { numDeletedRows } = await withAccessTables(ctx.tx)
    .deleteFrom("sign_in_account")
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .where("provider_id", "!=", "credential")
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
