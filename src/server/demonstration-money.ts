import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import { printDay } from "../kernel/day.ts";
import type { Id } from "../kernel/id.ts";
import { typeRoubles } from "../kernel/money.ts";
import type { AppropriationInput, LedgerDoor } from "../ledger/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { EARLY_LIMITS, LIMITS, OBLIGATIONS } from "./demonstration-money.data.ts";

const YEAR = "2024";
const DECISION = "решение Совета депутатов о бюджете на 2024 год от 20.12.2023 № 12 (пример)";
const BUDGET_LIST = "сводная бюджетная роспись на 2024 год от 09.01.2024 (пример)";
const LATER_LIST = "изменения сводной бюджетной росписи от 02.09.2024 № 3 (пример)";

/** The money of the demonstration's year, by the same actions as a person's: limits, obligations, payments, a mistake, a refund. */
export async function fillMoney(ctx: Context<Tx>, ledger: LedgerDoor): Promise<void> {
  const { activities } = await ledger.listLedgerChoices(ctx);
  const find = (words: string): Id => {
    const found = activities.find(({ name }) => name.includes(words));
    assert(found, `the example has the activity ${words}`);
    return found.id;
  };
  for (const [at, { activity, ...sums }] of LIMITS.entries()) {
    const line = { activityId: find(activity), year: YEAR };
    const state = (name: string, date: string, document: { basisKind: string; basis: string }, said: SumsInput) =>
      ledger.appropriate(ctx, { key: `demonstration ${name} ${at}`, date, ...document, ...line, sums: said });
    const early = EARLY_LIMITS[activity];
    const list = { basisKind: "budget-list", basis: BUDGET_LIST };
    await state("decision", "2023-12-20", { basisKind: "budget-decision", basis: DECISION }, sums);
    await state("limit", "2024-01-09", list, early ?? sums);
    if (early) await state("later limit", "2024-09-02", { ...list, basis: LATER_LIST }, sums);
  }
  for (const [at, obligation] of OBLIGATIONS.entries()) {
    await fillObligation(ctx, ledger, {
      ...obligation,
      activityId: find(obligation.activity),
      key: `demonstration ${at}`,
    });
  }
}

type SumsInput = AppropriationInput["sums"];
type Obligation = (typeof OBLIGATIONS)[number] & { readonly activityId: Id; readonly key: string };

async function fillObligation(ctx: Context<Tx>, ledger: LedgerDoor, given: Obligation): Promise<void> {
  const { key, activityId, date, basisKind, basis, payee, payments, asked } = given;
  const right = payments.filter(({ wrong }) => wrong === undefined);
  const sums = {
    regional: addUp(right.map(({ regional }) => regional)),
    local: addUp(right.map(({ local }) => local)),
  };
  const payBy = payments.at(-1)?.date ?? date;
  const line = { activityId, year: YEAR, date, basisKind, basis, payee, purpose: asked, payBy, sums };
  const requestId = await ledger.askPayment(ctx, { ...line, key: `${key} request` });
  await fillRequest(ctx, ledger, { ...given, requestId });
}

/** A request is approved, which makes the obligation, and paid; what was accepted of it is recorded. */
export async function fillRequest(
  ctx: Context<Tx>,
  ledger: LedgerDoor,
  given: Pick<Obligation, "key" | "payments" | "performances"> & { readonly requestId: Id },
): Promise<void> {
  const { key, requestId, payments, performances } = given;
  await ledger.approveRequest(ctx, { requestId, version: 1 });
  const { commitment } = await ledger.getRequest(ctx, requestId);
  assert(commitment, "an approved request has its obligation");
  for (const [at, payment] of payments.entries())
    await fillPayment(ctx, ledger, { ...payment, key: `${key} payment ${at}`, requestId });
  for (const [at, { date, basis, ...sums }] of performances.entries())
    await ledger.perform(ctx, { key: `${key} performance ${at}`, commitmentId: commitment.id, date, basis, sums });
}

type Payment = Obligation["payments"][number] & {
  readonly key: string;
  readonly requestId: Id;
};

async function fillPayment(ctx: Context<Tx>, ledger: LedgerDoor, given: Payment): Promise<void> {
  const { key, requestId, date, order, regional, local, wrong, refund } = given;
  const basis = `платёжное поручение от ${printDay(date)} № ${order} (пример)`;
  const sums = { ...(regional && { regional }), ...(local && { local }) };
  const own = { key, date, basis, sums };
  const { id } = await ledger.payRequest(ctx, { ...own, requestId });
  if (wrong) {
    const act = "справка об исправлении ошибки от 30.05.2024 (пример)";
    await ledger.reverse(ctx, { key: `${key} reversal`, entryId: id, date, basis: act, note: wrong });
  }
  if (!refund) return;
  const back = `платёжное поручение от ${printDay(refund.date)} № ${refund.order} (пример)`;
  const returned = { key: `${key} refund`, date: refund.date, basis: back, note: "неиспользованный остаток гранта" };
  await ledger.refund(ctx, { ...returned, paymentId: id, total: refund.total, sums: {} });
}

/** Sums of roubles as a person types them. */
function addUp(sums: readonly (string | undefined)[]): string {
  const kopecks = sums.reduce((all, text) => all + BigInt((text ?? "0,00").replace(/\D/g, "")), 0n);
  return typeRoubles(kopecks);
}
