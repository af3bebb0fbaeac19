import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type Box, boxOfShape, countPoints, type Shape } from "../geometry/shape.ts";
import { withBoundaryTables } from "./store-tables.ts";
import type {
  BoundaryAct,
  BoundaryMoment,
  BoundaryRecord,
  BoundarySubject,
  BoundaryView,
  SubjectKind,
} from "./views.ts";

/** A record to be written. */
export interface NewBoundary {
  readonly id: Id;
  readonly subject: BoundarySubject;
  readonly number: number;
  readonly since: string;
  readonly act: BoundaryAct;
  readonly shape: Shape;
  readonly outline: Shape;
  readonly squareMetres: number;
}

/** A boundary in force with its outline. */
export interface Outline {
  readonly id: Id;
  readonly kind: SubjectKind;
  readonly subjectId: Id;
  readonly outline: Shape;
  readonly squareMetres: number;
}

/** A boundary with its exact lines. */
export interface WholeBoundary {
  readonly id: Id;
  readonly subjectId: Id;
  readonly shape: Shape;
}

const AT_ONCE = 500;

/** How many were written: fewer than given where somebody wrote a record of that number meanwhile. */
export async function insertBoundaries(ctx: Context<Tx>, records: readonly NewBoundary[]): Promise<number> {
  let written = 0;
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const rows = await withBoundaryTables(ctx.tx)
      .insertInto("boundary")
      .values(records.slice(from, from + AT_ONCE).map((record) => toRow(ctx, record)))
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .execute();
    written += rows.length;
  }
  return written;
}

function toRow(ctx: Context<Tx>, record: NewBoundary) {
  const { id, subject, number, since, act, shape, outline, squareMetres } = record;
  return {
    municipality_id: ctx.municipalityId,
    id,
    subject_kind: subject.kind,
    subject_id: subject.id,
    number,
    since,
    act_kind: act.kind,
    act_number: act.number,
    act_date: act.date,
    shape: JSON.stringify(shape),
    outline: JSON.stringify(outline),
    points: countPoints(shape),
    square_metres: BigInt(Math.round(squareMetres)),
    ...boxOfShape(shape),
    recorded_at: ctx.now,
  };
}

function selectOwn(ctx: Context<Tx>) {
  return withBoundaryTables(ctx.tx).selectFrom("boundary").where("boundary.municipality_id", "=", ctx.municipalityId);
}

/** What was recorded and not cancelled, as somebody knew at a moment. */
function selectKnown(ctx: Context<Tx>, knownAt: Date | null) {
  const rows = selectOwn(ctx);
  if (knownAt === null) return rows.where("boundary.cancelled_at", "is", null);
  return rows
    .where("boundary.recorded_at", "<=", knownAt)
    .where((eb) => eb.or([eb("boundary.cancelled_at", "is", null), eb("boundary.cancelled_at", ">", knownAt)]));
}

/** The boundaries in force on a day: of each subject the record with the latest day, of two with one day the later. */
function selectInForce(ctx: Context<Tx>, at: BoundaryMoment) {
  const { on, knownAt } = typeof at === "string" ? { on: at, knownAt: null } : at;
  return selectKnown(ctx, knownAt)
    .distinctOn(["boundary.subject_kind", "boundary.subject_id"])
    .where("boundary.since", "<=", on)
    .orderBy("boundary.subject_kind")
    .orderBy("boundary.subject_id")
    .orderBy("boundary.since", "desc")
    .orderBy("boundary.number", "desc");
}

const OUTLINE = [
  "boundary.id",
  "boundary.subject_kind as kind",
  "boundary.subject_id as subjectId",
  "boundary.outline",
  "boundary.square_metres as metres",
] as const;

export async function selectOutlines(ctx: Context<Tx>, asOf: string): Promise<readonly Outline[]> {
  const rows = await selectInForce(ctx, asOf).select(OUTLINE).execute();
  return rows.map(({ metres, ...row }) => ({ ...row, squareMetres: Number(metres) }));
}

/** The outlines in force on a day whose boxes meet this one. */
export async function selectOutlinesNear(
  ctx: Context<Tx>,
  asOf: BoundaryMoment,
  box: Box,
): Promise<readonly Outline[]> {
  const rows = await withBoundaryTables(ctx.tx)
    .selectFrom(
      selectInForce(ctx, asOf)
        .select([...OUTLINE, "boundary.west", "boundary.south", "boundary.east", "boundary.north"])
        .as("held"),
    )
    .select(["held.id", "held.kind", "held.subjectId", "held.outline", "held.metres"])
    .where("held.west", "<=", box.east)
    .where("held.east", ">=", box.west)
    .where("held.south", "<=", box.north)
    .where("held.north", ">=", box.south)
    .execute();
  return rows.map(({ metres, ...row }) => ({ ...row, squareMetres: Number(metres) }));
}

/** Which boundaries are in force, without their lines; of these subjects where some are said. */
export async function selectKeysInForce(ctx: Context<Tx>, asOf: string, subjectIds?: readonly Id[]) {
  const rows = selectInForce(ctx, asOf).select([
    "boundary.id",
    "boundary.subject_kind as kind",
    "boundary.subject_id as subjectId",
    "boundary.square_metres as metres",
  ]);
  if (!subjectIds) return rows.execute();
  return rows.where(sql<boolean>`boundary.subject_id = any(${[...subjectIds]}::uuid[])`).execute();
}

