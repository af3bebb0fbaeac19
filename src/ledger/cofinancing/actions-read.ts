import { loadNames, requirePermission } from "../../access/index.ts";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FundingSource } from "../../programme/contract.ts";
import { type LineBalance, selectBalances } from "../balance/store.ts";
import { type Frame, loadFrame, sourceOf } from "../entry/actions-frame.ts";
import { showActivity } from "../entry/actions-show.ts";
import type { ActivityCard } from "../views.ts";
import { requireAgreement } from "./actions-agreement.ts";
import { OWN_SOURCES, RATIO_BASES, type RatioBasis, type YearTerms } from "./contract.ts";
import { findFaults } from "./findings.ts";
import { checkRatio } from "./ratio.ts";
import { refuseCofinancing } from "./refusals.ts";
import { type StoredAgreement, selectAgreements } from "./store.ts";
import { type DaySum, selectDaySums, selectLateRefunds } from "./store-spending.ts";
import { type StoredTransfer, selectTransfers } from "./store-transfer.ts";
import { type Movement, partOf, sumMovements, tallyDays } from "./tally.ts";
import type { AgreementView, AgreementYearRow, CofinancingYear, TransferRow } from "./views.ts";
import { addWorkingDays, returnDayOf } from "./working-days.ts";

/** The years of all agreements with what came, was spent and goes back, the newest first. Refuses `not-permitted`. */
export async function listAgreements(ctx: Context<Tx>): Promise<readonly AgreementYearRow[]> {
  requirePermission(ctx, "ledger.read");
  const frame = await loadFrame(ctx);
  const rows: AgreementYearRow[] = [];
  for (const stored of await selectAgreements(ctx)) {
    for (const terms of stored.versions[0]?.years ?? []) {
      const year = await loadYear(ctx, frame, { stored, terms, on: ctx.today });
      const spent = partOf(year.net, year.agreement.source);
      rows.push({ ...year, spent });
    }
  }
  return rows;
}

/** The terms of an agreement. Refuses `not-permitted`, `cofinancing-unknown`. */
export async function getAgreement(ctx: Context<Tx>, id: string): Promise<AgreementView> {
  requirePermission(ctx, "ledger.read");
  return showAgreement(ctx, await loadFrame(ctx), await requireAgreement(ctx, id));
}

/** What the form of a new agreement begins with: activities in force, and the statutory day of return of each of their years. */
export async function listAgreementChoices(ctx: Context<Tx>): Promise<{
  readonly activities: readonly ActivityCard[];
  readonly years: readonly { readonly year: number; readonly returnBy: string }[];
}> {
  requirePermission(ctx, "cofinancing.agree");
  const frame = await loadFrame(ctx);
  const known = [...frame.activities.values()].filter(({ inForce }) => inForce);
  const years = [...new Set(known.flatMap((activity) => activity.years))].sort();
  return {
    activities: known.flatMap(({ id }) => showActivity(frame, id) ?? []),
    years: years.map((year) => ({ year, returnBy: returnDayOf(year) })),
  };
}

/** One year of an agreement; without a year the current one, else the last that has begun. Refuses `not-permitted`, `cofinancing-unknown`, `cofinancing-year-unknown`. */
export async function getCofinancing(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly year: number | null; readonly on?: string },
): Promise<CofinancingYear> {
  requirePermission(ctx, "ledger.read");
  const stored = await requireAgreement(ctx, given.id);
  const all = stored.versions[0]?.years ?? [];
  const own = Number(ctx.today.slice(0, 4));
  const begun = all.findLast(({ year }) => year <= own) ?? all[0];
  const terms = given.year === null ? begun : all.find(({ year }) => year === given.year);
  if (!terms) return refuseCofinancing("cofinancing-year-unknown", { year: given.year ?? own });
  return loadYear(ctx, await loadFrame(ctx), { stored, terms, on: given.on ?? ctx.today });
}

interface YearQuery {
  readonly stored: StoredAgreement;
  readonly terms: YearTerms;
  readonly on: string;
}

