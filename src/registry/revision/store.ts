import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withActTables } from "../act/store-tables.ts";
import type { Review } from "./due.ts";
import { REVISION_RULES } from "./rules.data.ts";
import type { RevisionRule } from "./views.ts";

/** The rules as the municipality has them: its newest version of each, else the product's own. */
export async function selectRules(ctx: Context<Tx>): Promise<readonly RevisionRule[]> {
  const own = await withActTables(ctx.tx)
    .selectFrom("revision_rule")
    .select([
      "key",
      "version",
      "adopted_before as adoptedBefore",
      "due_date as dueDate",
      "holds_from as holdsFrom",
      "holds_until as holdsUntil",
      "subjects",
      "source",
      "checked",
    ])
    .distinctOn("key")
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("key")
    .orderBy("version", "desc")
    .execute();
  return REVISION_RULES.map((rule) => ({ ...rule, ...own.find(({ key }) => key === rule.key) }));
}

/** False where that version is there already. */
export async function insertRule(ctx: Context<Tx>, rule: Omit<RevisionRule, "law">): Promise<boolean> {
  const row = await withActTables(ctx.tx)
    .insertInto("revision_rule")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      key: rule.key,
      version: rule.version,
      adopted_before: rule.adoptedBefore,
      due_date: rule.dueDate,
      holds_from: rule.holdsFrom,
      holds_until: rule.holdsUntil,
      subjects: [...rule.subjects],
      source: rule.source,
      checked: rule.checked,
      recorded_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "key", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function selectReviews(ctx: Context<Tx>): Promise<readonly (Review & { readonly basis: string })[]> {
  return withActTables(ctx.tx)
    .selectFrom("revision_review")
    .select(["act_id as actId", "key", "date", "basis"])
    .where("municipality_id", "=", ctx.municipalityId)
    .execute();
}

export async function insertReview(
  ctx: Context<Tx>,
  { actId, key, date, basis }: Review & { readonly basis: string },
): Promise<Id | null> {
  const row = await withActTables(ctx.tx)
    .insertInto("revision_review")
    .values({ municipality_id: ctx.municipalityId, id: newId(), act_id: actId, key, date, basis, recorded_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
