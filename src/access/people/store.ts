import type { Context, Holding } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Role } from "../roles.ts";
import { withAccessTables } from "../tables.ts";

/** The roles that the person holds now in the municipality of the transaction. */
export async function listHoldings(tx: Tx, personId: Id): Promise<readonly Holding[]> {
  const rows = await withAccessTables(tx)
    .selectFrom("role_holding")
    .select(["role", "subject_id"])
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .orderBy("role")
    .orderBy("given_at")
    .execute();
  return rows.map((row) => ({ role: row.role, subjectId: row.subject_id }));
}

/** Names by person's id, for those who act in the records of other slices. */
export async function loadNames(ctx: Context<Tx>, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await withAccessTables(ctx.tx)
    .selectFrom("person")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Where a person gets letters, under which name and in which language; undefined of one who was erased. */
export async function loadContact(
  ctx: Context<Tx>,
  personId: Id,
): Promise<{ readonly email: string; readonly name: string; readonly language: Language } | undefined> {
  return withAccessTables(ctx.tx)
    .selectFrom("person")
    .select(["email", "name", "language"])
    .where("id", "=", personId)
    .where("erased_at", "is", null)
    .executeTakeFirst();
}

/** From now on the person's letters come in this language. */
export async function updateLanguage(ctx: Context<Tx>, personId: Id, language: Language): Promise<void> {
  await withAccessTables(ctx.tx)
    .updateTable("person")
    .set({ language, updated_at: ctx.now })
    .where("id", "=", personId)
    .execute();
}

/** False where the address belongs to somebody already. Letters come in the context's language until the person chooses another. */
export async function insertPerson(
  ctx: Context<Tx>,
  person: { readonly id: Id; readonly email: string; readonly name: string; readonly emailVerified: boolean },
): Promise<boolean> {
  const { emailVerified, ...rest } = person;
  const row = await withAccessTables(ctx.tx)
    .insertInto("person")
    .values({
      ...rest,
      email_verified: emailVerified,
      language: ctx.language,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertPassword(ctx: Context<Tx>, personId: Id, passwordHash: string): Promise<void> {
  await withAccessTables(ctx.tx)
    .insertInto("sign_in_account")
    .values({
      id: newId(),
      person_id: personId,
      provider_id: "credential",
      account_id: personId,
      password: passwordHash,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
}

export async function insertHolding(
  ctx: Context<Tx>,
  holding: { personId: Id; role: Role; basis: string; subjectId?: Id | null; givenOn?: string },
): Promise<void> {
  await withAccessTables(ctx.tx)
    .insertInto("role_holding")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      person_id: holding.personId,
      role: holding.role,
      subject_id: holding.subjectId ?? null,
      given_on: holding.givenOn ?? ctx.today,
      given_at: ctx.now,
      basis: holding.basis,
      ended_at: null,
      ended_basis: null,
    })
    .execute();
}
