import { loadMunicipality, requirePermission } from "../../access/index.ts";
import type { Context, Holding } from "../../kernel/context.ts";
import { fold } from "../../kernel/fold.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAssociations } from "../association/store.ts";
import type { AssociationName } from "../contract.ts";
import { selectSettlements } from "../settlement/store.ts";
import { listBoundaryWarnings, listWarningsOf } from "./actions-warn.ts";
import { selectKeysInForce } from "./store.ts";
import type { BoundaryWarning, KeptFilter, KeptList, KeptSubject } from "./views.ts";

const PAGE_ROWS = 50;

/**
 * Boundaries that may be kept: the district's and its settlements', and of the associations that have not ended a page of those
 * that a filter leaves, each with what is amiss; a page behind the last is the last.
 */
export async function listKept(
  ctx: Context<Tx>,
  { filter, page: asked }: { readonly filter: KeptFilter; readonly page: number },
): Promise<KeptList> {
  requirePermission(ctx, "boundary.keep", ctx.actor.kind === "person" ? heldBy(ctx.actor.holdings) : []);
  const areas = new Map((await selectKeysInForce(ctx, ctx.today)).map((one) => [one.subjectId, Number(one.metres)]));
  const amiss = filter.only === "amiss" ? byAssociation(await listBoundaryWarnings(ctx)) : null;
  const found = (await selectAssociations(ctx)).filter(
    (one) =>
      one.state !== "ended" &&
      matches(one, filter) &&
      (filter.only !== "missing" || !areas.has(one.id)) &&
      (amiss === null || amiss.has(one.id)),
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const page = Math.min(Math.max(1, asked), pages);
  const shown = found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  const ids = shown.map(({ id }) => id);
  const warnings = amiss ?? byAssociation(await listWarningsOf(ctx, ids, ctx.today));
  const areaOf = (id: Id) => areas.get(id) ?? null;
  return {
    ground: await listGround(ctx, areaOf),
    rows: shown.map(({ id, name, settlement }) => ({
      ...{ kind: "association", id, name, settlement, squareMetres: areaOf(id) },
      warnings: warnings.get(id) ?? [],
    })),
    total: found.length,
    page,
    pages,
  };
}

function byAssociation(warnings: readonly BoundaryWarning[]): ReadonlyMap<Id, readonly BoundaryWarning[]> {
  return Map.groupBy(warnings, ({ associationId }) => associationId);
}

function matches({ number, name, settlementId }: AssociationName, filter: KeptFilter): boolean {
  if (filter.settlementId !== undefined && settlementId !== filter.settlementId) return false;
  const text = fold(filter.text ?? "").trim();
  if (text.replace(/^№\s*/, "") === String(number)) return true;
  const own = fold(name);
  return text.split(/\s+/).every((word) => own.includes(word));
}

async function listGround(ctx: Context<Tx>, areaOf: (id: Id) => number | null): Promise<readonly KeptSubject[]> {
  const { name } = await loadMunicipality(ctx);
  const plain = (kind: "district" | "settlement", one: { readonly id: Id; readonly name: string }): KeptSubject => ({
    ...{ kind, id: one.id, name: one.name, settlement: null, squareMetres: areaOf(one.id), warnings: [] },
  });
  const settlements = await selectSettlements(ctx);
  return [plain("district", { id: ctx.municipalityId, name }), ...settlements.map((one) => plain("settlement", one))];
}

/** Whoever keeps the boundaries of one settlement may see the list. */
function heldBy(holdings: readonly Holding[]): readonly Id[] {
  return holdings.flatMap(({ subjectId }) => subjectId ?? []);
}
