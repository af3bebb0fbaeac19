import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withContestTables } from "../tables.ts";
import type { Pair } from "./assign.ts";

/** That there is a sheet, and whether it is in. */
export interface StoredReview extends Pair {
  readonly submittedAt: Date | null;
  readonly version: number;
}

export interface StoredMark extends Pair {
  readonly given: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}

export function selectReviews(ctx: Context<Tx>, callId: Id): Promise<readonly StoredReview[]> {
  return withContestTables(ctx.tx)
    .selectFrom("contest_review")
    .select(["juror_id as jurorId", "application_id as applicationId", "submitted_at as submittedAt", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("call_id", "=", callId)
    .execute();
}

/** The marks that the reader may see: their own, and once they are open those of others. */
export function selectMarks(ctx: Context<Tx>, callId: Id): Promise<readonly StoredMark[]> {
  return withContestTables(ctx.tx)
    .selectFrom("contest_mark")
    .select(["juror_id as jurorId", "application_id as applicationId", "given", "reasons"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("call_id", "=", callId)
    .execute();
}

const json = <Value>(value: Value): Value => JSON.stringify(value) as unknown as Value;

interface Saving extends Pair {
  readonly callId: Id;
  /** Of the sheet as the form saw it; 0 of one that was not there. */
  readonly version: number;
  readonly isSubmitted: boolean;
  readonly marks: Omit<StoredMark, keyof Pair>;
}

/** Saves a sheet whole. False where somebody saved it since `version`. */
export async function saveReview(ctx: Context<Tx>, saving: Saving): Promise<boolean> {
  const own = {
    municipality_id: ctx.municipalityId,
    juror_id: saving.jurorId,
    application_id: saving.applicationId,
    call_id: saving.callId,
  };
  const submittedAt = saving.isSubmitted ? ctx.now : null;
  const tables = withContestTables(ctx.tx);
  const isSaved =
    saving.version === 0
      ? (
          await tables
            .insertInto("contest_review")
            .values({ ...own, submitted_at: submittedAt, saved_at: ctx.now })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows === 1n
      : (
          await tables
            .updateTable("contest_review")
            .set({ submitted_at: submittedAt, saved_at: ctx.now, version: saving.version + 1 })
            .where("municipality_id", "=", ctx.municipalityId)
            .where("juror_id", "=", saving.jurorId)
            .where("application_id", "=", saving.applicationId)
            .where("version", "=", saving.version)
            .executeTakeFirst()
        ).numUpdatedRows === 1n;
  if (!isSaved) return false;
  const marks = { given: json(saving.marks.given), reasons: json(saving.marks.reasons) };
  await tables
    .insertInto("contest_mark")
    .values({ ...own, ...marks })
    .onConflict((conflict) => conflict.columns(["municipality_id", "juror_id", "application_id"]).doUpdateSet(marks))
    .execute();
  return true;
}
