import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FundingSource } from "../../programme/contract.ts";
import { type ApprovedEdition, type LineUse, selectPlannedMoney } from "../../programme/index.ts";
import {
  findLastAllocationDay,
  type LineBalance,
  selectAllocated,
  selectBalances,
  selectUsed,
} from "../balance/store.ts";
import { loadFrame, requireActivity, requireYear, sourceIdOf, sourceOf } from "../entry/actions-frame.ts";
import { type Recorded, recordEntry } from "../entry/actions-record.ts";
import { askThousandfold, requireAboveUsed } from "../entry/limits.ts";
import { type Line, makePostings } from "../entry/posting.ts";
import { findEntry } from "../entry/store-entry.ts";
import { type EntryInput, parseEntry, parsePlanBasis, parseSums, type SumsInput } from "../input.ts";
import { followAlignment } from "../plan/actions-follow.ts";
import { refuseLedger } from "../refusals.ts";
import { sayRoubles } from "../sums.ts";
import type { Deadlines } from "./actions-deadlines.ts";

/**
 * The allocation of an approved edition: what changes against the editions before it, in the edition's own transaction. It
 * holds from the day of its act, so that the plans of any day can be asked for; the journal says when it was recorded.
 */
export async function restateAllocations(
  ctx: Context<Tx>,
  deadlines: Deadlines,
  edition: ApprovedEdition,
): Promise<void> {
  const request = { edition: edition.id };
  await recordEntry(ctx, { action: "ledger.allocate", key: `edition ${edition.id}`, request }, async () => {
    const planned = await selectPlannedMoney(ctx, edition.id);
    const changes = subtractLines(planned, await selectAllocated(ctx, edition.programmeId));
    return {
      kind: "allocation",
      date: await findDay(ctx, edition),
      programmeId: edition.programmeId,
      editionId: edition.id,
      kopecks: changes.reduce((sum, { kopecks }) => sum + kopecks, 0n),
      basisKind: "edition",
      basis: `${edition.slug}, редакция ${edition.number}`,
      postings: makePostings("allocation", changes),
    };
  });
  const years = [...new Set((await selectPlannedMoney(ctx, edition.id)).map(({ year }) => year))];
  await followAlignment(ctx, deadlines, { ...edition, years });
}

/** Never before the edition before it, nor in the future: where the act's day says otherwise, the day of recording. */
async function findDay(ctx: Context<Tx>, { programmeId, actDay }: ApprovedEdition): Promise<string> {
  const before = await findLastAllocationDay(ctx, programmeId);
  if (actDay === null || actDay > ctx.today) return ctx.today;
  return before === null || actDay > before ? actDay : ctx.today;
}

type LineSum = Line & { readonly kopecks: Kopecks };

function subtractLines(now: readonly LineSum[], before: readonly LineSum[]): readonly LineSum[] {
  const sums = new Map<string, LineSum>();
  const add = (line: LineSum, kopecks: Kopecks) => {
    const key = `${line.activityId} ${line.sourceId} ${line.year}`;
    sums.set(key, { ...line, kopecks: (sums.get(key)?.kopecks ?? 0n) + kopecks });
  };
  for (const line of now) add(line, line.kopecks);
  for (const line of before) add(line, -line.kopecks);
  return [...sums.values()].filter(({ kopecks }) => kopecks !== 0n);
}

export interface AppropriationInput extends EntryInput {
  readonly activityId: string;
  readonly year: string;
  readonly basisKind: string;
  /** The whole sum that the document gives the line; what it does not name stays. */
  readonly sums: SumsInput;
  readonly confirmed?: boolean;
}

/**
 * «Бюджетные ассигнования»: the document of the budget states what an activity has in a year, and the limit becomes that.
 * Refuses what the form lacks, `ledger-below-committed`, and asks back by `ledger-thousandfold`.
 */
export async function appropriate(
  ctx: Context<Tx>,
  deadlines: Deadlines,
  input: AppropriationInput,
): Promise<Recorded> {
  requirePermission(ctx, "ledger.appropriate");
  const { key, ...own } = parseEntry(input, ctx.today);
  const basisKind = parsePlanBasis(input.basisKind);
  const parts = parseSums(input.sums);
  if (parts.length === 0) refuseLedger("ledger-sum-missing");
  const recorded = await recordEntry(ctx, { action: "ledger.appropriate", key, request: { ...input } }, async () => {
    const frame = await loadFrame(ctx);
    const activity = requireActivity(frame, input.activityId);
    const year = requireYear(activity, input.year);
    const balances = await selectBalances(ctx, { year, activityId: activity.id });
    const by = (read: (balance: LineBalance) => Kopecks) =>
      new Map<FundingSource, Kopecks>(balances.map((balance) => [sourceOf(frame, balance.sourceId), read(balance)]));
    askThousandfold(
      parts,
      by(({ allocated }) => allocated),
      input.confirmed === true,
    );
    requireAboveUsed(
      parts,
      by(({ appropriated, free }) => appropriated - free),
      { year, language: ctx.language },
    );
    const before = by(({ appropriated }) => appropriated);
    const changes = parts.map(({ source, kopecks }) => ({
      activityId: activity.id,
      sourceId: sourceIdOf(frame, source),
      year,
      kopecks: kopecks - (before.get(source) ?? 0n),
    }));
    return {
      ...own,
      kind: "appropriation",
      year,
      activityId: activity.id,
      basisKind,
      kopecks: changes.reduce((sum, { kopecks }) => sum + kopecks, 0n),
      postings: makePostings("appropriation", changes),
      plans: parts.map(({ source, kopecks }) => ({ sourceId: sourceIdOf(frame, source), kopecks })),
    };
  });
  if (!recorded.already && basisKind === "budget-decision") await followDecision(ctx, deadlines, recorded.id);
  return recorded;
}

/** After the budget decision said something else of an activity, or what it said was taken back. */
export async function followDecision(ctx: Context<Tx>, deadlines: Deadlines, entryId: Id): Promise<void> {
  const entry = await findEntry(ctx, entryId);
  const { activities } = await loadFrame(ctx);
  const activity = activities.get(entry?.activityId ?? "");
  if (activity && entry?.year) await followAlignment(ctx, deadlines, { ...activity, years: [entry.year] });
}

/** Why an edition may not end these activities: money beyond the plan was recorded for them. */
export async function listLedgerUses(ctx: Context<Tx>, identities: readonly Id[]): Promise<readonly LineUse[]> {
  const used = await selectUsed(ctx, identities);
  const ru = ctx.language === "ru";
  return used.map(({ activityId, appropriated, paid }) => ({
    identityId: activityId,
    why:
      paid > 0n
        ? ru
          ? `по мероприятию оплачено ${sayRoubles(paid)} руб.`
          : `${sayRoubles(paid)} roubles were paid for the activity`
        : ru
          ? `по мероприятию доведён лимит ${sayRoubles(appropriated)} руб.`
          : `the activity has a limit of ${sayRoubles(appropriated)} roubles`,
  }));
}
