import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withEventTables } from "../tables.ts";

/** «Время приёма»: one host, one visitor. Instants. */
export interface Slot {
  readonly id: Id;
  readonly officialId: Id;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The times that an event offers, in their order. */
export async function selectSlots(ctx: Context<Tx>, eventId: Id): Promise<readonly Slot[]> {
  return withEventTables(ctx.tx)
    .selectFrom("event_slot")
    .select(["id", "official_id as officialId", "starts_at as startsAt", "ends_at as endsAt"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("event_id", "=", eventId)
    .where("ended_at", "is", null)
    .orderBy("starts_at")
    .orderBy("official_id")
    .execute();
}

/** Adds times; those that are there already stay as they are. How many were added. */
export async function insertSlots(ctx: Context<Tx>, eventId: Id, slots: readonly Omit<Slot, "id">[]): Promise<number> {
  if (slots.length === 0) return 0;
  const rows = await withEventTables(ctx.tx)
    .insertInto("event_slot")
    .values(
      slots.map(({ officialId, startsAt, endsAt }) => ({
        municipality_id: ctx.municipalityId,
        id: newId(),
        event_id: eventId,
        official_id: officialId,
        starts_at: startsAt,
        ends_at: endsAt,
        ended_at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return rows.length;
}

/** Offers a time no more. */
export async function endSlot(ctx: Context<Tx>, id: Id): Promise<void> {
  await withEventTables(ctx.tx)
    .updateTable("event_slot")
    .set({ ended_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .execute();
}

interface Copying {
  readonly from: Id;
  readonly to: Id;
  readonly shiftMs: number;
  /** Of these hosts alone. */
  readonly officialIds: readonly Id[];
}

/** The times of one event at another, so much later. */
export async function copySlots(ctx: Context<Tx>, { from, to, shiftMs, officialIds }: Copying): Promise<void> {
  const slots = (await selectSlots(ctx, from)).filter(({ officialId }) => officialIds.includes(officialId));
  const later = (instant: Date) => new Date(instant.getTime() + shiftMs);
  await insertSlots(
    ctx,
    to,
    slots.map((slot) => ({ ...slot, startsAt: later(slot.startsAt), endsAt: later(slot.endsAt) })),
  );
}

/** How many times of reception each of these events offers. */
export async function selectSlotCounts(ctx: Context<Tx>, eventIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const rows = await withEventTables(ctx.tx)
    .selectFrom("event_slot")
    .select(({ fn }) => ["event_id", fn.countAll<number>().as("count")])
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`event_id = any(${[...eventIds]}::uuid[])`)
    .where("ended_at", "is", null)
    .groupBy("event_id")
    .execute();
  return new Map(rows.map(({ event_id, count }) => [event_id, Number(count)]));
}
