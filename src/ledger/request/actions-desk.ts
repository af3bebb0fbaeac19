import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Deadlines } from "../appropriation/actions-deadlines.ts";
import { loadFrame } from "../entry/actions-frame.ts";
import { sayRoubles, sumParts } from "../sums.ts";
import { loadSums } from "./actions-save.ts";
import type { RequestState } from "./contract.ts";
import type { StoredRequest } from "./store.ts";

const KIND = "payment-request";

/** Whose turn it is in a state, and what they are to do. Titles name no payee: it may be a citizen, and tasks stay. */
const TURNS = {
  requested: {
    purpose: "approve",
    role: "accountant",
    ru: "Рассмотреть заявку на оплату",
    en: "Decide on the payment request",
  },
  approved: { purpose: "pay", role: "accountant", ru: "Оплатить по заявке", en: "Pay by the request" },
  returned: { purpose: "change", role: null, ru: "Исправить заявку на оплату", en: "Correct the payment request" },
} as const satisfies Partial<Record<RequestState, object>>;

function turnOf(state: RequestState) {
  return state === "paid" || state === "withdrawn" ? null : TURNS[state];
}

/** Opens the task of whoever must act now. A request that the server itself asked for is nobody's to correct. */
export async function announce(
  ctx: Context<Tx>,
  deadlines: Deadlines,
  request: StoredRequest,
  details?: string,
): Promise<void> {
  const turn = turnOf(request.state);
  if (!turn || (turn.role === null && request.askedByPersonId === null)) return;
  const sum = sayRoubles(sumParts(await loadSums(ctx, await loadFrame(ctx), request)));
  const title = `${turn[ctx.language]} № ${request.number}/${request.numberYear}: ${sum} ${ctx.language === "ru" ? "руб." : "roubles"}`;
  await deadlines.openTask(ctx, {
    kind: KIND,
    id: request.id,
    purpose: `${turn.purpose} ${request.version}`,
    href: `/money/requests/${request.id}`,
    title,
    role: turn.role,
    ownerId: turn.role === null ? request.askedByPersonId : null,
    dueDate: request.payBy,
    basis: request.basis,
    ...(details && { details }),
  });
}

/** The task of the state that a request leaves is done, or void. `request` is as it was before. */
export async function settle(
  ctx: Context<Tx>,
  deadlines: Deadlines,
  request: StoredRequest,
  as: "accept" | "cancel",
): Promise<void> {
  const turn = turnOf(request.state);
  if (!turn) return;
  const purpose = `${turn.purpose} ${request.version}`;
  const reason = ctx.language === "ru" ? "заявка на оплату рассмотрена" : "the payment request was dealt with";
  await deadlines.settleTask(ctx, { kind: KIND, id: request.id, purpose, as, reason });
}
