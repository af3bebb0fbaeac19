import { may, notePersonalRead, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf } from "../contract.ts";
import { fieldOf, isShown, type Particulars } from "../record/record.ts";
import { selectSettlements } from "../settlement/store.ts";
import { loadWarnings } from "../warning/actions.ts";
import type { BoundaryWarnings } from "../warning/views.ts";
import { selectBoardNames, selectListed } from "./store.ts";
import {
  LIST_ROWS,
  type ListFilter,
  type ListPage,
  type ListRow,
  type RegisterPage,
  type RegisterRow,
} from "./views.ts";

type Listed = Awaited<ReturnType<typeof selectListed>>[number];

/** The register as anybody may see it. `pageRows` null for all rows on one page. */
export async function listPublic(
  ctx: Context<Tx>,
  filter: ListFilter,
  pageRows: number | null = LIST_ROWS,
): Promise<ListPage> {
  const { warned: _inside, ...asked } = filter;
  const rows = (await selectListed(ctx, asked, false)).map((row) => toRow(row, isPeopleShown(row.particulars)));
  return cut(ctx, rows, { page: filter.page ?? 1, pageRows });
}

function isPeopleShown(particulars: Particulars): boolean {
  const field = fieldOf("people");
  return field !== undefined && isShown(field, particulars);
}

function toRow({ particulars, ...row }: Listed, withPeople: boolean): ListRow {
  const { kind, people } = particulars;
  return {
    ...row,
    kind: typeof kind === "string" ? kind : null,
    people: withPeople && typeof people === "number" ? people : null,
  };
}

async function cut<Row extends ListRow>(
  ctx: Context<Tx>,
  rows: readonly Row[],
  asked: { readonly page: number; readonly pageRows: number | null },
): Promise<ListPage<Row>> {
  const pageRows = asked.pageRows ?? Math.max(rows.length, 1);
  const pages = Math.max(1, Math.ceil(rows.length / pageRows));
  const page = Math.min(Math.max(1, asked.page), pages);
  return {
    rows: rows.slice((page - 1) * pageRows, page * pageRows),
    count: rows.length,
    people: rows.reduce((sum, { people }) => sum + (people ?? 0), 0),
    page,
    pages,
    settlements: await selectSettlements(ctx),
  };
}

/**
 * The register with warnings for those who keep it; of one's own settlement or association for those whose right reaches no
 * further. Refuses `not-permitted`.
 */
export async function listRegister(
  ctx: Context<Tx>,
  filter: ListFilter,
  given: { readonly boundary: BoundaryWarnings; readonly pageRows?: number | null },
): Promise<RegisterPage> {
  requireAny(ctx);
  const own = (await selectListed(ctx, filter, true)).filter((row) =>
    may(ctx.actor, "association.read", belongingOf(row)),
  );
  const warnings = await loadWarnings(ctx, own, given.boundary);
  const isWarned = ({ id }: Listed) => (warnings.get(id) ?? []).some(({ severity }) => severity !== "note");
  const shown = filter.warned ? own.filter(isWarned) : own;
  const particulars = new Map(shown.map((row) => [row.id, row.particulars]));
  const cutPage = await cut(
    ctx,
    shown.map((row) => toRow(row, true)),
    { page: filter.page ?? 1, pageRows: given.pageRows === undefined ? LIST_ROWS : given.pageRows },
  );
  const names = await loadChairs(ctx, cutPage.rows, particulars);
  const rows: RegisterRow[] = cutPage.rows.map((row) => {
    const { chair, chairUntil } = particulars.get(row.id) ?? {};
    return {
      ...row,
      chair: names.get(String(chair)) || null,
      chairUntil: typeof chairUntil === "string" ? chairUntil : null,
      warnings: warnings.get(row.id) ?? [],
    };
  });
  return { ...cutPage, rows, warned: own.filter(isWarned).length };
}

/** Whoever may see some association inside may ask for the register. */
function requireAny(ctx: Context<Tx>): void {
  const { actor } = ctx;
  const held = actor.kind === "person" ? actor.holdings.flatMap(({ subjectId }) => subjectId ?? []) : [];
  requirePermission(ctx, "association.read", held);
}

async function loadChairs(
  ctx: Context<Tx>,
  rows: readonly ListRow[],
  particulars: ReadonlyMap<Id, Particulars>,
): Promise<ReadonlyMap<Id, string>> {
  const ids = rows.flatMap(({ id }) => {
    const chair = particulars.get(id)?.chair;
    return typeof chair === "string" ? [chair] : [];
  });
  await notePersonalRead(ctx, "associations", ids);
  return selectBoardNames(ctx, ids);
}
