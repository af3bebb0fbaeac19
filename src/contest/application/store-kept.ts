import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { byOf, withContestTables } from "../tables.ts";
import type { FileView, TypedContent } from "./contract.ts";

/** The application with its call, as rows beside it name it. */
interface Own {
  readonly id: Id;
  readonly callId: Id;
}

const ownOf = (ctx: Context<Tx>, { id, callId }: Own) => ({
  municipality_id: ctx.municipalityId,
  application_id: id,
  call_id: callId,
});

export async function selectFiles(ctx: Context<Tx>, applicationId: Id): Promise<readonly FileView[]> {
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_file")
    .select(["id", "paper", "name", "hash", "bytes"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .where("removed_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ bytes, ...file }) => ({ ...file, bytes: Number(bytes) }));
}

/** The files of all applications of a call that the reader may see. */
export async function selectFilesOfCall(ctx: Context<Tx>, callId: Id) {
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_file")
    .select(["application_id as applicationId", "name", "hash", "bytes"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("call_id", "=", callId)
    .where("removed_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ bytes, ...file }) => ({ ...file, bytes: Number(bytes) }));
}

export async function insertFile(ctx: Context<Tx>, own: Own, file: Omit<FileView, "id">): Promise<Id> {
  const id = newId();
  await withContestTables(ctx.tx)
    .insertInto("contest_file")
    .values({ ...ownOf(ctx, own), ...file, id, added_at: ctx.now })
    .execute();
  return id;
}

/** False where it is not there, or was taken off already. */
export async function removeFile(ctx: Context<Tx>, applicationId: Id, id: Id): Promise<boolean> {
  const { numUpdatedRows } = await withContestTables(ctx.tx)
    .updateTable("contest_file")
    .set({ removed_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface Submission {
  readonly version: number;
  readonly number: number;
  readonly submittedAt: Date;
  readonly content: TypedContent;
  readonly files: readonly Pick<FileView, "paper" | "name" | "hash">[];
  readonly hash: string;
}

export async function insertSubmission(ctx: Context<Tx>, own: Own, given: Submission): Promise<void> {
  const { submittedAt, content, files, ...plain } = given;
  await withContestTables(ctx.tx)
    .insertInto("contest_submission")
    .values({
      ...ownOf(ctx, own),
      ...plain,
      submitted_at: submittedAt,
      content: JSON.stringify(content) as unknown as TypedContent,
      files: JSON.stringify(files) as unknown as Submission["files"],
    })
    .execute();
}

/** The latest submission; undefined where there was none. */
export function findSubmission(ctx: Context<Tx>, applicationId: Id): Promise<Submission | undefined> {
  return withContestTables(ctx.tx)
    .selectFrom("contest_submission")
    .select(["version", "number", "submitted_at as submittedAt", "content", "files", "hash"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .orderBy("version", "desc")
    .executeTakeFirst();
}

export async function insertMove(
  ctx: Context<Tx>,
  own: Own,
  given: { version: number; move: string; reason: string | null },
): Promise<void> {
  await withContestTables(ctx.tx)
    .insertInto("contest_application_move")
    .values({ ...ownOf(ctx, own), ...given, ...byOf(ctx) })
    .execute();
}

export function selectMoves(ctx: Context<Tx>, applicationId: Id) {
  return withContestTables(ctx.tx)
    .selectFrom("contest_application_move")
    .select(["move", "reason", "at"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .orderBy("version")
    .execute();
}

export async function insertCheck(
  ctx: Context<Tx>,
  own: Own,
  given: { line: string; isMet: boolean; note: string | null },
): Promise<void> {
  const { isMet, ...plain } = given;
  await withContestTables(ctx.tx)
    .insertInto("contest_check")
    .values({ ...ownOf(ctx, own), ...plain, ...byOf(ctx), id: newId(), is_met: isMet })
    .execute();
}

/** What people found, line by line; of a line the latest. */
export async function selectChecks(
  ctx: Context<Tx>,
  applicationId: Id,
): Promise<ReadonlyMap<string, { isMet: boolean; note: string | null }>> {
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_check")
    .select(["line", "is_met as isMet", "note"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return new Map(rows.map(({ line, ...found }) => [line, found]));
}
