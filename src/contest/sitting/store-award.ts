import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withContestTables } from "../tables.ts";
import type { AwardView } from "./contract.ts";

/** The years in which an association was awarded in this contest, by sittings that hold. */
export async function selectPrizeYears(
  ctx: Context<Tx>,
  { contestId, associationId }: { readonly contestId: Id; readonly associationId: Id },
): Promise<readonly number[]> {
  const { municipalityId } = ctx;
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_award")
    .innerJoin("contest_sitting", (join) =>
      join
        .onRef("contest_sitting.id", "=", "contest_award.sitting_id")
        .on("contest_sitting.municipality_id", "=", municipalityId),
    )
    .innerJoin("contest_call", (join) =>
      join
        .onRef("contest_call.id", "=", "contest_award.call_id")
        .on("contest_call.municipality_id", "=", municipalityId),
    )
    .innerJoin("contest_applicant", (join) =>
      join
        .onRef("contest_applicant.application_id", "=", "contest_award.application_id")
        .on("contest_applicant.municipality_id", "=", municipalityId),
    )
    .select("contest_call.year")
    .distinct()
    .where("contest_award.municipality_id", "=", municipalityId)
    .where("contest_sitting.state", "=", "decided")
    .where("contest_call.contest_id", "=", contestId)
    .where("contest_applicant.association_id", "=", associationId)
    .where("contest_award.outcome", "in", ["awarded", "awarded-part"])
    .orderBy("contest_call.year")
    .execute();
  return rows.map(({ year }) => year);
}

