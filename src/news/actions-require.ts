import { mayAnywhere, requirePermission } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, isId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { belongingOf } from "../registry/contract.ts";
import { registry } from "../registry/index.ts";
import { refuseNews } from "./refusals.ts";
import { findPublication, type StoredPublication } from "./store.ts";
import { selectTold } from "./store-link.ts";

/** Whoever may do it to any publication at all; rows are looked at one by one. Refuses `not-permitted`. */
export function requireNewsRoom(ctx: Context<Tx>, asks: NewsRight = "news.read"): void {
  if (!mayAnywhere(ctx.actor, asks)) requirePermission(ctx, asks);
}

type NewsRight = "news.read" | "news.write" | "news.approve";

/** To whom a publication belongs: its author, the associations of which it tells, their settlements. */
export async function ownersOf(ctx: Context<Tx>, publication: StoredPublication): Promise<readonly Id[]> {
  const told = (await selectTold(ctx)).filter(({ publicationId }) => publicationId === publication.id);
  const associations = await listBelonging(
    ctx,
    told.map(({ associationId }) => associationId),
  );
  return publication.createdBy ? [publication.createdBy, ...associations] : associations;
}

/** The associations and their settlements; unknown ids are passed by. */
export async function listBelonging(ctx: Context<Tx>, associations: readonly string[]): Promise<readonly Id[]> {
  return (await registry.nameAssociations(ctx, associations.filter(isId))).flatMap(belongingOf);
}

/** The publication, by who may do this to it. Refuses `publication-unknown`, `not-permitted`. */
export async function requirePublication(ctx: Context<Tx>, id: string, asks: NewsRight): Promise<StoredPublication> {
  requireNewsRoom(ctx, asks);
  const found = (isId(id) ? await findPublication(ctx, { id }) : undefined) ?? refuseNews("publication-unknown");
  requirePermission(ctx, asks, await ownersOf(ctx, found));
  return found;
}
