import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";
import type { SignInTables } from "./tables.ts";

export type TokenPurpose = SignInTables["sign_in_token"]["purpose"];

export interface NewToken {
  readonly purpose: TokenPurpose;
  readonly personId: Id | null;
  readonly email: string | null;
  readonly hash: Buffer;
  readonly expiresAt: Date;
}

/** A new link makes those before it, of the same purpose, void. */
export async function insertToken(ctx: Context<Tx>, token: NewToken): Promise<void> {
  const db = withAccessTables(ctx.tx);
  await db
    .deleteFrom("sign_in_token")
    .where("person_id", "=", token.personId)
    .where("purpose", "=", token.purpose)
    .where("used_at", "is", null)
    .execute();
  await db
    .insertInto("sign_in_token")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      purpose: token.purpose,
      person_id: token.personId,
      email: token.email,
      hash: token.hash,
      made_at: ctx.now,
      expires_at: token.expiresAt,
    })
    .execute();
}

export interface UsedToken {
  readonly purpose: TokenPurpose;
  readonly personId: Id;
  readonly email: string | null;
}

interface TokenQuery {
  readonly purposes: readonly TokenPurpose[];
  readonly hash: Buffer;
}

/** A password that was changed meanwhile, in whatever municipality, makes void what was asked for before. */
function isOpen(ctx: Context<Tx>, purposes: readonly TokenPurpose[]): RawBuilder<boolean> {
  return sql<boolean>`purpose = any(${[...purposes]}::text[]) and used_at is null and expires_at > ${ctx.now}
    and person_id is not null
    and (purpose not in ('reset-password', 'change-email') or not exists (
      select from sign_in_account account where account.person_id = sign_in_token.person_id
        and account.provider_id = 'credential' and account.updated_at > sign_in_token.made_at))`;
}

/** Uses up a token: of two who come with it at once, one gets it. Null where it is unknown here, used, or out of date. */
export async function takeToken(ctx: Context<Tx>, { purposes, hash }: TokenQuery): Promise<UsedToken | null> {
  const row = await withAccessTables(ctx.tx)
    .updateTable("sign_in_token")
    .set({ used_at: ctx.now })
    .where("hash", "=", hash)
    .where(isOpen(ctx, purposes))
    .returning(["purpose", "person_id", "email"])
    .executeTakeFirst();
  if (!row?.person_id) return null;
  return { purpose: row.purpose, personId: row.person_id, email: row.email };
}

/** Whether the link would still open something; it stays unused. */
export async function hasToken(ctx: Context<Tx>, { purposes, hash }: TokenQuery): Promise<boolean> {
  const row = await withAccessTables(ctx.tx)
    .selectFrom("sign_in_token")
    .select("id")
    .where("hash", "=", hash)
    .where(isOpen(ctx, purposes))
    .executeTakeFirst();
  return row !== undefined;
}
