import { z } from "zod";
import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { listWarningsOf } from "../boundary/actions-warn.ts";
import type { AssociationName } from "../contract.ts";
import { FOUNDING_FORMS } from "../record/fields.data.ts";
import type { Particulars } from "../record/record.ts";
import { refuseRegistry } from "../refusals.ts";
import { findNearNames } from "./near-names.ts";
import { QUORUM_RULES } from "./rules.data.ts";
import { insertQuorumRule, selectNamesIn, selectQuorumRules } from "./store.ts";
import type { BoundaryWarnings, QuorumRule, Warning } from "./views.ts";
import { findWarnings } from "./warnings.ts";

interface Warned {
  readonly id: Id;
  readonly particulars: Particulars;
}

/** What stands around associations: names that may be near, and what the map knows. */
interface Around {
  readonly named: Parameters<typeof findNearNames>[0];
  readonly boundary: BoundaryWarnings;
}

/** The warnings of these associations as of today, by their ids: the one place where they are computed. */
export async function computeWarnings(
  ctx: Context<Tx>,
  associations: readonly Warned[],
  { named, boundary }: Around,
): Promise<ReadonlyMap<Id, readonly Warning[]>> {
  const rules = await listQuorumRules(ctx);
  const near = findNearNames(named);
  return new Map(
    associations.map(({ id, particulars }) => [
      id,
      findWarnings(particulars, {
        today: ctx.today,
        rules,
        nearNames: near.get(id) ?? [],
        boundary: boundary.get(id) ?? [],
      }),
    ]),
  );
}

/** The warnings of one association with these particulars as of today: only what lies around it is looked at. */
export async function loadWarningsOf(
  ctx: Context<Tx>,
  { id, settlementId }: Pick<AssociationName, "id" | "settlementId">,
  particulars: Particulars,
): Promise<readonly Warning[]> {
  const named = await selectNamesIn(ctx, settlementId);
  const boundary = new Map([[id, await listWarningsOf(ctx, [id], ctx.today)]]);
  return (await computeWarnings(ctx, [{ id, particulars }], { named, boundary })).get(id) ?? [];
}

/** The rules of quorum: the programme's of federal law, and the municipality's own, which go before them. */
export async function listQuorumRules(ctx: Context<Tx>): Promise<readonly QuorumRule[]> {
  return [...QUORUM_RULES, ...(await selectQuorumRules(ctx))];
}

const ruleShape = z.object({
  form: z.enum(FOUNDING_FORMS),
  validFrom: z.iso.date(),
  numerator: z.coerce.number().int().min(1).max(1_000),
  denominator: z.coerce.number().int().min(1).max(1_000),
  law: z.string().trim().min(1).max(500),
});

/** Enters a rule of quorum with the law and clause that it follows. Refuses `quorum-rule`. */
export async function addQuorumRule(ctx: Context<Tx>, given: unknown): Promise<void> {
  requirePermission(ctx, "registry.rule");
  const parsed = ruleShape.safeParse(given);
  if (!parsed.success || parsed.data.numerator > parsed.data.denominator) return refuseRegistry("quorum-rule");
  const rule = parsed.data;
  await insertQuorumRule(ctx, rule);
  const { law, ...rest } = rule;
  await writeAudit(ctx, {
    action: "registry.rule",
    subject: { kind: "quorum-rule", id: null },
    basis: law,
    after: rest,
  });
}
