import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAssociation } from "../association/store.ts";
import { holdBody } from "./actions.ts";
import { parseBasis, parseLastDay, parseSeat, type SeatInput } from "./input.ts";
import { refuseBody } from "./refusals.ts";
import { requireFreeSeat } from "./seat.ts";
import { selectSizes } from "./store.ts";
import { insertSeats, type SeatChange, type StoredSeat, selectSeats, updateSeat } from "./store-seat.ts";

/**
 * Somebody takes a seat for a term: an association's representative, or another; named only with their consent. Others whom
 * nobody names take several at once. Refuses
 * `body-unknown`, what the form lacks, `seat-number`, `seat-taken`, `seat-holder-twice`.
 */
export async function takeSeats(ctx: Context<Tx>, input: SeatInput): Promise<readonly Id[]> {
  const body = await holdBody(ctx, input.bodyId);
  const asked = parseSeat(input);
  const { associationId } = asked;
  if (associationId !== null && !(isId(associationId) && (await selectAssociation(ctx, associationId))))
    refuseBody("seat-holder");
  const sizes = (await selectSizes(ctx)).filter(({ bodyId }) => bodyId === body.id);
  const others = (await selectSeats(ctx)).filter(({ bodyId }) => bodyId === body.id);
  const { seats, ...term } = asked;
  for (const seat of seats) requireFreeSeat({ ...body, sizes }, { ...term, seat, id: null }, others);
  const ids = await insertSeats(
    ctx,
    seats.map((seat) => ({ ...term, seat, bodyId: body.id })),
  );
  const { since, until, basis, holderName } = term;
  const after = { holdings: ids.join(" "), seats: seats.join(", "), associationId, since, until };
  await note(ctx, body.id, { basis, after: { ...after, isNamed: holderName !== null } });
  return ids;
}

/** The term ended before its day, or is given one. Refuses `seat-unknown`, `seat-term`, `seat-basis`, `body-changed`. */
export async function endSeat(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly version: string; readonly until: string; readonly basis: string },
): Promise<void> {
  const held = await holdSeat(ctx, given.id);
  const until = parseLastDay(given.until);
  const basis = parseBasis(given.basis);
  if (until < held.since || (held.until !== null && until > held.until)) refuseBody("seat-term");
  await change(ctx, given, { until, ended_basis: basis });
  await note(ctx, held.bodyId, { basis, before: { until: held.until }, after: { holding: held.id, until } });
}

/** It was entered by mistake and counts no longer. Refuses `seat-unknown`, `seat-basis`, `body-changed`. */
export async function cancelSeat(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly version: string; readonly basis: string },
): Promise<void> {
  const held = await holdSeat(ctx, given.id);
  const basis = parseBasis(given.basis);
  // What is cancelled names nobody.
  await change(ctx, given, { cancelled_at: ctx.now, ended_basis: basis, holder_name: null, consent: null });
  await note(ctx, held.bodyId, { basis, after: { holding: held.id, cancelled: true } });
}

/** The consent was withdrawn: the seat stays held, nobody is named. Refuses `seat-unknown`, `body-changed`. */
export async function forgetHolderName(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly version: string },
): Promise<void> {
  const held = await holdSeat(ctx, given.id);
  await change(ctx, given, { holder_name: null, consent: null });
  await note(ctx, held.bodyId, { after: { holding: held.id, isNamed: false } });
}

async function holdSeat(ctx: Context<Tx>, id: string): Promise<StoredSeat> {
  requirePermission(ctx, "body.keep");
  const found = (await selectSeats(ctx)).find((held) => held.id === id) ?? refuseBody("seat-unknown");
  await holdBody(ctx, found.bodyId);
  return found;
}

async function change(
  ctx: Context<Tx>,
  { id, version }: { readonly id: string; readonly version: string },
  to: SeatChange,
) {
  const seen = /^\d{1,9}$/.test(version) ? Number(version) : 0;
  if (!(await updateSeat(ctx, { id, version: seen }, to))) refuseBody("body-changed");
}

async function note(
  ctx: Context<Tx>,
  id: Id,
  entry: Pick<Parameters<typeof writeAudit>[1], "basis" | "before" | "after">,
) {
  await writeAudit(ctx, { action: "body.keep", subject: { kind: "body", id }, ...entry });
  await raiseRevision(ctx);
}
