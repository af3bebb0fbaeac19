import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAssociations, selectAssociationsOf } from "../association/store.ts";
import type { AssociationName } from "../contract.ts";
import { measureOutside } from "./relate.ts";
import { selectKeysInForce, selectShapes } from "./store.ts";
import { insertRelations, type Relation, selectNeighbours, selectRelations } from "./store-relation.ts";
import { type BoundaryWarning, LEAST_SQUARE_METRES } from "./views.ts";

/**
 * What is amiss with the boundaries of the associations that have not ended, on a day, by default today: none recorded, a part
 * in common with another association, a part beyond the settlement. An overlap stands at both. Public, as boundaries are.
 */
export async function listBoundaryWarnings(
  ctx: Context<Tx>,
  asOf: string = ctx.today,
): Promise<readonly BoundaryWarning[]> {
  return warnAmong(ctx, await selectAssociations(ctx), await selectKeysInForce(ctx, asOf));
}

/** The same of some associations: only they and those that have a part of them are looked at. */
export async function listWarningsOf(
  ctx: Context<Tx>,
  ids: readonly Id[],
  asOf: string,
): Promise<readonly BoundaryWarning[]> {
  const among = await selectAssociationsOf(ctx, [...new Set([...ids, ...(await selectNeighbours(ctx, ids))])]);
  const subjects = among.flatMap((one) => [one.id, one.settlementId]);
  const warnings = await warnAmong(ctx, among, await selectKeysInForce(ctx, asOf, subjects));
  const asked = new Set(ids);
  return warnings.filter(({ associationId }) => asked.has(associationId));
}

async function warnAmong(
  ctx: Context<Tx>,
  all: readonly AssociationName[],
  inForce: Awaited<ReturnType<typeof selectKeysInForce>>,
): Promise<readonly BoundaryWarning[]> {
  const associations = all.filter(({ state }) => state !== "ended");
  const relations = await selectRelations(
    ctx,
    inForce.map(({ id }) => id),
  );
  const held = arrange(associations, inForce);
  const outside = await findOutside(ctx, held, relations);
  return associations.flatMap((association): readonly BoundaryWarning[] => {
    if (!held.boundaryOf.has(association.id)) return [{ kind: "no-boundary", associationId: association.id }];
    return [...listOverlaps(association, held, relations), ...(outside.get(association.id) ?? [])];
  });
}

interface Arranged {
  readonly associations: readonly AssociationName[];
  /** The record in force of an association or settlement. */
  readonly boundaryOf: ReadonlyMap<Id, Id>;
  readonly associationOf: ReadonlyMap<Id, AssociationName>;
}

function arrange(
  associations: readonly AssociationName[],
  inForce: readonly { readonly id: Id; readonly subjectId: Id }[],
): Arranged {
  const byId = new Map(associations.map((association) => [association.id, association]));
  const boundaryOf = new Map(inForce.map(({ id, subjectId }) => [subjectId, id]));
  const associationOf = new Map(
    inForce.flatMap(({ id, subjectId }) => {
      const association = byId.get(subjectId);
      return association ? [[id, association] as const] : [];
    }),
  );
  return { associations, boundaryOf, associationOf };
}

function listOverlaps(
  association: AssociationName,
  { boundaryOf, associationOf }: Arranged,
  relations: readonly Relation[],
): readonly BoundaryWarning[] {
  const own = boundaryOf.get(association.id);
  return relations.flatMap(({ kind, id, otherId, squareMetres }): readonly BoundaryWarning[] => {
    if (kind !== "overlap" || squareMetres < LEAST_SQUARE_METRES || (id !== own && otherId !== own)) return [];
    const other = associationOf.get(id === own ? otherId : id);
    if (!other) return [];
    return [
      { kind: "overlap", associationId: association.id, other: { id: other.id, name: other.name }, squareMetres },
    ];
  });
}

/** Measures, after records were written, what of each association lies beyond its settlement where one of the two is new. */
export async function recordOutside(ctx: Context<Tx>, written: ReadonlySet<Id>): Promise<void> {
  const pairs = listPairs(arrange(await selectAssociations(ctx), await selectKeysInForce(ctx, ctx.today)));
  const fresh = pairs.filter(({ own, settlement }) => written.has(own) || written.has(settlement));
  const measure = await openMeasure(ctx, fresh);
  const relations = fresh.map((pair) => ({
    id: pair.own,
    otherId: pair.settlement,
    kind: "outside" as const,
    squareMetres: measure(pair),
  }));
  await insertRelations(ctx, relations);
}

interface Pair {
  readonly association: AssociationName;
  /** Records: the association's own and its settlement's. */
  readonly own: Id;
  readonly settlement: Id;
}

function listPairs({ associations, boundaryOf }: Arranged): readonly Pair[] {
  return associations.flatMap((association) => {
    const [own, settlement] = [boundaryOf.get(association.id), boundaryOf.get(association.settlementId)];
    return own && settlement ? [{ association, own, settlement }] : [];
  });
}

async function openMeasure(ctx: Context<Tx>, pairs: readonly Pair[]): Promise<(pair: Pair) => number> {
  const ids = new Set(pairs.flatMap(({ own, settlement }) => [own, settlement]));
  const shapes = new Map((await selectShapes(ctx, [...ids])).map(({ id, shape }) => [id, shape]));
  return ({ own, settlement }) => measureOutside(shapes.get(own) ?? [], shapes.get(settlement) ?? []);
}

/** What was measured when it was recorded is read; a pair that no record knows, as after a move to another settlement, is measured now. */
async function findOutside(
  ctx: Context<Tx>,
  arranged: Arranged,
  relations: readonly Relation[],
): Promise<ReadonlyMap<Id, readonly BoundaryWarning[]>> {
  const known = new Map(
    relations.flatMap(({ kind, id, otherId, squareMetres }) =>
      kind === "outside" ? [[`${id} ${otherId}`, squareMetres] as const] : [],
    ),
  );
  const pairs = listPairs(arranged);
  const measure = await openMeasure(
    ctx,
    pairs.filter(({ own, settlement }) => !known.has(`${own} ${settlement}`)),
  );
  return new Map(
    pairs.flatMap((pair) => {
      const { association, own, settlement } = pair;
      const squareMetres = known.get(`${own} ${settlement}`) ?? measure(pair);
      if (squareMetres < LEAST_SQUARE_METRES) return [];
      const other = { id: association.settlementId, name: association.settlement };
      return [[association.id, [{ kind: "outside", associationId: association.id, other, squareMetres }]] as const];
    }),
  );
}
