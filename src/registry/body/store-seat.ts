import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withBodyTables } from "./store-tables.ts";

export interface StoredSeat {
  readonly id: Id;
  readonly bodyId: Id;
  readonly seat: number;
  readonly associationId: Id | null;
  readonly association: string | null;
  readonly holderName: string | null;
  readonly since: string;
  readonly until: string | null;
  readonly basis: string;
  readonly endedBasis: string | null;
  readonly version: number;
}

/** Who held and holds seats, as far as it was not cancelled, by seat, the newest first. */
export async function selectSeats(ctx: Context<Tx>): Promise<readonly StoredSeat[]> {
  return withBodyTables(ctx.tx)
    .selectFrom("body_seat as held")
    .leftJoin("association", (join) =>
      join
        .onRef("association.municipality_id", "=", "held.municipality_id")
        .onRef("association.id", "=", "held.association_id"),
    )
    .select([
      "held.id",
      "held.body_id as bodyId",
      "held.seat",
      "held.association_id as associationId",
      "association.name as association",
      "held.holder_name as holderName",
      "held.since",
      "held.until",
      "held.basis",
      "held.ended_basis as endedBasis",
      "held.version",
    ])
    .where("held.municipality_id", "=", ctx.municipalityId)
    .where("held.cancelled_at", "is", null)
    .orderBy("held.seat")
    .orderBy("held.since", "desc")
    .execute();
}

export interface NewSeat {
  readonly bodyId: Id;
  readonly seat: number;
  readonly associationId: Id | null;
  readonly holderName: string | null;
  readonly consent: string | null;
  readonly since: string;
  readonly until: string | null;
  readonly basis: string;
}

export async function insertSeats(ctx: Context<Tx>, given: readonly NewSeat[]): Promise<readonly Id[]> {
  const rows = given.map(({ bodyId, associationId, holderName, ...seat }) => ({
    municipality_id: ctx.municipalityId,
    id: newId(),
    ...seat,
    body_id: bodyId,
    association_id: associationId,
    holder_name: holderName,
    ended_basis: null,
    cancelled_at: null,
    recorded_at: ctx.now,
  }));
  await withBodyTables(ctx.tx).insertInto("body_seat").values(rows).execute();
  return rows.map(({ id }) => id);
}

/** What of a holding changes later. */
export interface SeatChange {
  readonly until?: string;
  readonly ended_basis?: string;
  readonly cancelled_at?: Date;
  readonly holder_name?: null;
  readonly consent?: null;
}

/** False where somebody saved it since `version`. */
export async function updateSeat(
  ctx: Context<Tx>,
  { id, version }: { readonly id: Id; readonly version: number },
  change: SeatChange,
): Promise<boolean> {
  const { numUpdatedRows } = await withBodyTables(ctx.tx)
    .updateTable("body_seat")
    .set({ ...change, version: version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
