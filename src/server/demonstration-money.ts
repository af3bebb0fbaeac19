import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
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
  const line = { key, activityId, year: YEAR, date, basisKind, basis, payee, sums };
  const commitmentId = asked
    ? await fillRequest(ctx, ledger, { ...line, purpose: asked, payments })
    : await fillAgreement(ctx, ledger, { ...line, payments });
  for (const [at, { date, basis, ...sums }] of given.performances.entries()) {
    await ledger.perform(ctx, { key: `${key} performance ${at}`, commitmentId, date, basis, sums });
  }
}

/** An obligation that is recorded by itself, and paid. */
async function fillAgreement(
  ctx: Context<Tx>,
  ledger: LedgerDoor,
  { payments, ...line }: Omit<Asked, "purpose">,
): Promise<Id> {
  const { id } = await ledger.commit(ctx, line);
  for (const [at, payment] of payments.entries()) {
    await fillPayment(ctx, ledger, { ...payment, key: `${line.key} payment ${at}`, commitmentId: id });
  }
  return id;
}

type Asked = Pick<Obligation, "key" | "activityId" | "date" | "basisKind" | "basis" | "payee" | "payments"> & {
  readonly year: string;
  readonly purpose: string;
  readonly sums: Readonly<Record<"regional" | "local", string>>;
};

/** Asked for, approved, which makes the obligation, and paid. */
async function fillRequest(ctx: Context<Tx>, ledger: LedgerDoor, { payments, ...asked }: Asked): Promise<Id> {
  const payBy = payments.at(-1)?.date ?? asked.date;
  const requestId = await ledger.askPayment(ctx, { ...asked, key: `${asked.key} request`, payBy });
  await ledger.approveRequest(ctx, { requestId, version: 1 });
  const { commitment } = await ledger.getRequest(ctx, requestId);
  assert(commitment, "an approved request has its obligation");
  for (const [at, payment] of payments.entries()) {
    const own = { key: `${asked.key} payment ${at}`, commitmentId: commitment.id, requestId };
    await fillPayment(ctx, ledger, { ...payment, ...own });
  }
  return commitment.id;
}

type Payment = Obligation["payments"][number] & {
  readonly key: string;
  readonly commitmentId: Id;
  readonly requestId?: Id;
};

async function fillPayment(ctx: Context<Tx>, ledger: LedgerDoor, given: Payment): Promise<void> {
  const { key, commitmentId, requestId, date, order, regional, local, wrong, refund } = given;
  const basis = `платёжное поручение от ${sayDate(date)} № ${order} (пример)`;
  const sums = { ...(regional && { regional }), ...(local && { local }) };
  const own = { key, date, basis, sums };
  const { id } = await (requestId
    ? ledger.payRequest(ctx, { ...own, requestId })
    : ledger.pay(ctx, { ...own, commitmentId }));
  if (wrong) {
    const act = "справка об исправлении ошибки от 30.05.2024 (пример)";
    await ledger.reverse(ctx, { key: `${key} reversal`, entryId: id, date, basis: act, note: wrong });
  }
  if (!refund) return;
  const back = `платёжное поручение от ${sayDate(refund.date)} № ${refund.order} (пример)`;
  const returned = { key: `${key} refund`, date: refund.date, basis: back, note: "неиспользованный остаток гранта" };
  await ledger.refund(ctx, { ...returned, paymentId: id, total: refund.total, sums: {} });
}

/** Sums of roubles as a person types them. */
function addUp(sums: readonly (string | undefined)[]): string {
  const kopecks = sums.reduce((all, text) => all + BigInt((text ?? "0,00").replace(/\D/g, "")), 0n);
  return `${kopecks / 100n},${String(kopecks % 100n).padStart(2, "0")}`;
}

function sayDate(date: string): string {
  return date.split("-").reverse().join(".");
}
