import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { byOf, withContestTables } from "../tables.ts";
import type { CallState, ContestKind, TermsText } from "./contract.ts";
import type { CallFields } from "./input.ts";

export interface StoredContest {
  readonly id: Id;
  readonly kind: ContestKind;
  readonly name: string;
  readonly activityId: Id | null;
}

export interface StoredCall {
  readonly id: Id;
  readonly contestId: Id;
  readonly year: number;
  readonly state: CallState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly reviewUntil: string;
  readonly isBlind: boolean;
  readonly marksOpenedAt: Date | null;
  readonly terms: TermsText;
  readonly version: number;
}

/** Contests by name. */
export function selectContests(ctx: Context<Tx>): Promise<readonly StoredContest[]> {
  return withContestTables(ctx.tx)
    .selectFrom("contest")
    .select(["id", "kind", "name", "activity_id as activityId"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("name")
    .execute();
}

/** Null where there is one of that name already. */
export async function insertContest(ctx: Context<Tx>, given: Omit<StoredContest, "id">): Promise<Id | null> {
  const { activityId, ...own } = given;
  const id = newId();
  const made = await withContestTables(ctx.tx)
    .insertInto("contest")
    .values({ ...own, municipality_id: ctx.municipalityId, id, activity_id: activityId, recorded_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? id : null;
}

function selectRows(ctx: Context<Tx>) {
  return withContestTables(ctx.tx)
    .selectFrom("contest_call")
    .select(["id", "contest_id as contestId", "year", "state", "opens_at as opensAt", "closes_at as closesAt"])
    .select([
      "review_until as reviewUntil",
      "is_blind as isBlind",
      "marks_opened_at as marksOpenedAt",
      "terms",
      "version",
    ])
    .where("municipality_id", "=", ctx.municipalityId);
}

/** Calls, the latest year first. */
export function selectCalls(ctx: Context<Tx>): Promise<readonly StoredCall[]> {
  return selectRows(ctx).orderBy("year", "desc").orderBy("id").execute();
}

/** `lock`: whoever moves the call waits for who does it now. */
export function findCall(ctx: Context<Tx>, id: Id, lock?: "share" | "update"): Promise<StoredCall | undefined> {
  const rows = selectRows(ctx).where("id", "=", id);
  if (lock === undefined) return rows.executeTakeFirst();
  return (lock === "share" ? rows.forShare() : rows.forUpdate()).executeTakeFirst();
}

function toRow({ opensAt, closesAt, reviewUntil, isBlind, terms, year }: CallFields) {
  const times = { opens_at: opensAt, closes_at: closesAt, review_until: reviewUntil };
  return { ...times, year, is_blind: isBlind, terms: JSON.stringify(terms) as unknown as TermsText };
}

/** Null where the contest has a call in that year. */
export async function insertCall(ctx: Context<Tx>, contestId: Id, fields: CallFields): Promise<Id | null> {
  const id = newId();
  const own = {
    municipality_id: ctx.municipalityId,
    id,
    contest_id: contestId,
    state: "draft" as const,
    recorded_at: ctx.now,
  };
  const made = await withContestTables(ctx.tx)
    .insertInto("contest_call")
    .values({ ...own, ...toRow(fields) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? id : null;
}

interface Seen {
  readonly id: Id;
  readonly version: number;
}

/** False where somebody saved it since `version`. The year of a call is not changed. */
export function updateCall(ctx: Context<Tx>, seen: Seen, fields: CallFields): Promise<boolean> {
  const { year: _year, ...row } = toRow(fields);
  return update(ctx, seen, row);
}

export function updateCallState(ctx: Context<Tx>, seen: Seen, state: CallState): Promise<boolean> {
  return update(ctx, seen, { state });
}

/** From now on jurors see each other's marks; once opened they stay open. */
export async function openMarks(ctx: Context<Tx>, id: Id): Promise<void> {
  await withContestTables(ctx.tx)
    .updateTable("contest_call")
    .set({ marks_opened_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("marks_opened_at", "is", null)
    .execute();
}

async function update(ctx: Context<Tx>, { id, version }: Seen, change: object): Promise<boolean> {
  const { numUpdatedRows } = await withContestTables(ctx.tx)
    .updateTable("contest_call")
    .set({ ...change, version: version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertCallMove(
  ctx: Context<Tx>,
  given: { readonly callId: Id; readonly version: number; readonly move: string; readonly reason: string | null },
): Promise<void> {
  const { callId, ...own } = given;
  await withContestTables(ctx.tx)
    .insertInto("contest_call_move")
    .values({ ...own, ...byOf(ctx), municipality_id: ctx.municipalityId, call_id: callId })
    .execute();
}
