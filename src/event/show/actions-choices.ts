import { listStaff, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { loadFrame } from "../event/actions-frame.ts";
import { selectOwnKinds } from "../kind/store.ts";
import type { Choice, EventChoices, EventFilter, FilterChoices, FoundAssociations } from "../views.ts";

/** More than that nobody looks through in a list of a form. */
const MOST_CHOICES = 300;

/** What the form of an event offers; associations all of them, or none where there are more than a person looks through. */
export async function listEventChoices(ctx: Context<Tx>, most = MOST_CHOICES): Promise<EventChoices> {
  requirePermission(ctx, "event.read");
  const frame = await loadFrame(ctx, []);
  const few = await registry.listFewAssociations(ctx, { most, settlementId: null });
  return {
    ...(await listFilterChoices(ctx)),
    associations: few?.map(({ id, name, settlementId }) => ({ id, name, settlementId })) ?? [],
    searchesAssociations: few === null,
    officials: [...frame.officials.values()].map(({ id, name, office, since, until }) => ({
      id,
      name,
      office,
      since,
      until,
    })),
    activities: [...frame.activities.values()].filter(({ inForce }) => inForce).map(({ id, name }) => ({ id, name })),
    staff: [...frame.staff.values()].map(({ id, name }) => ({ id, name })),
  };
}

/** As many as a search shows. */
const MOST_FOUND = 30;

/** What a field with a search offers: the association chosen before, and those that the words typed may mean. */
export async function findAssociationChoices(
  ctx: Context<Tx>,
  asked: { readonly chosen: string; readonly words: string },
): Promise<FoundAssociations> {
  requirePermission(ctx, "event.read");
  const chosen = await registry.nameAssociations(ctx, isId(asked.chosen) ? [asked.chosen] : []);
  const found = asked.words.trim() === "" ? [] : await registry.findMeant(ctx, asked.words, MOST_FOUND + 1);
  const others = found.slice(0, MOST_FOUND).filter(({ id }) => id !== asked.chosen);
  return {
    words: asked.words.trim(),
    hasMore: found.length > MOST_FOUND,
    choices: [...others, ...chosen].map(({ id, number, name, settlement }) => ({
      id,
      name: `№ ${number}, ${name}, ${settlement}`,
    })),
  };
}

/**
 * By what a list of events can be narrowed. Where there are more associations than a person looks through, only those of the
 * settlement chosen, and the one chosen: before a settlement is, the words of a search find them.
 */
export async function listFilterChoices(
  ctx: Context<Tx>,
  chosen: Pick<EventFilter, "settlementId" | "associationId"> = {},
  most = MOST_CHOICES,
): Promise<FilterChoices> {
  const settlementId = chosen.settlementId && isId(chosen.settlementId) ? chosen.settlementId : null;
  const associationId = chosen.associationId && isId(chosen.associationId) ? chosen.associationId : null;
  const few =
    (await registry.listFewAssociations(ctx, { most, settlementId: null })) ??
    (settlementId === null ? null : await registry.listFewAssociations(ctx, { most, settlementId })) ??
    [];
  const isThere = associationId === null || few.some(({ id }) => id === associationId);
  const own = isThere ? [] : await registry.nameAssociations(ctx, [associationId]);
  const name = ({ id, name }: { readonly id: Id; readonly name: string }) => ({ id, name });
  return {
    kinds: (await selectOwnKinds(ctx)).map((kind) => ({ ...name(kind), ended: kind.ended })),
    settlements: (await registry.listSettlements(ctx)).map(name),
    associations: [...own, ...few].map((one) => ({ ...name(one), settlementId: one.settlementId })),
  };
}

/** Who may answer for an event or a question of it. */
export async function listStaffChoices(ctx: Context<Tx>): Promise<readonly Choice[]> {
  requirePermission(ctx, "event.read");
  return (await listStaff(ctx)).map(({ id, name }) => ({ id, name }));
}
