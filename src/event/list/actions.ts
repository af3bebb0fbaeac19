import { loadMunicipality, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { toLocal } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { EXPORT_ROWS, LIST_ROWS } from "../contract.ts";
import { selectOwnKinds } from "../kind/store.ts";
import type { EventFilter, EventListView, EventRowView, EventSort } from "../views.ts";
import { type ListedEvent, selectCounted, selectList, selectYears } from "./store.ts";

interface ListInput {
  readonly filter: EventFilter;
  readonly sort: EventSort;
  /** From 1. */
  readonly page: number;
}

/** All events, for those who may see them. */
export async function listEvents(ctx: Context<Tx>, input: ListInput): Promise<EventListView> {
  requirePermission(ctx, "event.read");
  return loadPage(ctx, { ...input, isPublic: false });
}

/** What everybody may see. */
export async function listPublicEvents(ctx: Context<Tx>, input: ListInput): Promise<EventListView> {
  return loadPage(ctx, { ...input, isPublic: true });
}

/** The rows of a filter for a file, as many as a file takes. */
export async function exportEvents(ctx: Context<Tx>, given: Omit<ListInput, "page">): Promise<readonly EventRowView[]> {
  requirePermission(ctx, "event.read");
  return nameRows(ctx, await selectList(ctx, { ...given, isPublic: false, offset: 0, limit: EXPORT_ROWS }));
}

/** The public events that touch the days of a month, `YYYY-MM`. */
export async function listMonth(
  ctx: Context<Tx>,
  given: { readonly month: string; readonly filter: EventFilter },
): Promise<readonly EventRowView[]> {
  const from = `${given.month}-01`;
  const [year = 0, month = 0] = given.month.split("-").map(Number);
  const to = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const query = {
    filter: { ...given.filter, from, to },
    isPublic: true,
    sort: "date" as const,
    offset: 0,
    limit: 1_000,
  };
  return nameRows(ctx, await selectList(ctx, query));
}

export const listEventYears = selectYears;

async function loadPage(ctx: Context<Tx>, given: ListInput & { readonly isPublic: boolean }): Promise<EventListView> {
  const asked = Math.max(1, given.page);
  const read = (page: number) => selectCounted(ctx, { ...given, offset: (page - 1) * LIST_ROWS, limit: LIST_ROWS });
  const first = await read(asked);
  const pages = Math.max(1, Math.ceil(first.total / LIST_ROWS));
  const page = Math.min(asked, pages);
  // Who asks for a page behind the last one gets the last.
  const { rows, total, hasMore } = page === asked ? first : await read(page);
  return { rows: await nameRows(ctx, rows), total, hasMore, page, pages };
}

/** Rows with the names of what they refer to, and times as clocks show them there. */
export async function nameRows(ctx: Context<Tx>, rows: readonly ListedEvent[]): Promise<readonly EventRowView[]> {
  if (rows.length === 0) return [];
  const { timeZone } = await loadMunicipality(ctx);
  const named = async (list: Promise<readonly { readonly id: Id; readonly name: string }[]>) =>
    new Map((await list).map(({ id, name }) => [id, name]));
  const associations = await named(
    registry.nameAssociations(
      ctx,
      rows.flatMap((row) => row.association_id ?? []),
    ),
  );
  const settlements = await named(registry.listSettlements(ctx));
  const kinds = await named(selectOwnKinds(ctx));
  return rows.map((row) => ({
    id: row.id,
    number: `${row.number}/${row.number_year}`,
    title: row.title,
    kind: row.kind,
    kindName: kinds.get(row.own_kind_id ?? "") ?? null,
    state: row.state,
    organiser: row.organiser,
    association: associations.get(row.association_id ?? "") ?? null,
    settlement: settlements.get(row.settlement_id ?? "") ?? null,
    date: row.date,
    untilDate: row.until_date,
    from: toLocal(row.starts_at, timeZone).time,
    until: toLocal(row.ends_at, timeZone).time,
    places: row.places,
  }));
}
