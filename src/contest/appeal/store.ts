import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { byOf, withContestTables } from "../tables.ts";
import type { AppealView } from "./contract.ts";

export interface StoredAppeal extends AppealView {
  readonly callId: Id;
}

function selectRows(ctx: Context<Tx>) {
  return withContestTables(ctx.tx)
    .selectFrom("contest_appeal")
    .select(["id", "call_id as callId", "application_id as applicationId", "way", "received_on as receivedOn"])
    .select(["essence", "file_name as fileName", "file_hash as fileHash", "answer_by as answerBy", "state"])
    .select(["answered_on as answeredOn", "answer", "sitting_id as sittingId", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("received_on")
    .orderBy("id");
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRows>["execute"]>>[number];

const show = ({ fileName, fileHash, ...row }: Row): StoredAppeal => ({
  ...row,
  file: fileName !== null && fileHash !== null ? { name: fileName, hash: fileHash } : null,
});

/** Those of an application, the first one first. */
export async function selectAppeals(ctx: Context<Tx>, applicationId: Id): Promise<readonly StoredAppeal[]> {
  return (await selectRows(ctx).where("application_id", "=", applicationId).execute()).map(show);
}

/** Whether an appeal was upheld in a call: one applicant's may take away what another was awarded. */
export async function hasUpheld(ctx: Context<Tx>, callId: Id): Promise<boolean> {
  const found = await selectRows(ctx).where("call_id", "=", callId).where("state", "=", "upheld").executeTakeFirst();
  return found !== undefined;
}

/** What a person filed themselves. */
export async function selectFiledBy(ctx: Context<Tx>, personId: Id): Promise<readonly StoredAppeal[]> {
  return (await selectRows(ctx).where("by_person_id", "=", personId).where("way", "=", "page").execute()).map(show);
}

/** Null where one of the application waits for its answer already. */
export async function insertAppeal(
  ctx: Context<Tx>,
  given: Pick<StoredAppeal, "callId" | "applicationId" | "way" | "receivedOn" | "essence" | "file" | "answerBy">,
): Promise<Id | null> {
  const id = newId();
  const { callId, applicationId, receivedOn, file, answerBy, way, essence } = given;
  const made = await withContestTables(ctx.tx)
    .insertInto("contest_appeal")
    .values({
      ...{ municipality_id: ctx.municipalityId, id, call_id: callId, application_id: applicationId, way, essence },
      ...{ received_on: receivedOn, answer_by: answerBy, state: "filed" },
      ...{ file_name: file?.name ?? null, file_hash: file?.hash ?? null },
      ...{ answered_on: null, answer: null, sitting_id: null },
      ...byOf(ctx),
    })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "application_id"]).where("state", "=", "filed").doNothing(),
    )
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? id : null;
}

/** False where somebody answered it since `version`. */
export async function answerRow(
  ctx: Context<Tx>,
  seen: { readonly id: Id; readonly version: number },
  given: { readonly state: "upheld" | "dismissed"; readonly answer: string; readonly sittingId: Id | null },
): Promise<boolean> {
  const { state, answer, sittingId } = given;
  const { numUpdatedRows } = await withContestTables(ctx.tx)
    .updateTable("contest_appeal")
    .set({ state, answer, sitting_id: sittingId, answered_on: ctx.today, version: seen.version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .where("state", "=", "filed")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
