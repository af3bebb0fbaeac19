import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { RefundGround, RefundView, UsageFile, UsageState, UsageView } from "../agreement/contract.ts";
import { byOf, withContestTables } from "../tables.ts";

const ofApplication = (ctx: Context<Tx>, applicationId: Id) => ({
  municipality_id: ctx.municipalityId,
  application_id: applicationId,
});

export async function findUsageView(ctx: Context<Tx>, applicationId: Id): Promise<UsageView | undefined> {
  const found = await withContestTables(ctx.tx)
    .selectFrom("contest_usage")
    .select(["state", "story", "spent", "spent_kopecks as spentKopecks", "correct_until as correctUntil", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .executeTakeFirst();
  if (!found) return undefined;
  const moves = await withContestTables(ctx.tx)
    .selectFrom("contest_usage_move")
    .select(["move", "reason", "at"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .orderBy("version")
    .execute();
  return {
    ...found,
    files: await selectUsageFiles(ctx, applicationId),
    moves: moves.map(({ at, ...move }) => ({ ...move, at: at.toISOString() })),
  };
}

export async function selectUsageFiles(ctx: Context<Tx>, applicationId: Id): Promise<readonly UsageFile[]> {
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_usage_file")
    .select(["id", "kind", "line", "name", "media_type as mediaType", "hash", "bytes"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .where("removed_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ bytes, ...file }) => ({ ...file, bytes: Number(bytes) }));
}

/** Where there is none yet. */
export async function ensureUsage(
  ctx: Context<Tx>,
  own: { readonly applicationId: Id; readonly callId: Id },
): Promise<void> {
  await withContestTables(ctx.tx)
    .insertInto("contest_usage")
    .values({
      ...ofApplication(ctx, own.applicationId),
      call_id: own.callId,
      state: "draft",
      story: "",
      spent: JSON.stringify([]) as unknown as readonly string[],
      spent_kopecks: null,
      correct_until: null,
      saved_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface UsageChange {
  readonly state?: UsageState;
  readonly story?: string;
  readonly spent?: readonly string[];
  readonly spentKopecks?: bigint;
  readonly correctUntil?: string | null;
}

/** False where somebody saved it since `version`. */
export async function updateUsage(
  ctx: Context<Tx>,
  seen: { readonly applicationId: Id; readonly version: number },
  { spent, spentKopecks, correctUntil, ...plain }: UsageChange,
): Promise<boolean> {
  const { numUpdatedRows } = await withContestTables(ctx.tx)
    .updateTable("contest_usage")
    .set({
      ...plain,
      ...(spent && { spent: JSON.stringify(spent) as unknown as readonly string[] }),
      ...(spentKopecks !== undefined && { spent_kopecks: spentKopecks }),
      ...(correctUntil !== undefined && { correct_until: correctUntil }),
      version: seen.version + 1,
      saved_at: ctx.now,
    })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", seen.applicationId)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertUsageMove(
  ctx: Context<Tx>,
  applicationId: Id,
  given: { readonly version: number; readonly move: string; readonly reason: string | null },
): Promise<void> {
  await withContestTables(ctx.tx)
    .insertInto("contest_usage_move")
    .values({ ...ofApplication(ctx, applicationId), ...given, ...byOf(ctx) })
    .execute();
}

export async function insertUsageFile(
  ctx: Context<Tx>,
  applicationId: Id,
  { mediaType, ...file }: Omit<UsageFile, "id">,
): Promise<Id> {
  const id = newId();
  await withContestTables(ctx.tx)
    .insertInto("contest_usage_file")
    .values({ ...ofApplication(ctx, applicationId), ...file, id, media_type: mediaType, added_at: ctx.now })
    .execute();
  return id;
}

export async function removeUsageFile(ctx: Context<Tx>, applicationId: Id, id: Id): Promise<boolean> {
  const { numUpdatedRows } = await withContestTables(ctx.tx)
    .updateTable("contest_usage_file")
    .set({ removed_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function selectRefunds(ctx: Context<Tx>, applicationId: Id): Promise<readonly RefundView[]> {
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_refund")
    .select(["id", "ground", "reason", "kopecks", "demanded_on as demandedOn", "due_on as dueOn", "version"])
    .select(["settled_on as on", "settled_as as as", "settled_basis as basis"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", applicationId)
    .orderBy("id")
    .execute();
  return rows.map(({ on, as, basis, ...own }) => ({ ...own, settled: on && as && basis ? { on, as, basis } : null }));
}

export async function insertRefund(
  ctx: Context<Tx>,
  applicationId: Id,
  given: { readonly ground: RefundGround; readonly reason: string; readonly kopecks: bigint; readonly dueOn: string },
): Promise<Id> {
  const { dueOn, ...own } = given;
  const id = newId();
  await withContestTables(ctx.tx)
    .insertInto("contest_refund")
    .values({
      ...ofApplication(ctx, applicationId),
      ...own,
      id,
      demanded_on: ctx.today,
      due_on: dueOn,
      settled_on: null,
      settled_as: null,
      settled_basis: null,
    })
    .execute();
  return id;
}

/** False where somebody settled it since `version`. */
export async function settleRefundRow(
  ctx: Context<Tx>,
  seen: { readonly id: Id; readonly version: number },
  settled: NonNullable<RefundView["settled"]>,
): Promise<boolean> {
  const { numUpdatedRows } = await withContestTables(ctx.tx)
    .updateTable("contest_refund")
    .set({
      settled_on: settled.on,
      settled_as: settled.as,
      settled_basis: settled.basis,
      version: seen.version + 1,
    })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", seen.id)
    .where("version", "=", seen.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
