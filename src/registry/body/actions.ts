import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAct } from "../act/store.ts";
import { type BodyFields, type BodyInput, parseBody, parseSize, type SizeInput } from "./input.ts";
import { refuseBody } from "./refusals.ts";
import { insertBody, type StoredBody, selectBodies, selectSizes, setSize, updateBody } from "./store.ts";
import { selectSeats } from "./store-seat.ts";
import type { SizeView } from "./views.ts";

/** The body, held until the transaction ends. Refuses `not-permitted`, `body-unknown`. */
export async function holdBody(ctx: Context<Tx>, id: string): Promise<StoredBody> {
  requirePermission(ctx, "body.keep");
  const [body] = isId(id) ? await selectBodies(ctx, { id, lock: true }) : [];
  return body ?? refuseBody("body-unknown");
}

/** Sets up a body with its first number of seats. Refuses what the forms lack, `body-act`. */
export async function enterBody(
  ctx: Context<Tx>,
  input: BodyInput & { readonly seats: string; readonly basis: string },
): Promise<Id> {
  requirePermission(ctx, "body.keep");
  const fields = await parseFields(ctx, input);
  const { since } = fields;
  const size = parseSize({ since, seats: input.seats, basis: input.basis });
  const id = await insertBody(ctx, fields);
  await setSize(ctx, id, size);
  await noteBody(ctx, id, { after: { ...fields, seats: size.seats } });
  return id;
}

/** Refuses as `enterBody`, `body-changed`, and `body-date` where a seat would be held outside the body's days. */
export async function changeBody(
  ctx: Context<Tx>,
  input: BodyInput & { readonly id: string; readonly version: string },
): Promise<void> {
  const { id, version: _version, ...was } = await holdBody(ctx, input.id);
  const fields = await parseFields(ctx, input);
  const seats = (await selectSeats(ctx)).filter(({ bodyId }) => bodyId === id);
  const isOutside = (day: string) => day < fields.since || (fields.until !== null && day > fields.until);
  if (seats.some(({ since, until }) => isOutside(since) || (until !== null && isOutside(until))))
    refuseBody("body-date");
  const sizes = (await selectSizes(ctx)).filter(({ bodyId }) => bodyId === id);
  if (!sizes.some(({ since }) => since <= fields.since)) refuseBody("body-date");
  const version = /^\d{1,9}$/.test(input.version) ? Number(input.version) : 0;
  if (!(await updateBody(ctx, { id, version }, fields))) refuseBody("body-changed");
  await noteBody(ctx, id, { before: { ...was }, after: { ...fields } });
}

/** The act that it names is one of the register. */
async function parseFields(ctx: Context<Tx>, input: BodyInput): Promise<BodyFields> {
  const fields = parseBody(input);
  const { actId } = fields;
  if (actId !== null && !(isId(actId) && (await selectAct(ctx, actId)))) refuseBody("body-act");
  return fields;
}

/** How many seats there are from a day on. Refuses `size-wrong`, `size-before`. */
export async function setBodySize(ctx: Context<Tx>, input: SizeInput & { readonly bodyId: string }): Promise<void> {
  const body = await holdBody(ctx, input.bodyId);
  const size = parseSize(input);
  const { since } = size;
  if (since < body.since || (body.until !== null && since > body.until))
    refuseBody("size-before", { date: body.since });
  const was = (await selectSizes(ctx)).find((known) => known.bodyId === body.id && known.since === since);
  await setSize(ctx, body.id, size);
  await noteBody(ctx, body.id, { ...(was && { before: toFields(was) }), after: toFields(size) });
}

const toFields = ({ since, seats, basis }: SizeView) => ({ since, seats, basis });

async function noteBody(ctx: Context<Tx>, id: Id, changed: Pick<Parameters<typeof writeAudit>[1], "before" | "after">) {
  await writeAudit(ctx, { action: "body.keep", subject: { kind: "body", id }, ...changed });
  await raiseRevision(ctx);
}