/** The exact lines of what is in force; of these subjects where some are said. */
export async function selectWholeInForce(
  ctx: Context<Tx>,
  kind: SubjectKind,
  asOf: string,
  subjectIds?: readonly Id[],
) {
  const rows = selectInForce(ctx, asOf)
    .select(["boundary.id", "boundary.subject_id as subjectId", "boundary.shape"])
    .where("boundary.subject_kind", "=", kind);
  if (!subjectIds) return rows.execute();
  return rows.where(sql<boolean>`boundary.subject_id = any(${[...subjectIds]}::uuid[])`).execute();
}

export async function selectShapes(ctx: Context<Tx>, ids: readonly Id[]): Promise<readonly WholeBoundary[]> {
  if (ids.length === 0) return [];
  return selectOwn(ctx)
    .select(["boundary.id", "boundary.subject_id as subjectId", "boundary.shape"])
    .where("boundary.id", "in", ids)
    .execute();
}

/** Records of associations that stand and whose boxes meet this one, whenever they hold. */
export async function selectMeeting(ctx: Context<Tx>, box: Box): Promise<readonly WholeBoundary[]> {
  return selectOwn(ctx)
    .select(["boundary.id", "boundary.subject_id as subjectId", "boundary.shape"])
    .where("boundary.subject_kind", "=", "association")
    .where("boundary.cancelled_at", "is", null)
    .where("boundary.west", "<=", box.east)
    .where("boundary.east", ">=", box.west)
    .where("boundary.south", "<=", box.north)
    .where("boundary.north", ">=", box.south)
    .execute();
}

const RECORD = [
  "boundary.id",
  "boundary.number",
  "boundary.since",
  "boundary.act_kind",
  "boundary.act_number",
  "boundary.act_date",
  "boundary.square_metres",
  "boundary.points",
  "boundary.recorded_at",
  "boundary.cancelled_at",
  "boundary.cancelled_basis",
] as const;

/** All records of a subject, the newest first. */
export async function selectHistory(ctx: Context<Tx>, subject: BoundarySubject): Promise<readonly BoundaryRecord[]> {
  const rows = await selectOwn(ctx)
    .select(RECORD)
    .where("boundary.subject_kind", "=", subject.kind)
    .where("boundary.subject_id", "=", subject.id)
    .orderBy("boundary.number", "desc")
    .execute();
  return rows.map(toRecord);
}

export async function selectView(
  ctx: Context<Tx>,
  subject: BoundarySubject,
  asOf: BoundaryMoment,
): Promise<BoundaryView | null> {
  const row = await selectInForce(ctx, asOf)
    .select([...RECORD, "boundary.shape"])
    .where("boundary.subject_kind", "=", subject.kind)
    .where("boundary.subject_id", "=", subject.id)
    .executeTakeFirst();
  return row ? { ...toRecord(row), shape: row.shape } : null;
}

interface RecordRow {
  readonly id: string;
  readonly number: number;
  readonly since: string;
  readonly act_kind: BoundaryAct["kind"];
  readonly act_number: string;
  readonly act_date: string | null;
  readonly square_metres: bigint;
  readonly points: number;
  readonly recorded_at: Date;
  readonly cancelled_at: Date | null;
  readonly cancelled_basis: string | null;
}

function toRecord(row: RecordRow): BoundaryRecord {
  const { id, number, since, points } = row;
  return {
    id,
    number,
    since,
    points,
    act: { kind: row.act_kind, number: row.act_number, date: row.act_date },
    squareMetres: Number(row.square_metres),
    recordedAt: row.recorded_at.toISOString(),
    cancellation: row.cancelled_at && { at: row.cancelled_at.toISOString(), basis: row.cancelled_basis ?? "" },
  };
}

/** The number of each subject's newest record. */
export async function selectLastNumbers(ctx: Context<Tx>): Promise<ReadonlyMap<Id, number>> {
  const rows = await selectOwn(ctx)
    .select(["boundary.subject_id as subjectId", sql<number>`max(boundary.number)`.as("last")])
    .groupBy(["boundary.subject_kind", "boundary.subject_id"])
    .execute();
  return new Map(rows.map(({ subjectId, last }) => [subjectId, last]));
}

/** The subject and number of a record; undefined where there is none. */
export async function selectRecord(ctx: Context<Tx>, id: Id) {
  return selectOwn(ctx)
    .select(["boundary.subject_kind as kind", "boundary.subject_id as subjectId", "boundary.number"])
    .where("boundary.id", "=", id)
    .executeTakeFirst();
}

/** False where it is cancelled already. */
export async function cancelRecord(ctx: Context<Tx>, id: Id, basis: string): Promise<boolean> {
  const { numUpdatedRows } = await withBoundaryTables(ctx.tx)
    .updateTable("boundary")
    .set({ cancelled_at: ctx.now, cancelled_basis: basis })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("cancelled_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The box of all that stands; null where nothing does. */
export async function selectBox(ctx: Context<Tx>): Promise<Box | null> {
  const row = await selectOwn(ctx)
    .select((eb) => [
      eb.fn.min("boundary.west").as("west"),
      eb.fn.min("boundary.south").as("south"),
      eb.fn.max("boundary.east").as("east"),
      eb.fn.max("boundary.north").as("north"),
    ])
    .where("boundary.cancelled_at", "is", null)
    .executeTakeFirst();
  return row && row.west !== null ? row : null;
}
