import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Role } from "../roles.ts";
import { withAccessTables } from "../tables.ts";

export interface HoldingRow {
  readonly id: Id;
  readonly personId: Id;
  readonly role: Role;
  readonly subjectId: Id | null;
  /** Local dates, `YYYY-MM-DD`. */
  readonly givenOn: string;
  readonly basis: string;
  readonly endedOn: string | null;
  readonly endedBasis: string | null;
}

/** All roles that are or were held here, of one person or of all. */
export async function listHoldingRows(ctx: Context<Tx>, personId?: Id): Promise<readonly HoldingRow[]> {
  let query = withAccessTables(ctx.tx).selectFrom("role_holding").selectAll();
  if (personId !== undefined) query = query.where("person_id", "=", personId);
  const rows = await query.orderBy("given_on").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    role: row.role as Role,
    subjectId: row.subject_id,
    givenOn: row.given_on,
    basis: row.basis,
    endedOn: row.ended_on,
    endedBasis: row.ended_basis,
  }));
}

export interface PersonRow {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly secondFactor: boolean;
  readonly lastUsedAt: Date | null;
  /** Their data were erased: name and address are no longer theirs. */
  readonly erased: boolean;
}

/** Who holds or held a role here, by name. */
export async function listPeopleRows(ctx: Context<Tx>): Promise<readonly PersonRow[]> {
  const { rows } = await sql<{
    id: Id;
    name: string;
    email: string;
    email_verified: boolean;
    second_factor: boolean;
    last_used_at: Date | null;
    erased: boolean;
  }>`
    select person.id, person.name, person.email, person.email_verified, person.erased_at is not null as erased,
      exists (select from second_factor_app app where app.person_id = person.id and verified_at is not null)
        or exists (select from second_factor_passkey passkey where passkey.person_id = person.id) as second_factor,
      (select max(session.last_used_at) from sign_in_session session where session.person_id = person.id) as last_used_at
    from person where person.id in (select person_id from role_holding)
    order by person.name collate "ru-x-icu", person.id`.execute(ctx.tx);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    emailVerified: row.email_verified,
    secondFactor: row.second_factor,
    lastUsedAt: row.last_used_at,
    erased: row.erased,
  }));
}

/** False where the person no longer holds it. */
export async function endHolding(
  ctx: Context<Tx>,
  ending: { readonly id: Id; readonly on: string; readonly basis: string },
): Promise<boolean> {
  const { numUpdatedRows } = await withAccessTables(ctx.tx)
    .updateTable("role_holding")
    // Recorded now, even where another clock gave it a moment later.
    .set((eb) => ({
      ended_at: eb.fn<Date>("greatest", ["given_at", eb.val(ctx.now)]),
      ended_on: ending.on,
      ended_basis: ending.basis,
    }))
    .where("id", "=", ending.id)
    .where("ended_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Serialises what counts administrators of this municipality. */
export async function lockRoles(ctx: Context<Tx>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles of ${ctx.municipalityId}`}, 0))`.execute(ctx.tx);
}