/** The awards of a sitting, by place. */
export async function selectAwards(ctx: Context<Tx>, sittingId: Id): Promise<readonly AwardView[]> {
  const tables = withContestTables(ctx.tx);
  const awards = await tables
    .selectFrom("contest_award")
    .select(["application_id as applicationId", "place", "outcome", "kopecks"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("sitting_id", "=", sittingId)
    .orderBy("place")
    .orderBy("application_id")
    .execute();
  const sums = await tables
    .selectFrom("contest_award_sum")
    .select(["application_id", "source", "kopecks"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("sitting_id", "=", sittingId)
    .orderBy("source")
    .execute();
  return awards.map((award) => ({
    ...award,
    sums: sums
      .filter(({ application_id }) => application_id === award.applicationId)
      .map(({ source, kopecks }) => ({ source, kopecks })),
  }));
}

export async function insertAwards(
  ctx: Context<Tx>,
  of: { readonly sittingId: Id; readonly callId: Id },
  awards: readonly AwardView[],
): Promise<void> {
  const own = { municipality_id: ctx.municipalityId, sitting_id: of.sittingId };
  if (awards.length === 0) return;
  const tables = withContestTables(ctx.tx);
  const rows = awards.map(({ applicationId, sums: _sums, ...award }) => ({
    ...own,
    ...award,
    call_id: of.callId,
    application_id: applicationId,
  }));
  await tables.insertInto("contest_award").values(rows).execute();
  const sums = awards.flatMap(({ applicationId, sums }) =>
    sums.map((sum) => ({ ...own, ...sum, application_id: applicationId })),
  );
  if (sums.length > 0) await tables.insertInto("contest_award_sum").values(sums).execute();
}

/** The calls of a year with the sitting that holds. */
function selectHeld(ctx: Context<Tx>, year: number) {
  return withContestTables(ctx.tx)
    .selectFrom("contest_call")
    .innerJoin("contest", (join) =>
      join
        .onRef("contest.id", "=", "contest_call.contest_id")
        .onRef("contest.municipality_id", "=", "contest_call.municipality_id"),
    )
    .innerJoin("contest_sitting", (join) =>
      join
        .onRef("contest_sitting.call_id", "=", "contest_call.id")
        .onRef("contest_sitting.municipality_id", "=", "contest_call.municipality_id")
        .on("contest_sitting.state", "=", "decided"),
    )
    .where("contest_call.municipality_id", "=", ctx.municipalityId)
    .where("contest_call.year", "=", year);
}

export async function selectHeldCalls(ctx: Context<Tx>, year: number) {
  const rows = await selectHeld(ctx, year)
    .where("contest_call.state", "=", "decided")
    .select(["contest.id as contestId", "contest.name as title", "contest_call.id as callId"])
    .select([
      "contest.activity_id as activityId",
      "contest_sitting.held_on as date",
      "contest_sitting.decided_at as decidedAt",
    ])
    .orderBy("contest_sitting.held_on")
    .execute();
  return rows.flatMap(({ decidedAt, ...held }) => (decidedAt ? [{ ...held, decidedAt }] : []));
}

/** Awards with money or a prize, of the calls of a year. Who applies is read past the wall. */
export async function selectYearAwards(ctx: Context<Tx>, year: number) {
  const rows = await selectHeld(ctx, year)
    .innerJoin("contest_award", (join) =>
      join
        .onRef("contest_award.sitting_id", "=", "contest_sitting.id")
        .onRef("contest_award.municipality_id", "=", "contest_sitting.municipality_id"),
    )
    .innerJoin("contest_applicant", (join) =>
      join
        .onRef("contest_applicant.application_id", "=", "contest_award.application_id")
        .onRef("contest_applicant.municipality_id", "=", "contest_award.municipality_id"),
    )
    .where("contest_award.outcome", "in", ["awarded", "awarded-part"])
    .select(["contest_award.application_id as id", "contest_award.sitting_id as sittingId", "contest_award.kopecks"])
    .select(["contest_applicant.association_id as associationId", "contest.id as contestId"])
    .select(["contest.activity_id as activityId", "contest_call.id as callId"])
    .select(["contest_sitting.held_on as date", "contest_sitting.decided_at as decidedAt"])
    .orderBy("contest_sitting.held_on")
    .orderBy("contest_award.place")
    .orderBy("contest_award.application_id")
    .execute();
  const sums = await selectSums(ctx, [...new Set(rows.map(({ sittingId }) => sittingId))]);
  return rows.flatMap(({ decidedAt, sittingId, ...award }) =>
    decidedAt
      ? [
          {
            ...award,
            decidedAt,
            sums: sums
              .filter((sum) => sum.sitting_id === sittingId && sum.application_id === award.id)
              .map(({ source, kopecks }) => ({ source, kopecks })),
          },
        ]
      : [],
  );
}

async function selectSums(ctx: Context<Tx>, sittings: readonly Id[]) {
  if (sittings.length === 0) return [];
  return withContestTables(ctx.tx)
    .selectFrom("contest_award_sum")
    .select(["sitting_id", "application_id", "source", "kopecks"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("sitting_id", "in", [...sittings])
    .orderBy("source")
    .execute();
}

/** What was awarded to those with whom agreements were concluded, by the sitting of each agreement. */
export async function selectAgreedSums(
  ctx: Context<Tx>,
  callId: Id,
): Promise<readonly Pick<AwardView, "applicationId" | "sums">[]> {
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_agreement as agreement")
    .innerJoin("contest_award_sum as sum", (join) =>
      join
        .onRef("sum.municipality_id", "=", "agreement.municipality_id")
        .onRef("sum.sitting_id", "=", "agreement.sitting_id")
        .onRef("sum.application_id", "=", "agreement.application_id"),
    )
    .select(["agreement.application_id as applicationId", "sum.source", "sum.kopecks"])
    .where("agreement.municipality_id", "=", ctx.municipalityId)
    .where("agreement.call_id", "=", callId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("contest_ending as ending")
            .select("ending.application_id")
            .whereRef("ending.municipality_id", "=", "agreement.municipality_id")
            .whereRef("ending.application_id", "=", "agreement.application_id"),
        ),
      ),
    )
    .execute();
  return [...Map.groupBy(rows, ({ applicationId }) => applicationId)].map(([applicationId, sums]) => ({
    applicationId,
    sums: sums.map(({ source, kopecks }) => ({ source, kopecks })),
  }));
}
