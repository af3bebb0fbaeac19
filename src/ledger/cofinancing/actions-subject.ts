import { listHoldersOf, may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAgreements } from "./store.ts";

/** An agreement with the region as a record that people talk about: the accountants are told. Null where there is none. */
export async function findAgreementSubject(ctx: Context<Tx>, id: Id) {
  const [found] = await selectAgreements(ctx, id);
  if (!found) return null;
  return {
    title:
      ctx.language === "ru"
        ? `Соглашение о софинансировании № ${found.number}`
        : `Co-financing agreement № ${found.number}`,
    href: `/money/cofinancing/${id}`,
    belongsTo: await listHoldersOf(ctx, "accountant", null),
    may: may(ctx.actor, "ledger.read"),
  };
}
