import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { byOf, withContestTables } from "../tables.ts";
import type { Pair } from "./assign.ts";

export interface StoredJuror {
  readonly id: Id;
  readonly callId: Id;
  readonly personId: Id;
  readonly isChair: boolean;
  readonly place: number;
  readonly removedAt: Date | null;
}

/** The jurors of a call by place, those that were removed too. */
export function selectJurors(ctx: Context<Tx>, callId: Id): Promise<readonly StoredJuror[]> {
  return withContestTables(ctx.tx)
    .selectFrom("contest_juror")
    .select([
      "id",
      "call_id as callId",
      "person_id as personId",
      "is_chair as isChair",
      "place",
      "removed_at as removedAt",
    ])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("call_id", "=", callId)
    .orderBy("place")
    .execute();
}

/** The actor as a juror of the call, also one that was removed. */
export async function findOwnJuror(ctx: Context<Tx>, callId: Id): Promise<StoredJuror | undefined> {
  const { actor } = ctx;
  if (actor.kind !== "person") return undefined;
  return (await selectJurors(ctx, callId)).find(({ personId }) => personId === actor.personId);
}

/** Null where this person is a juror of the call already, or was. */
export async function insertJuror(
  ctx: Context<Tx>,
  given: Pick<StoredJuror, "callId" | "personId" | "isChair" | "place">,
): Promise<Id | null> {
  const { callId, personId, isChair, place } = given;
  const id = newId();
  const made = await withContestTables(ctx.tx)
    .insertInto("contest_juror")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      call_id: callId,
      person_id: personId,
      is_chair: isChair,
      place,
      invited_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "call_id", "person_id"]).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? id : null;
}

export async function updateRemoval(ctx: Context<Tx>, id: Id, basis: string): Promise<void> {
  await withContestTables(ctx.tx)
    .updateTable("contest_juror")
    .set({ removed_at: ctx.now, removal_basis: basis })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}

interface OfCall {
  readonly callId: Id;
}

function selectPairs(
  ctx: Context<Tx>,
  table: "contest_recusal" | "contest_assignment",
  callId: Id,
): Promise<readonly Pair[]> {
  return withContestTables(ctx.tx)
    .selectFrom(table)
    .select(["juror_id as jurorId", "application_id as applicationId"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("call_id", "=", callId)
    .execute();
}

export const selectRecusals = (ctx: Context<Tx>, callId: Id) => selectPairs(ctx, "contest_recusal", callId);
export const selectAssignments = (ctx: Context<Tx>, callId: Id) => selectPairs(ctx, "contest_assignment", callId);

/** False where it was recorded already. */
export async function insertRecusal(
  ctx: Context<Tx>,
  given: Pair & OfCall & { readonly kind: "declared" | "found"; readonly basis: string },
): Promise<boolean> {
  const { jurorId, applicationId, callId, ...own } = given;
  const made = await withContestTables(ctx.tx)
    .insertInto("contest_recusal")
    .values({
      ...own,
      ...byOf(ctx),
      municipality_id: ctx.municipalityId,
      juror_id: jurorId,
      application_id: applicationId,
      call_id: callId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function insertAssignments(ctx: Context<Tx>, callId: Id, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  const own = { municipality_id: ctx.municipalityId, call_id: callId, assigned_at: ctx.now };
  const rows = pairs.map(({ jurorId, applicationId }) => ({
    ...own,
    juror_id: jurorId,
    application_id: applicationId,
  }));
  await withContestTables(ctx.tx)
    .insertInto("contest_assignment")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function selectRecusalsWithBasis(ctx: Context<Tx>, callId: Id) {
  return withContestTables(ctx.tx)
    .selectFrom("contest_recusal")
    .select(["juror_id as jurorId", "application_id as applicationId", "kind", "basis"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("call_id", "=", callId)
    .orderBy("at")
    .execute();
}
