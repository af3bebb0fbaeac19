import { loadMunicipality } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAssociation, selectAssociations } from "../association/store.ts";
import type { AssociationName } from "../contract.ts";
import { toGeometry } from "../geometry/geojson.ts";
import { boxesMeet, boxOfShape, joinBoxes, widen } from "../geometry/shape.ts";
import { selectSettlements } from "../settlement/store.ts";
import { listWarningsOf } from "./actions-warn.ts";
import { refuseBoundary } from "./refusals.ts";
import {
  type Outline,
  selectHistory,
  selectOutlines,
  selectOutlinesNear,
  selectView,
  selectWholeInForce,
} from "./store.ts";
import { selectGround } from "./store-ground.ts";
import type { BoundaryCard, BoundaryMoment, BoundarySubject, DistrictMap, EditorGround, MapShape } from "./views.ts";

/** The boundary of one subject on a day, by default today, with all of its records. Refuses `boundary-subject-unknown`. */
export async function getBoundary(
  ctx: Context<Tx>,
  subject: BoundarySubject,
  asOf: string = ctx.today,
): Promise<BoundaryCard> {
  const named = await nameSubject(ctx, subject);
  const history = await selectHistory(ctx, subject);
  return {
    subject,
    ...named,
    inForce: await selectView(ctx, subject, asOf),
    history,
    version: history[0]?.number ?? 0,
    warnings: subject.kind === "association" ? await listWarningsOf(ctx, [subject.id], asOf) : [],
  };
}

type SubjectName = Pick<BoundaryCard, "name" | "settlement">;

async function nameSubject(ctx: Context<Tx>, subject: BoundarySubject): Promise<SubjectName> {
  return (await findSubjectName(ctx, subject)) ?? refuseBoundary("boundary-subject-unknown");
}

/** What a boundary belongs to, by name; null where there is no such association, settlement or district. */
export async function findSubjectName(ctx: Context<Tx>, { kind, id }: BoundarySubject): Promise<SubjectName | null> {
  if (!isId(id)) return null;
  if (kind === "association") {
    const found = await selectAssociation(ctx, id);
    return found ? { name: found.name, settlement: { id: found.settlementId, name: found.settlement } } : null;
  }
  if (kind === "district") {
    return id === ctx.municipalityId ? { name: (await loadMunicipality(ctx)).name, settlement: null } : null;
  }
  const found = (await selectSettlements(ctx)).find((one) => one.id === id);
  return found ? { name: found.name, settlement: null } : null;
}

/**
 * Outlines, names and areas of everything that a map shows on a day; public. Of a day gone by also associations that have ended
 * since, and only those that had a boundary then: names are those of today.
 */
export async function getDistrictMap(ctx: Context<Tx>, asOf: string = ctx.today): Promise<DistrictMap> {
  return describeMap(ctx, await selectOutlines(ctx, asOf), asOf);
}

/** What a small map of an association shows: its boundary and what lies around; null where none is in force. Public. */
export async function getSurroundings(
  ctx: Context<Tx>,
  associationId: Id,
  at: BoundaryMoment = ctx.today,
): Promise<Omit<DistrictMap, "rows"> | null> {
  const asOf = typeof at === "string" ? at : at.on;
  const own = await selectView(ctx, { kind: "association", id: associationId }, at);
  if (!own) return null;
  const box = boxOfShape(own.shape);
  const side = Math.max(box.east - box.west, box.north - box.south);
  const { rows: _rows, ...map } = await describeMap(ctx, await selectOutlinesNear(ctx, at, widen(box, side)), asOf);
  return map;
}

async function describeMap(ctx: Context<Tx>, outlines: readonly Outline[], asOf: string): Promise<DistrictMap> {
  const isPast = asOf < ctx.today;
  const held = new Set(outlines.map(({ subjectId }) => subjectId));
  const associations = (await selectAssociations(ctx)).filter(({ id, state }) =>
    isPast ? held.has(id) : state !== "ended",
  );
  const settlements = await selectSettlements(ctx);
  const { water } = await selectGround(ctx);
  const { name } = await loadMunicipality(ctx);
  const bySubject = new Map(outlines.map((outline) => [outline.subjectId, outline]));
  const shaped = <T extends { readonly id: Id; readonly name: string }>(given: T): readonly (T & MapShape)[] => {
    const found = bySubject.get(given.id);
    return found ? [{ ...given, outline: found.outline, squareMetres: found.squareMetres }] : [];
  };
  const [district = null] = shaped({ id: ctx.municipalityId, name });
  return {
    district,
    settlements: settlements.flatMap(({ id, name }) => shaped({ id, name })),
    associations: associations.flatMap(shaped),
    water,
    rows: associations.map((one) => ({ ...one, squareMetres: bySubject.get(one.id)?.squareMetres ?? null })),
    box: boxOf(outlines),
  };
}

function boxOf(outlines: readonly Outline[]) {
  return outlines.length === 0 ? null : joinBoxes(outlines.map(({ outline }) => boxOfShape(outline)));
}

/** As far as a neighbour may lie to be drawn beside a boundary; 0.1° is 6 to 11 km. */
const NEAR_DEGREES = 0.1;

/** What lies around a subject's boundary. Refuses `boundary-subject-unknown`. */
export async function getEditorGround(ctx: Context<Tx>, subject: BoundarySubject): Promise<EditorGround> {
  const { settlement } = await nameSubject(ctx, subject);
  const { district, settlements, associations, water, box } = await getDistrictMap(ctx);
  const own = [...associations, ...settlements].find(({ id }) => id === subject.id);
  const home = settlements.find(({ id }) => id === settlement?.id);
  const around = [own, home].flatMap((one) => (one ? [boxOfShape(one.outline)] : []))[0] ?? box;
  const near = associations.filter(
    ({ id, outline }) => id !== subject.id && around && boxesMeet(boxOfShape(outline), widen(around, NEAR_DEGREES)),
  );
  const exact = await selectWholeInForce(
    ctx,
    "association",
    ctx.today,
    near.map(({ id }) => id),
  );
  const whole = new Map(exact.map((one) => [one.subjectId, one.shape]));
  return {
    settlement: settlement
      ? ((await selectView(ctx, { kind: "settlement", id: settlement.id }, ctx.today))?.shape ?? null)
      : null,
    neighbours: near.map(({ id, name }) => ({ id, name, shape: whole.get(id) ?? [] })),
    water,
    district: district?.outline ?? null,
    box: around,
  };
}

/** The boundaries of the associations that are in force on a day, as a FeatureCollection (RFC 7946); public. */
export async function exportBoundaries(ctx: Context<Tx>, asOf: string = ctx.today) {
  const names = new Map((await selectAssociations(ctx)).map((one) => [one.id, one]));
  const whole = await selectWholeInForce(ctx, "association", asOf);
  const features = whole.flatMap(({ subjectId, shape }) => {
    const association = names.get(subjectId);
    return association && (asOf < ctx.today || association.state !== "ended") ? [toFeature(association, shape)] : [];
  });
  features.sort((a, b) => a.properties.number - b.properties.number);
  return { type: "FeatureCollection" as const, features };
}

function toFeature({ id, number, name, settlement }: AssociationName, shape: Parameters<typeof toGeometry>[0]) {
  return {
    type: "Feature" as const,
    id,
    properties: { number, name, settlement },
    geometry: toGeometry(shape),
  };
}
