import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { recordedBy } from "../association/store-entry.ts";
import { FIELDS } from "../record/fields.data.ts";
import type { Particulars } from "../record/record.ts";
import { withRegistryTables } from "../tables.ts";
import type { QuorumRule } from "./views.ts";

/**
 * The token of all that warnings follow from; null where nothing was ever entered, and in a transaction that has written something:
 * what it sees of its own is under no token before its commit.
 */
export async function selectRegisterToken(ctx: Context<Tx>): Promise<string | null> {
  const row = await withRegistryTables(ctx.tx)
    .selectFrom("register_state")
    .select("token")
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`pg_current_xact_id_if_assigned() is null`)
    .executeTakeFirst();
  return row?.token ?? null;
}

/** Long texts tell nothing to be mended, and are most of what is recorded. */
const LONG_TEXTS = FIELDS.filter(({ kind }) => kind === "long").map(({ key }) => key);

function selectNames(ctx: Context<Tx>) {
  return withRegistryTables(ctx.tx)
    .selectFrom("association")
    .select(["id", "name", "settlement_id as settlementId"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("state", "<>", "ended");
}

/** The names in a settlement, to find those that are near. */
export function selectNamesIn(ctx: Context<Tx>, settlementId: Id) {
  return selectNames(ctx).where("settlement_id", "=", settlementId).execute();
}

/** Every association that has not ended, with what warnings follow from. */
export function selectWarnable(ctx: Context<Tx>) {
  return selectNames(ctx).select(sql<Particulars>`particulars - ${LONG_TEXTS}::text[]`.as("particulars")).execute();
}

/** The municipality's own rules; of one form and day the one recorded last. */
export async function selectQuorumRules(ctx: Context<Tx>): Promise<readonly QuorumRule[]> {
  const rows = await withRegistryTables(ctx.tx)
    .selectFrom("quorum_rule")
    .select(["form", "valid_from as validFrom", "numerator", "denominator", "law"])
    .distinctOn(["form", "valid_from"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("form")
    .orderBy("valid_from")
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({ ...row, isOwn: true }));
}

export async function insertQuorumRule(ctx: Context<Tx>, rule: Omit<QuorumRule, "isOwn">): Promise<void> {
  const { form, validFrom, numerator, denominator, law } = rule;
  await withRegistryTables(ctx.tx)
    .insertInto("quorum_rule")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      ...{ form, valid_from: validFrom, numerator, denominator, law },
      ...recordedBy(ctx),
    })
    .execute();
}
