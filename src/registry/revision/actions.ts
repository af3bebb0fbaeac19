import { z } from "zod";
import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { loadRegister } from "../act/actions-load.ts";
import { refuseAct } from "../act/refusals.ts";
import { ACT_SUBJECTS } from "../act/views.ts";
import { type ActDesk, followRevision } from "./actions-follow.ts";
import { insertReview, insertRule, selectRules } from "./store.ts";
import type { RevisionRule } from "./views.ts";

/** A rule as the page sends it. */
export interface RuleInput {
  readonly key: string;
  readonly version: string;
  readonly adoptedBefore: string;
  readonly dueDate: string;
  readonly holdsFrom: string;
  readonly holdsUntil: string;
  readonly subjects: readonly string[];
  readonly source: string;
  readonly checked: boolean;
}

const ruleShape = z
  .object({
    adoptedBefore: z.iso.date(),
    dueDate: z.iso.date(),
    holdsFrom: z.iso.date(),
    holdsUntil: z.union([z.literal("").transform(() => null), z.iso.date()]),
    subjects: z.array(z.enum(ACT_SUBJECTS)).min(1),
    source: z.string().trim().min(1).max(2000),
    checked: z.boolean(),
  })
  .refine(
    ({ dueDate, holdsFrom, holdsUntil }) => dueDate >= holdsFrom && (holdsUntil === null || holdsUntil >= holdsFrom),
  );

/**
 * The municipality reads a rule its own way: another deadline, other subjects, or that it was held against the official text.
 * Tasks follow. Refuses `rule-unknown`, `rule-malformed`, `rule-changed`.
 */
export async function changeRule(ctx: Context<Tx>, desk: ActDesk, input: RuleInput): Promise<void> {
  requirePermission(ctx, "revision.rule");
  const known = (await selectRules(ctx)).find(({ key }) => key === input.key) ?? refuseAct("rule-unknown");
  const asked = ruleShape.safeParse(input);
  if (!asked.success) return refuseAct("rule-malformed");
  if (String(known.version) !== input.version) refuseAct("rule-changed");
  const rule = { key: known.key, version: known.version + 1, ...asked.data };
  if (!(await insertRule(ctx, rule))) refuseAct("rule-changed");
  await writeAudit(ctx, {
    action: "revision.rule",
    subject: { kind: "revision-rule", id: null },
    detail: { key: known.key, version: rule.version },
    before: toFields(known),
    after: toFields(rule),
  });
  await followRevision(ctx, desk, "all");
  await raiseRevision(ctx);
}

function toFields({
  adoptedBefore,
  dueDate,
  holdsFrom,
  holdsUntil,
  subjects,
  source,
  checked,
}: Omit<RevisionRule, "law">) {
  return { adoptedBefore, dueDate, holdsFrom, holdsUntil, subjects: subjects.join(", "), source, checked };
}

/** The rules with how many acts wait by each. Refuses `not-permitted`. */
export async function listRules(
  ctx: Context<Tx>,
): Promise<readonly { readonly rule: RevisionRule; readonly waiting: number; readonly done: number }[]> {
  requirePermission(ctx, "act.read");
  const { rules, judged } = await loadRegister(ctx);
  return rules.map((rule) => {
    const states = judged.flatMap(({ revisions }) =>
      revisions.filter((revision) => revision.rule.key === rule.key).map(({ state }) => state.state),
    );
    const waiting = states.filter((state) => state === "due" || state === "late").length;
    return { rule, waiting, done: states.length - waiting };
  });
}

/**
 * Records that an act was looked through and needs no change: its task is done. Refuses `act-unknown`, `review-not-due`,
 * `review-basis`.
 */
export async function recordReview(
  ctx: Context<Tx>,
  desk: ActDesk,
  given: { readonly actId: string; readonly key: string; readonly date: string; readonly basis: string },
): Promise<void> {
  const { byId } = await loadRegister(ctx);
  const { act, revisions } = byId.get(given.actId) ?? refuseAct("act-unknown");
  requirePermission(ctx, "act.keep", act.settlementId ? [act.settlementId] : []);
  const waits = revisions.find(({ rule }) => rule.key === given.key)?.state;
  if (waits?.state !== "due" && waits?.state !== "late") refuseAct("review-not-due");
  const basis = given.basis.replace(/\s+/g, " ").trim();
  const isDay = z.iso.date().safeParse(given.date).success;
  if (basis === "" || basis.length > 1000 || !isDay || given.date > ctx.today) refuseAct("review-basis");
  const id = await insertReview(ctx, { actId: act.id, key: given.key, date: given.date, basis });
  if (id === null) refuseAct("review-not-due");
  await writeAudit(ctx, {
    action: "act.keep",
    subject: { kind: "legal-act", id: act.id },
    detail: { review: given.key },
    basis,
    after: { conformsSince: given.date },
  });
  await followRevision(ctx, desk, [act.id]);
  await raiseRevision(ctx);
}
