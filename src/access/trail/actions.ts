import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { loadNames } from "../people/store.ts";
import { notePersonalRead } from "../personal/store-person.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { loadMunicipality } from "../tenant/store.ts";
import { writeAudit } from "./store.ts";
import { listActions, listEntries, type StoredEntry, type TrailPlace } from "./store-read.ts";
import { loadKeys, openSealed } from "./store-seal.ts";
import {
  type FieldValue,
  isSealed,
  type ShownValue,
  type TrailFilter,
  type TrailPage,
  type TrailRow,
} from "./views.ts";

export const TRAIL_PAGE_ROWS = 50;
const EXPORT_BATCH = 1_000;
/** So many rows go into one file; more are narrowed by dates into several. */
export const EXPORT_ROWS = 50_000;

/** One page of the trail, newest first. `after` is the `next` of the page before it. Refuses `not-permitted`. */
export async function readTrail(ctx: Context<Tx>, filter: TrailFilter, after: string | null): Promise<TrailPage> {
  requirePermission(ctx, "trail.read");
  const page = await readPage(ctx, { filter, after: parsePlace(after), limit: TRAIL_PAGE_ROWS });
  await notePersonalRead(ctx, "trail", page.rows.flatMap(listOpened));
  return page;
}

/** The actions to choose from when the trail is narrowed. Refuses `not-permitted`. */
export async function listTrailActions(ctx: Context<Tx>): Promise<readonly string[]> {
  requirePermission(ctx, "trail.read");
  return listActions(ctx);
}

/** All rows of a filter, newest first. Refuses `not-permitted`, and `trail-too-long` where they are more than a file takes. */
export async function exportTrail(ctx: Context<Tx>, filter: TrailFilter): Promise<readonly TrailRow[]> {
  requirePermission(ctx, "trail.read");
  const rows: TrailRow[] = [];
  let after: string | null = null;
  do {
    const page: TrailPage = await readPage(ctx, { filter, after: parsePlace(after), limit: EXPORT_BATCH });
    rows.push(...page.rows);
    after = page.next;
    if (after !== null && rows.length >= EXPORT_ROWS) {
      throw new Refusal<AccessRefusalCode>("trail-too-long", { rows: EXPORT_ROWS });
    }
  } while (after !== null);
  await writeAudit(ctx, {
    action: "trail.export",
    subject: { kind: "trail", id: null },
    detail: { rows: rows.length },
  });
  return rows;
}

/** Whose data a row shows opened. */
function listOpened({ subject, fields }: TrailRow): readonly Id[] {
  const shows = fields.some(({ before, after }) => "sealed" in before || "sealed" in after);
  return shows && subject.kind === "person" && subject.id ? [subject.id] : [];
}

interface PageQuery {
  readonly filter: TrailFilter;
  readonly after: TrailPlace | null;
  readonly limit: number;
}

async function readPage(ctx: Context<Tx>, query: PageQuery): Promise<TrailPage> {
  const { timeZone } = await loadMunicipality(ctx);
  const found = await listEntries(ctx, { ...query, timeZone, limit: query.limit + 1 });
  const shown = found.slice(0, query.limit);
  const names = await loadNames(
    ctx,
    shown.flatMap((row) => row.actor_person_id ?? []),
  );
  const keys = await loadKeys(ctx.tx, shown.flatMap(listSealedPeople));
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => showRow(row, names, keys)),
    next: found.length > query.limit && last ? `${last.at.toISOString()}_${last.id}` : null,
  };
}

/** A place that was typed by hand and is none begins at the newest. */
function parsePlace(text: string | null): TrailPlace | null {
  const [at, id] = text?.split("_") ?? [];
  if (!at || !id || !/^[0-9a-f-]{36}$/.test(id) || Number.isNaN(Date.parse(at))) return null;
  return { at: new Date(at), id };
}

function listSealedPeople({ before, after }: StoredEntry): readonly Id[] {
  return [before, after].flatMap((fields) =>
    Object.values(fields ?? {}).flatMap((value) => (isSealed(value) ? [value.person] : [])),
  );
}

function showRow(row: StoredEntry, names: ReadonlyMap<Id, string>, keys: ReadonlyMap<Id, Buffer>): TrailRow {
  const fields = [...new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})])];
  return {
    id: row.id,
    number: row.number,
    hash: row.hash?.toString("hex") ?? null,
    at: row.at,
    actor: showActor(row, names),
    roles: row.role?.split(" ") ?? [],
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    basis: row.basis,
    refusal: row.refusal,
    detail: row.detail,
    fields: fields.map((name) => ({
      name,
      before: showValue(row.before?.[name], keys),
      after: showValue(row.after?.[name], keys),
    })),
  };
}

function showActor(row: StoredEntry, names: ReadonlyMap<Id, string>): TrailRow["actor"] {
  if (row.actor_person_id) {
    return { kind: "person", id: row.actor_person_id, name: names.get(row.actor_person_id) ?? null };
  }
  return row.actor_name === null ? { kind: "stranger" } : { kind: "system", name: row.actor_name };
}

function showValue(value: FieldValue | undefined, keys: ReadonlyMap<Id, Buffer>): ShownValue {
  if (value === undefined || value === null) return { state: "none" };
  if (!isSealed(value)) return { text: String(value) };
  const key = keys.get(value.person);
  return key ? { text: openSealed(key, value), sealed: true } : { state: "destroyed" };
}
