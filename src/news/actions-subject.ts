import { may } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { ownersOf } from "./actions-require.ts";
import { findPublication } from "./store.ts";

/** A publication as a record that people talk about: who wrote it and the associations it tells of. Null where there is none. */
export async function findPublicationSubject(ctx: Context<Tx>, id: Id) {
  const found = await findPublication(ctx, { id });
  if (!found) return null;
  const belongsTo = await ownersOf(ctx, found);
  return { title: found.title, href: `/newsroom/${id}`, belongsTo, may: may(ctx.actor, "news.read", belongsTo) };
}
