import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { TeamMember } from "./application/contract.ts";
import { withContestTables } from "./tables.ts";

/** The applications that a person began, with the team that they named. */
export function selectBegun(ctx: Context<Tx>, personId: Id) {
  return withContestTables(ctx.tx)
    .selectFrom("contest_applicant")
    .innerJoin("contest_application", (join) =>
      join
        .onRef("contest_application.id", "=", "contest_applicant.application_id")
        .onRef("contest_application.municipality_id", "=", "contest_applicant.municipality_id"),
    )
    .select([
      "contest_application.number",
      "contest_application.state",
      "contest_application.content",
      "contest_applicant.team",
    ])
    .where("contest_applicant.municipality_id", "=", ctx.municipalityId)
    .where("contest_applicant.person_id", "=", personId)
    .orderBy("contest_application.begun_at")
    .execute();
}

/** Takes the names of the team off the applications that a person began. */
export async function forgetTeam(ctx: Context<Tx>, personId: Id): Promise<void> {
  await withContestTables(ctx.tx)
    .updateTable("contest_applicant")
    .set({ team: JSON.stringify([]) as unknown as readonly TeamMember[] })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId)
    .execute();
}
