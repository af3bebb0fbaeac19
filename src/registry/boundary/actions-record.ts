import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAssociation } from "../association/store.ts";
import { belongingOf } from "../contract.ts";
import { areaOf } from "../geometry/area.ts";
import { boxOfShape, joinBoxes, type Shape } from "../geometry/shape.ts";
import { outlineOf } from "../geometry/simplify.ts";
import { selectSettlements } from "../settlement/store.ts";
import { recordOutside } from "./actions-warn.ts";
import { type ActInput, parseAct } from "./input.ts";
import { readBoundary } from "./read-boundary.ts";
import { refuseBoundary } from "./refusals.ts";
import { findOverlaps } from "./relate.ts";
import { cancelRecord, insertBoundaries, type NewBoundary, selectBox, selectMeeting, selectRecord } from "./store.ts";
import { insertRelations, type Relation } from "./store-relation.ts";
import type { BoundaryAct, BoundarySubject, Confirmation } from "./views.ts";

/** A boundary as the form sends it. `geojson` is the text of a file; `version` the number of the newest record that the clerk saw. */
export interface BoundaryInput extends ActInput {
  readonly subject: BoundarySubject;
  readonly geojson: string;
  readonly version: number;
  readonly confirmed: readonly Confirmation[];
}

/**
 * Records a boundary of an association, a settlement or the district. Refuses `boundary-subject-unknown`, what `readBoundary` and
 * `parseAct` refuse, and `boundary-stale` where somebody recorded another since `version`.
 */
export async function recordBoundary(ctx: Context<Tx>, input: BoundaryInput): Promise<Id> {
  await requireKeeper(ctx, input.subject);
  if (input.geojson.trim() === "") refuseBoundary("boundary-file-missing");
  const { act, since } = parseAct(input);
  const shape = readBoundary(input.geojson, await selectBox(ctx), new Set(input.confirmed));
  const [id] = await saveBoundaries(ctx, [{ subject: input.subject, shape, act, since, last: input.version }]);
  return id ?? refuseBoundary("boundary-stale");
}

/** Whether the actor may change this boundary: an association's by whoever keeps it, others by whoever keeps settlements. */
export async function requireKeeper(ctx: Context<Tx>, { kind, id }: BoundarySubject): Promise<void> {
  if (!isId(id)) refuseBoundary("boundary-subject-unknown");
  if (kind !== "association") {
    requirePermission(ctx, "settlement.keep");
    const isOurs =
      kind === "district" ? id === ctx.municipalityId : (await selectSettlements(ctx)).some((one) => one.id === id);
    if (!isOurs) refuseBoundary("boundary-subject-unknown");
    return;
  }
  const association = await selectAssociation(ctx, id);
  requirePermission(ctx, "boundary.keep", association ? belongingOf(association) : []);
  if (!association) refuseBoundary("boundary-subject-unknown");
}

/** A mended shape that is about to be recorded after the record number `last`. */
export interface Prepared {
  readonly subject: BoundarySubject;
  readonly shape: Shape;
  readonly act: BoundaryAct;
  readonly since: string;
  readonly last: number;
}

/** Writes records with what follows from them: outline, area, what they have to do with their neighbours, the trail. Refuses `boundary-stale`. */
export async function saveBoundaries(ctx: Context<Tx>, prepared: readonly Prepared[]): Promise<readonly Id[]> {
  const records = prepared.map(
    ({ last, ...given }): NewBoundary => ({
      ...given,
      id: newId(),
      number: last + 1,
      outline: outlineOf(given.shape),
      squareMetres: areaOf(given.shape),
    }),
  );
  if (records.some(({ squareMetres }) => squareMetres < 1)) refuseBoundary("boundary-empty");
  const relations = await relate(ctx, records);
  if ((await insertBoundaries(ctx, records)) < records.length) refuseBoundary("boundary-stale");
  await insertRelations(ctx, relations);
  await recordOutside(ctx, new Set(records.map(({ id }) => id)));
  for (const record of records) await writeRecord(ctx, record);
  await raiseRevision(ctx);
  return records.map(({ id }) => id);
}

async function relate(ctx: Context<Tx>, records: readonly NewBoundary[]): Promise<readonly Relation[]> {
  const own = records.flatMap(({ id, subject, shape }) =>
    subject.kind === "association" ? [{ id, subjectId: subject.id, shape }] : [],
  );
  if (own.length === 0) return [];
  const neighbours = await selectMeeting(ctx, joinBoxes(own.map(({ shape }) => boxOfShape(shape))));
  return findOverlaps(own, neighbours);
}

async function writeRecord(ctx: Context<Tx>, record: NewBoundary): Promise<void> {
  const { id, subject, number, since, act, squareMetres } = record;
  await writeAudit(ctx, {
    action: "boundary.keep",
    subject: { kind: "boundary", id },
    detail: { of: subject.kind, subject: subject.id, number },
    after: {
      since,
      actKind: act.kind,
      actNumber: act.number,
      actDate: act.date,
      squareMetres: Math.round(squareMetres),
    },
  });
}

/** A record entered by mistake: what was in force before holds again. Refuses `boundary-unknown`, `boundary-basis` and `boundary-cancelled`. */
export async function cancelBoundary(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly basis: string },
): Promise<BoundarySubject> {
  const record = isId(given.id) ? await selectRecord(ctx, given.id) : undefined;
  if (!record) return refuseBoundary("boundary-unknown");
  const subject = { kind: record.kind, id: record.subjectId };
  await requireKeeper(ctx, subject);
  const basis = given.basis.trim();
  if (basis === "" || basis.length > 500) refuseBoundary("boundary-basis");
  if (!(await cancelRecord(ctx, given.id, basis))) refuseBoundary("boundary-cancelled");
  const detail = { of: subject.kind, subject: subject.id, number: record.number };
  await writeAudit(ctx, { action: "boundary.cancel", subject: { kind: "boundary", id: given.id }, detail, basis });
  await raiseRevision(ctx);
  return subject;
}