export async function loadYear(ctx: Context<Tx>, frame: Frame, { stored, terms, on }: YearQuery) {
  const agreement = await showAgreement(ctx, frame, stored);
  const { source } = agreement;
  const { year } = terms;
  const activityIds = agreement.activities.map(({ id }) => id);
  const transfers = await selectTransfers(ctx, { agreementId: stored.id, year, on });
  const sums = await selectDaySums(ctx, { activityIds, year, on });
  const plans = (await selectBalances(ctx, { year })).filter(({ activityId }) => activityIds.includes(activityId));
  const movements = sums.map((sum): Movement => ({ ...sum, source: sourceOf(frame, sum.sourceId) }));
  const net = sumMovements(movements, ({ paid, refunded }) => paid - refunded);
  const [received, returned] = [sumTransfers(transfers, "receipt"), sumTransfers(transfers, "return")];
  const rest = received - partOf(net, source) - returned;
  const isOver = ctx.today > `${year}-12-31` || stored.endedOn !== null;
  const late = await selectLateRefunds(ctx, { activityIds, year, on, sourceId: stored.sourceId });
  const planned = sumPlans(frame, plans);
  const appropriated = sumLimits(frame, sums);
  const facts: Omit<CofinancingYear, "findings"> = {
    agreement,
    terms,
    on,
    checks: checkAll(terms, { source, plan: planned, appropriation: appropriated, cash: (of) => partOf(net, of) }),
    transfers: await showTransfers(ctx, transfers),
    received,
    returned,
    paid: sumMovements(movements, ({ paid }) => paid),
    refunded: sumMovements(movements, ({ refunded }) => refunded),
    net,
    rest,
    toReturn: isOver && rest > 0n ? rest : 0n,
    days: tallyDays(
      movements.filter(({ paid, refunded }) => paid !== 0n || refunded !== 0n),
      listArrivals(transfers),
      source,
    ),
    late: late.map((refund) => ({ ...refund, dueBy: addWorkingDays(refund.date, agreement.lateReturnDays) })),
  };
  const found = findFaults({
    year: facts,
    planned: planned(source),
    appropriated: appropriated(source),
    today: ctx.today,
  });
  return { ...facts, findings: found } satisfies CofinancingYear;
}

type SumOf = (source: FundingSource) => Kopecks;

function sumPlans(frame: Frame, plans: readonly LineBalance[]): SumOf {
  return (source) =>
    plans.reduce((sum, line) => (sourceOf(frame, line.sourceId) === source ? sum + line.allocated : sum), 0n);
}

function sumLimits(frame: Frame, sums: readonly DaySum[]): SumOf {
  return (source) =>
    sums.reduce((sum, row) => (sourceOf(frame, row.sourceId) === source ? sum + row.appropriated : sum), 0n);
}

function checkAll({ rule }: YearTerms, sums: Record<RatioBasis, SumOf> & { readonly source: FundingSource }) {
  if (!rule) return [];
  return RATIO_BASES.map((of) => {
    const own = OWN_SOURCES.reduce((sum, source) => sum + sums[of](source), 0n);
    return { of, ...checkRatio({ own, granted: sums[of](sums.source) }, rule) };
  });
}

/** What a transfer is, or takes back. */
function meaningOf(transfer: StoredTransfer, all: readonly StoredTransfer[]): "receipt" | "return" {
  const { kind } = transfer;
  const meant = kind === "reversal" ? all.find(({ id }) => id === transfer.ofTransferId)?.kind : kind;
  assert(meant === "receipt" || meant === "return", "a reversal stands beside what it takes back");
  return meant;
}

function sumTransfers(transfers: readonly StoredTransfer[], kind: "receipt" | "return"): Kopecks {
  return transfers.reduce((sum, row) => (meaningOf(row, transfers) === kind ? sum + row.kopecks : sum), 0n);
}

function listArrivals(transfers: readonly StoredTransfer[]) {
  return transfers.filter((row) => meaningOf(row, transfers) === "receipt");
}

async function showTransfers(ctx: Context<Tx>, transfers: readonly StoredTransfer[]): Promise<readonly TransferRow[]> {
  const names = await loadNames(
    ctx,
    transfers.flatMap(({ byPersonId }) => byPersonId ?? []),
  );
  return transfers.map((row) => ({
    id: row.id,
    number: `${row.number}/${row.numberYear}`,
    kind: row.kind,
    reversedKind: row.kind === "reversal" ? meaningOf(row, transfers) : null,
    date: row.date,
    kopecks: row.kopecks,
    basis: row.basis,
    note: row.note,
    isReversed: row.isReversed,
    at: row.at.toISOString(),
    by: nameOf(row, names),
  }));
}

function nameOf(
  { byPersonId, byName }: { readonly byPersonId: Id | null; readonly byName: string | null },
  names: ReadonlyMap<Id, string>,
): string {
  return (byPersonId && names.get(byPersonId)) || (byName ?? "");
}

async function showAgreement(ctx: Context<Tx>, frame: Frame, stored: StoredAgreement): Promise<AgreementView> {
  const [last] = stored.versions;
  assert(last, "an agreement has a version");
  const names = await loadNames(
    ctx,
    stored.versions.flatMap(({ byPersonId }) => byPersonId ?? []),
  );
  const { grantor, grantee, programme, lateReturnDays, years } = last;
  const places = [...frame.activities.keys()];
  return {
    id: stored.id,
    number: stored.number,
    date: stored.date,
    source: sourceOf(frame, stored.sourceId),
    endedOn: stored.endedOn,
    version: stored.lastVersion,
    ...{ grantor, grantee, programme, lateReturnDays, years },
    activities: last.activityIds
      .flatMap((id) => showActivity(frame, id) ?? [])
      .sort((a, b) => places.indexOf(a.id) - places.indexOf(b.id)),
    versions: stored.versions.map(({ version, kind, document, date, years, note, at, ...by }) => ({
      ...{ version, kind, document, date, years, note },
      at: at.toISOString(),
      by: nameOf(by, names),
    })),
  };
}
