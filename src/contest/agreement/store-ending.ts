import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { byOf, withContestTables } from "../tables.ts";
import type { EndingView } from "./contract.ts";

export async function findEnding(ctx: Context<Tx>, applicationId: Id): Promise<EndingView | undefined> {
  const row = await withContestTables(ctx.tx)
    .selectFrom("contest_ending")
    .select(["ground", "reason", "ended_on as endedOn", "file_name as fileName", "file_hash as fileHash"])
    .select("paid_kopecks as paid")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { fileName, fileHash, ...own } = row;
  return { ...own, file: { name: fileName, hash: fileHash } };
}

/** False where it was ended already. */
export async function insertEnding(ctx: Context<Tx>, applicationId: Id, given: EndingView): Promise<boolean> {
  const { endedOn, file, paid, ...own } = given;
  const made = await withContestTables(ctx.tx)
    .insertInto("contest_ending")
    .values({
      ...{ ...own, municipality_id: ctx.municipalityId, application_id: applicationId, ended_on: endedOn },
      ...{ file_name: file.name, file_hash: file.hash, paid_kopecks: paid },
      ...byOf(ctx),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}
