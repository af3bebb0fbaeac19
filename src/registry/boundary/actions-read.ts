import { loadMunicipality } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAssociation, selectAssociations } from "../association/store.ts";
import type { AssociationName } from "../contract.ts";
import { toGeometry } from "../geometry/geojson.ts";
import { boxOfShape, joinBoxes } from "../geometry/shape.ts";
import { selectSettlements } from "../settlement/store.ts";
import { listWarningsOf } from "./actions-warn.ts";
import { refuseBoundary } from "./refusals.ts";
import { type Outline, selectHistory, selectOutlines, selectView, selectWholeInForce } from "./store.ts";
import { selectGround } from "./store-ground.ts";
import type { BoundaryCard, BoundarySubject, DistrictMap, MapShape } from "./views.ts";

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
    warnings: subject.kind === "association" ? await listWarningsOf(ctx, subject.id, asOf) : [],
  };
}

async function nameSubject(
  ctx: Context<Tx>,
  { kind, id }: BoundarySubject,
): Promise<Pick<BoundaryCard, "name" | "settlement">> {
  if (!isId(id)) return refuseBoundary("boundary-subject-unknown");
  if (kind === "association") {
    const found = await selectAssociation(ctx, id);
    if (!found) return refuseBoundary("boundary-subject-unknown");
    return { name: found.name, settlement: { id: found.settlementId, name: found.settlement } };
  }
  if (kind === "district") {
    if (id !== ctx.municipalityId) return refuseBoundary("boundary-subject-unknown");
    return { name: (await loadMunicipality(ctx)).name, settlement: null };
  }
  const found = (await selectSettlements(ctx)).find((one) => one.id === id);
  return found ? { name: found.name, settlement: null } : refuseBoundary("boundary-subject-unknown");
}

/** Outlines, names and areas of everything that a map shows on a day; public. */
export async function getDistrictMap(ctx: Context<Tx>, asOf: string = ctx.today): Promise<DistrictMap> {
  const outlines = await selectOutlines(ctx, asOf);
  const associations = (await selectAssociations(ctx)).filter(({ state }) => state !== "ended");
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

/** The boundaries of the associations that are in force on a day, as a FeatureCollection (RFC 7946); public. */
export async function exportBoundaries(ctx: Context<Tx>, asOf: string = ctx.today) {
  const names = new Map((await selectAssociations(ctx)).map((one) => [one.id, one]));
  const whole = await selectWholeInForce(ctx, "association", asOf);
  const features = whole.flatMap(({ subjectId, shape }) => {
    const association = names.get(subjectId);
    return association && association.state !== "ended" ? [toFeature(association, shape)] : [];
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
