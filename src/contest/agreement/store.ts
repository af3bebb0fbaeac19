import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withContestTables } from "../tables.ts";
import type { Instalment } from "./contract.ts";

export interface StoredAgreement {
  readonly applicationId: Id;
  readonly callId: Id;
  readonly sittingId: Id;
  readonly year: number;
  readonly number: number;
  readonly date: string;
  readonly payee: string;
  readonly details: string;
  readonly reportDue: string;
  readonly requestId: Id | null;
  readonly version: number;
}

export function findAgreement(ctx: Context<Tx>, applicationId: Id): Promise<StoredAgreement | undefined> {
  return withContestTables(ctx.tx)
    .selectFrom("contest_agreement")
    .select([
      "application_id as applicationId",
      "call_id as callId",
      "sitting_id as sittingId",
      "year",
      "number",
      "date",
    ])
    .select(["payee", "details", "report_due as reportDue", "request_id as requestId", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
}

/** Until the transaction ends nobody else changes what hangs on the agreement. */
export async function lockAgreement(ctx: Context<Tx>, applicationId: Id): Promise<void> {
  await withContestTables(ctx.tx)
    .selectFrom("contest_agreement")
    .select("application_id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .forUpdate()
    .execute();
}

/** The next number of a year; who asks waits for whoever takes one now. */
export async function takeAgreementNumber(ctx: Context<Tx>, year: number): Promise<number> {
  const key = `contest agreement ${ctx.municipalityId} ${year}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.tx);
  const { last } = await withContestTables(ctx.tx)
    .selectFrom("contest_agreement")
    .select((eb) => eb.fn.max("number").as("last"))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

/** False where there is one already. */
export async function insertAgreement(
  ctx: Context<Tx>,
  given: Omit<StoredAgreement, "requestId" | "version"> & { readonly instalments: readonly Instalment[] },
): Promise<boolean> {
  const { applicationId, callId, sittingId, reportDue, instalments, ...own } = given;
  const tables = withContestTables(ctx.tx);
  const made = await tables
    .insertInto("contest_agreement")
    .values({
      ...own,
      municipality_id: ctx.municipalityId,
      application_id: applicationId,
      call_id: callId,
      sitting_id: sittingId,
      report_due: reportDue,
      request_id: null,
      recorded_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "application_id"]).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return false;
  const rows = instalments.flatMap(({ payBy, sums }, at) =>
    sums.map((sum) => ({
      ...sum,
      municipality_id: ctx.municipalityId,
      application_id: applicationId,
      place: at + 1,
      pay_by: payBy,
    })),
  );
  await tables.insertInto("contest_instalment").values(rows).execute();
  return true;
}

export async function selectInstalments(ctx: Context<Tx>, applicationId: Id): Promise<readonly Instalment[]> {
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_instalment")
    .select(["place", "pay_by as payBy", "source", "kopecks"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .orderBy("place")
    .orderBy("source")
    .execute();
  return [...Map.groupBy(rows, ({ place }) => place).values()].map((group) => ({
    payBy: group[0]?.payBy ?? "",
    sums: group.map(({ source, kopecks }) => ({ source, kopecks })),
  }));
}

/** False where the request was asked already. */
export async function noteRequest(ctx: Context<Tx>, agreement: StoredAgreement, requestId: Id): Promise<boolean> {
  const { numUpdatedRows } = await withContestTables(ctx.tx)
    .updateTable("contest_agreement")
    .set({ request_id: requestId, version: agreement.version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", agreement.applicationId)
    .where("version", "=", agreement.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The municipality's template, the latest version; undefined where it has none of its own. */
export function findTemplate(ctx: Context<Tx>): Promise<{ version: number; body: string } | undefined> {
  return withContestTables(ctx.tx)
    .selectFrom("contest_template")
    .select(["version", "body"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("version", "desc")
    .executeTakeFirst();
}
