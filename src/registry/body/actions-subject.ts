import { may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectBodies } from "./store.ts";
import { selectSeats } from "./store-seat.ts";

/** A council or commission as a record that people talk about: the associations that hold its seats are told. Null where there is none. */
export async function findBodySubject(ctx: Context<Tx>, id: Id) {
  const [found] = await selectBodies(ctx, { id });
  if (!found) return null;
  const seats = (await selectSeats(ctx)).filter((seat) => seat.bodyId === id);
  const held = seats.filter(({ until }) => until === null || until >= ctx.today);
  return {
    title: found.name,
    href: `/registry/bodies/${id}`,
    belongsTo: held.flatMap(({ associationId }) => associationId ?? []),
    may: may(ctx.actor, "act.read"),
  };
}
