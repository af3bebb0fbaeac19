import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withContestTables } from "../tables.ts";
import type { SittingState, VotesText } from "./contract.ts";

export interface StoredSitting {
  readonly id: Id;
  readonly callId: Id;
  readonly number: number;
  readonly state: SittingState;
  readonly heldOn: string;
  readonly agenda: string;
  readonly basis: string | null;
  readonly votes: VotesText;
  readonly version: number;
}

/** The sittings of a call, the first one first. */
export function selectSittings(ctx: Context<Tx>, callId: Id): Promise<readonly StoredSitting[]> {
  return withContestTables(ctx.tx)
    .selectFrom("contest_sitting")
    .select(["id", "call_id as callId", "number", "state", "held_on as heldOn", "agenda", "basis", "votes", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("call_id", "=", callId)
    .orderBy("number")
    .execute();
}

export async function insertSitting(
  ctx: Context<Tx>,
  given: Pick<StoredSitting, "callId" | "number" | "heldOn" | "agenda" | "basis"> & { readonly present: readonly Id[] },
): Promise<Id> {
  const { callId, heldOn, present, ...own } = given;
  const id = newId();
  const tables = withContestTables(ctx.tx);
  await tables
    .insertInto("contest_sitting")
    .values({
      ...own,
      municipality_id: ctx.municipalityId,
      id,
      call_id: callId,
      state: "open",
      held_on: heldOn,
      opened_at: ctx.now,
    })
    .execute();
  const rows = present.map((jurorId) => ({ municipality_id: ctx.municipalityId, sitting_id: id, juror_id: jurorId }));
  await tables.insertInto("contest_presence").values(rows).execute();
  return id;
}

export async function selectPresent(ctx: Context<Tx>, sittingId: Id): Promise<readonly Id[]> {
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_presence")
    .select("juror_id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("sitting_id", "=", sittingId)
    .orderBy("juror_id")
    .execute();
  return rows.map((row) => row.juror_id);
}

/** False where somebody saved it since `version`. */
export async function updateSitting(
  ctx: Context<Tx>,
  { id, version }: { readonly id: Id; readonly version: number },
  change: { readonly votes?: VotesText; readonly state?: SittingState; readonly decided_at?: Date },
): Promise<boolean> {
  const { votes, ...plain } = change;
  const { numUpdatedRows } = await withContestTables(ctx.tx)
    .updateTable("contest_sitting")
    .set({ ...plain, ...(votes && { votes: JSON.stringify(votes) as unknown as VotesText }), version: version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertCalculation(
  ctx: Context<Tx>,
  given: { sittingId: Id; callId: Id; file: string; hash: string },
): Promise<void> {
  const { sittingId, callId, ...own } = given;
  await withContestTables(ctx.tx)
    .insertInto("contest_calculation")
    .values({ ...own, municipality_id: ctx.municipalityId, sitting_id: sittingId, call_id: callId })
    .execute();
}

/** Undefined also where the wall hides it. */
export function findCalculation(ctx: Context<Tx>, sittingId: Id): Promise<{ file: string; hash: string } | undefined> {
  return withContestTables(ctx.tx)
    .selectFrom("contest_calculation")
    .select(["file", "hash"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("sitting_id", "=", sittingId)
    .executeTakeFirst();
}
