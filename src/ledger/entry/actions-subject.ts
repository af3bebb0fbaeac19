import { listHoldersOf, may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { findEntry } from "./store-entry.ts";

/** An entry of the ledger as a record that people talk about: who made it, and the accountants. Null where there is none. */
export async function findEntrySubject(ctx: Context<Tx>, id: Id) {
  const entry = await findEntry(ctx, id);
  if (!entry) return null;
  const number = `${entry.number}/${entry.numberYear}`;
  return {
    // Notices stay and letters leave: they name no payee, who may be a citizen.
    title: ctx.language === "ru" ? `Запись учёта № ${number}` : `Ledger entry № ${number}`,
    href: `/money/entries/${id}`,
    belongsTo: [...(entry.byPersonId ? [entry.byPersonId] : []), ...(await listHoldersOf(ctx, "accountant", null))],
    may: may(ctx.actor, "ledger.read"),
  };
}
