import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { ROLES, type Role } from "../roles.ts";
import { withAccessTables } from "../tables.ts";
import type { DemonstrationDoor } from "./views.ts";

/** Only the owner of the tables may, and only where the municipality is a demonstration: the database refuses everything else. */
export async function insertDoor(ctx: Context<Tx>, role: Role, personId: Id): Promise<void> {
  await withAccessTables(ctx.tx)
    .insertInto("demonstration_person")
    .values({ municipality_id: ctx.municipalityId, role, person_id: personId })
    .execute();
}

/** Those who still hold their role; whose role was ended or who was erased has no door any more. */
function selectDoors(ctx: Context<Tx>) {
  return withAccessTables(ctx.tx)
    .selectFrom("demonstration_person as door")
    .innerJoin("person", "person.id", "door.person_id")
    .where("door.municipality_id", "=", ctx.municipalityId)
    .where("person.erased_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("role_holding as holding")
          .select("holding.id")
          .whereRef("holding.municipality_id", "=", "door.municipality_id")
          .whereRef("holding.person_id", "=", "door.person_id")
          .whereRef("holding.role", "=", "door.role")
          .where("holding.ended_at", "is", null),
      ),
    )
    .select(["door.role", "person.name", "person.id"]);
}

/** In the order in which roles are named. */
export async function listDoors(ctx: Context<Tx>): Promise<readonly DemonstrationDoor[]> {
  const rows = await selectDoors(ctx).execute();
  return ROLES.flatMap((role) => rows.filter((row) => row.role === role).map(({ name }) => ({ role, name })));
}

export async function findDoor(ctx: Context<Tx>, role: string): Promise<Id | undefined> {
  return (await selectDoors(ctx).where("door.role", "=", role).executeTakeFirst())?.id;
}
