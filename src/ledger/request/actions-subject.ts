import { listHoldersOf, may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { findRequest, selectMoves } from "./store.ts";

/**
 * A payment request as a record that people talk about: whoever may see it may. It concerns who asked, whoever decided on it,
 * and the accountants, whose answer is waited for. Null where there is none.
 */
export async function findRequestSubject(ctx: Context<Tx>, id: Id) {
  const request = await findRequest(ctx, id);
  if (!request) return null;
  const asker = request.askedByPersonId ? [request.askedByPersonId] : [];
  const movers = (await selectMoves(ctx, id)).flatMap(({ byPersonId }) => byPersonId ?? []);
  const number = `${request.number}/${request.numberYear}`;
  return {
    // Notices stay and letters leave: they name no payee, who may be a citizen.
    title: ctx.language === "ru" ? `Заявка на оплату № ${number}` : `Payment request № ${number}`,
    href: `/money/requests/${id}`,
    belongsTo: [...new Set([...asker, ...movers, ...(await listHoldersOf(ctx, "accountant", null))])],
    may: may(ctx.actor, "request.read", asker),
  };
}
