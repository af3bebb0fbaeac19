import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";

/** A person as signing in sees one. */
export interface Account {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  /** Of the letters to this person. */
  readonly language: Language;
  /** Null where the person signs in by a provider alone. */
  readonly passwordHash: string | null;
}

function selectAccounts(ctx: Context<Tx>) {
  return withAccessTables(ctx.tx)
    .selectFrom("person")
    .leftJoin("sign_in_account", (join) =>
      join.onRef("sign_in_account.person_id", "=", "person.id").on("sign_in_account.provider_id", "=", "credential"),
    )
    .select(["person.id", "name", "email", "email_verified", "language", "password"]);
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof selectAccounts>["executeTakeFirstOrThrow"]>>;

function toAccount(row: AccountRow | undefined): Account | null {
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    emailVerified: row.email_verified,
    language: row.language,
    passwordHash: row.password,
  };
}

export async function findAccountByEmail(ctx: Context<Tx>, email: string): Promise<Account | null> {
  return toAccount(await selectAccounts(ctx).where("person.email", "=", normalise(email)).executeTakeFirst());
}

export async function findAccount(ctx: Context<Tx>, personId: Id): Promise<Account | null> {
  return toAccount(await selectAccounts(ctx).where("person.id", "=", personId).executeTakeFirst());
}

/** Addresses are kept small and without spaces around them. */
export function normalise(email: string): string {
  return email.trim().toLowerCase();
}

export async function updatePassword(ctx: Context<Tx>, personId: Id, passwordHash: string): Promise<boolean> {
  const { numUpdatedRows } = await withAccessTables(ctx.tx)
    .updateTable("sign_in_account")
    .set({ password: passwordHash, updated_at: ctx.now })
    .where("person_id", "=", personId)
    .where("provider_id", "=", "credential")
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function confirmPersonEmail(ctx: Context<Tx>, personId: Id, email: string): Promise<boolean> {
  const { numUpdatedRows } = await withAccessTables(ctx.tx)
    .updateTable("person")
    .set({ email_verified: true, updated_at: ctx.now })
    .where("id", "=", personId)
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** False where somebody has the address already. */
export async function changePersonEmail(ctx: Context<Tx>, personId: Id, email: string): Promise<boolean> {
  const db = withAccessTables(ctx.tx);
  // Of two who take the same address at once the second waits here and then finds it taken.
  await db.selectFrom("person").select("id").where("id", "=", personId).forUpdate().execute();
  const taken = await db.selectFrom("person").select("id").where("email", "=", email).executeTakeFirst();
  if (taken) return false;
  await db
    .updateTable("person")
    .set({ email, email_verified: true, updated_at: ctx.now })
    .where("id", "=", personId)
    .execute();
  return true;
}
