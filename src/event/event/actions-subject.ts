import { may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf } from "../contract.ts";
import { toCard } from "./actions-load.ts";
import { selectEvents } from "./store.ts";

/** An event as a record that people talk about: its owners and who answers for it. Null where there is none. */
export async function findEventSubject(ctx: Context<Tx>, id: Id) {
  const [row] = await selectEvents(ctx, [id]);
  if (!row) return null;
  const event = toCard(row);
  return {
    title: event.title,
    href: `/desk/events/${id}`,
    belongsTo: belongingOf(event),
    may: may(ctx.actor, "event.read"),
  };
}
