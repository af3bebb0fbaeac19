import { notePersonalRead, reachOf, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectSettlements } from "../settlement/store.ts";
import { loadWarningIndex, type WarningIndex } from "../warning/actions-index.ts";
import { countListed, type ListQuery, selectBoardNames, selectPage } from "./store.ts";
import {
  LIST_ROWS,
  type ListFilter,
  type ListPage,
  type ListRow,
  type OwnAssociations,
  type RegisterPage,
  type RegisterRow,
} from "./views.ts";

/** The register as anybody may see it. `pageRows` null for all rows on one page. */
export async function listPublic(
  ctx: Context<Tx>,
  filter: ListFilter,
  pageRows: number | null = LIST_ROWS,
): Promise<ListPage> {
  const { rows, warned: _inside, ...page } = await loadPage(ctx, { filter, inside: null, warned: [] }, pageRows);
  const publicRows = rows.map(({ chairId: _chair, chairUntil: _until, ...row }): ListRow => row);
  return { ...page, rows: publicRows, settlements: await selectSettlements(ctx) };
}

async function loadPage(ctx: Context<Tx>, query: ListQuery, pageRows: number | null) {
  const { count, people, warned } = await countListed(ctx, query);
  const limit = pageRows ?? Math.max(count, 1);
  const pages = Math.max(1, Math.ceil(count / limit));
  const page = Math.min(Math.max(1, query.filter.page ?? 1), pages);
  const rows = await selectPage(ctx, query, { offset: (page - 1) * limit, limit });
  return { rows, count, people, warned, page, pages };
}

/**
 * The register with warnings for those who keep it; of one's own settlement or association for those whose right reaches no
 * further. Refuses `not-permitted`.
 */
export async function listRegister(ctx: Context<Tx>, filter: ListFilter): Promise<RegisterPage> {
  const inside = requireReach(ctx);
  const index = await loadWarningIndex(ctx);
  const page = await loadPage(ctx, { filter, inside, warned: index.warned }, LIST_ROWS);
  const chairs = page.rows.flatMap(({ chairId }) => chairId ?? []);
  await notePersonalRead(ctx, "associations", chairs);
  const names = await selectBoardNames(ctx, chairs);
  const rows = page.rows.map(
    ({ chairId, ...row }): RegisterRow => ({
      ...row,
      chair: names.get(chairId ?? "") || null,
      warnings: index.of.get(row.id) ?? [],
    }),
  );
  return { ...page, rows, settlements: await selectSettlements(ctx) };
}

/** Whoever may see some association inside may ask for the register; says how far their right reaches. */
export function requireReach(ctx: Context<Tx>) {
  const reach = reachOf(ctx.actor, "association.read");
  requirePermission(ctx, "association.read", reach === "all" ? [] : reach);
  return reach;
}

/** The reader's associations with most to mend, so many of them; null where their right reaches none. */
export async function listMostWarned(ctx: Context<Tx>, most: number): Promise<OwnAssociations | null> {
  const inside = reachOf(ctx.actor, "association.read");
  const index = await loadWarningIndex(ctx);
  const { rows, count } = await loadPage(ctx, { filter: {}, inside, warned: index.warned }, null);
  if (count === 0) return null;
  const heavy = rows.toSorted((a, b) => weigh(index, b.id) - weigh(index, a.id)).slice(0, most);
  return { count, rows: heavy.map(({ id, name }) => ({ id, name, warnings: index.of.get(id) ?? [] })) };
}

function weigh(index: WarningIndex, id: string): number {
  return (index.of.get(id) ?? []).filter(({ severity }) => severity !== "note").length;
}
