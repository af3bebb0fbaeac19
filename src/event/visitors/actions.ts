import { may, mayAnywhere, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import { fillSentence, type RefusalText } from "../../kernel/refusal.ts";
import type { Grid } from "../../office/grid/heads.ts";
import { readGrids } from "../../office/grid/read-grids.ts";
import { readGrid, writeGrid } from "../../office/grid/values.ts";
import type { Tx } from "../../platform/database/index.ts";
import { attendanceRefusals } from "../attendance/refusals.ts";
import { loadVisitorFrame } from "./actions-frame.ts";
import { findVisitorHeads } from "./heads.ts";
import { planVisitors, type VisitorPlan } from "./plan.ts";
import { refuseVisitors, visitorRefusals } from "./refusals.ts";
import { endImport, insertImport, selectImport } from "./store.ts";
import type { VisitorPreview, VisitorProgress, VisitorRow, VisitorTable } from "./views.ts";

const MOST_ROWS = 20_000;
/** So many rows and errors a page shows; with them mended it shows the next. */
const SHOWN = 200;

/** The table of a file of visitors, as text. Refuses `visitors-no-table`, and as the reader of documents does. */
export async function readVisitorFile(bytes: Uint8Array): Promise<string> {
  const tables = await readGrids(bytes);
  const found = tables.find((grid) => findVisitorHeads(grid, {}) !== null) ?? tables[0];
  return found ? writeGrid(found) : refuseVisitors("visitors-no-table");
}

/**
 * What would become of a table of visitors, and what stands in the way; nothing is stored. Refuses `not-permitted`,
 * `visitors-no-heads`, `visitors-many`.
 */
export async function previewVisitors(ctx: Context<Tx>, given: VisitorTable): Promise<VisitorPreview> {
  const { plan, grid } = await makeVisitorPlan(ctx, given);
  const { rows, errors } = plan;
  const counts = { new: 0, known: 0, again: 0, ask: 0, skipped: 0, error: 0 } satisfies Record<
    VisitorRow["state"],
    number
  >;
  for (const { state } of rows) counts[state]++;
  return {
    columns: plan.columns,
    shown: rows.filter(({ row, state }) => state === "ask" || given.answers.rows[row] !== undefined).slice(0, SHOWN),
    counts,
    errors: errors.slice(0, SHOWN).map((error) => ({ ...error, sentence: say(ctx, error) })),
    errorCount: errors.length,
    late: plan.late,
    unsigned: plan.unsigned,
    text: writeGrid(grid),
  };
}

const SENTENCES: Readonly<Record<string, RefusalText>> = { ...attendanceRefusals, ...visitorRefusals };

function say(ctx: Context, { code, values }: Pick<VisitorPlan["errors"][number], "code" | "values">): string {
  return fillSentence(SENTENCES[code]?.[ctx.language] ?? code, values);
}

/** A table with what a person typed over its cells, and what would become of it. Refuses as `previewVisitors`. */
export async function makeVisitorPlan(
  ctx: Context<Tx>,
  { text, answers }: VisitorTable,
): Promise<{ readonly plan: VisitorPlan; readonly grid: Grid }> {
  requireSomeEvent(ctx);
  const grid = readGrid(text).map((row, at) =>
    row.map((cell, place) => answers.cells[`${at + 1}:${place + 1}`] ?? cell),
  );
  if (grid.length > MOST_ROWS) refuseVisitors("visitors-many", { limit: MOST_ROWS });
  const heads = findVisitorHeads(grid, answers.columns);
  if (!heads) return refuseVisitors("visitors-no-heads");
  const plan = planVisitors(grid, answers, await loadVisitorFrame(ctx, { grid, heads, answers }));
  return { plan: plan ?? refuseVisitors("visitors-no-heads"), grid };
}

/** Whoever works at some event may read a table; rows of others' events are errors of the row. */
function requireSomeEvent(ctx: Context<Tx>): void {
  if (!mayAnywhere(ctx.actor, "event.work")) requirePermission(ctx, "event.work");
}

/** Refuses `visitors-errors`, `visitors-questions` and `visitors-nothing`. */
export function requireWhole({ rows, errors, visits }: VisitorPlan): void {
  if (errors.length > 0) refuseVisitors("visitors-errors", { count: errors.length });
  const open = rows.filter(({ state }) => state === "ask").length;
  if (open > 0) refuseVisitors("visitors-questions", { count: open });
  if (visits.length === 0) refuseVisitors("visitors-nothing");
}

/** Begins to take a table in: refuses at once what would be refused later, and gives where its progress is told. */
export async function openVisitorImport(ctx: Context<Tx>, given: VisitorTable): Promise<Id> {
  const { plan } = await makeVisitorPlan(ctx, given);
  requireWhole(plan);
  return insertImport(ctx, plan.visits.length);
}

/** How far a table is. Refuses `visitors-unknown` to everybody but who began it and those who confirm events. */
export async function getVisitorImport(ctx: Context<Tx>, id: string): Promise<VisitorProgress> {
  const found = isId(id) ? await selectImport(ctx, id.toLowerCase()) : undefined;
  const isOwn = ctx.actor.kind === "person" && found?.byPersonId === ctx.actor.personId;
  if (!found || !(isOwn || may(ctx.actor, "event.confirm"))) return refuseVisitors("visitors-unknown");
  const { byPersonId: _, isSilent, code, ...rest } = found;
  const state = found.state === "running" && isSilent ? "stalled" : found.state;
  const sentence = code === null ? null : say(ctx, { code, values: {} });
  return { ...rest, state, sentence };
}

/** Stops a table on its way in; nothing of it is stored. Refuses `visitors-unknown`. */
export async function stopVisitorImport(ctx: Context<Tx>, id: string): Promise<void> {
  const { id: own } = await getVisitorImport(ctx, id);
  if (!(await endImport(ctx, { id: own, state: "cancelled", result: null, code: null }))) return;
  await writeAudit(ctx, {
    action: "event.work",
    subject: { kind: "attendance-import", id: own },
    detail: { step: "stopped" },
  });
}

/** Ids for people whom a table brings, by the key of their row. */
export function nameIds(people: VisitorPlan["people"]): ReadonlyMap<string, Id> {
  return new Map(people.map(({ key }) => [key, newId()]));
}
