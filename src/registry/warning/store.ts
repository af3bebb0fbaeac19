import type { Context } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { recordedBy } from "../association/store-entry.ts";
import { withRegistryTables } from "../tables.ts";
import type { QuorumRule } from "./views.ts";

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
