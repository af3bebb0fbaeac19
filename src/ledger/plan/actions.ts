import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import { SOURCES } from "../../programme/contract.ts";
import { selectBalances } from "../balance/store.ts";
import { type Frame, loadFrame, sourceOf } from "../entry/actions-frame.ts";
import { showActivity } from "../entry/actions-show.ts";
import { parseDate } from "../input.ts";
import { loadAlignmentDay } from "./actions-day.ts";
import { holdAgainstDecision } from "./alignment.ts";
import { findDifferences, sumPlans } from "./differences.ts";
import { selectSpent, selectStated } from "./store.ts";
import type { PlanRow, Reconciliation, Said } from "./views.ts";

interface PlanQuery {
  readonly year: number;
  readonly on: string;
}

/**
 * The plans of a year side by side on a day, where they differ and by which document: the programme before the year and
 * then, the budget decision, the budget list, what was paid and what was performed. Refuses `not-permitted`,
 * `ledger-date-wrong`.
 */
export async function reconcile(ctx: Context<Tx>, given: PlanQuery): Promise<Reconciliation> {
  requirePermission(ctx, "ledger.read");
  const query = { year: given.year, on: parseDate(given.on) };
  const rows = await loadPlans(ctx, query);
  const alignmentDay = await loadAlignmentDay(ctx);
  const alignBy = `${query.year}-${alignmentDay.day}`;
  return { ...query, rows, totals: sumPlans(rows), alignments: holdAgainstDecision(rows), alignmentDay, alignBy };
}

/** The lines of which anybody says anything, in the order of the document. */
export async function loadPlans(ctx: Context<Tx>, query: PlanQuery): Promise<readonly PlanRow[]> {
  const frame = await loadFrame(ctx);
  const stated = Map.groupBy(await selectStated(ctx, query), keyOf);
  const spent = new Map((await loadSpent(ctx, query)).map((line) => [keyOf(line), line]));
  const rows = [...new Set([...stated.keys(), ...spent.keys()])].flatMap((key): PlanRow[] => {
    const [activityId = "", sourceId = ""] = key.split(" ");
    const activity = showActivity(frame, activityId);
    if (!activity) return [];
    const words: readonly Said[] = stated.get(key) ?? [];
    const said = Object.fromEntries(words.map((word) => [word.authority, word]));
    const { cash, actual } = spent.get(key) ?? { cash: 0n, actual: 0n };
    if (words.every(({ kopecks }) => kopecks === 0n) && cash === 0n && actual === 0n) return [];
    return [{ activity, source: sourceOf(frame, sourceId), said, cash, actual, differences: findDifferences(said) }];
  });
  return sortRows(frame, rows);
}

interface Spent {
  readonly activityId: Id;
  readonly sourceId: Id;
  readonly cash: Kopecks;
  readonly actual: Kopecks;
}

/** Of today and later the balances say it; of an earlier day the journal is added up until then. */
async function loadSpent(ctx: Context<Tx>, query: PlanQuery): Promise<readonly Spent[]> {
  if (query.on < ctx.today) return selectSpent(ctx, query);
  const balances = await selectBalances(ctx, { year: query.year });
  return balances.map(({ net, performed, ...line }) => ({ ...line, cash: net, actual: performed }));
}

function keyOf({ activityId, sourceId }: { readonly activityId: Id; readonly sourceId: Id }): string {
  return `${activityId} ${sourceId}`;
}

function sortRows({ activities }: Frame, rows: readonly PlanRow[]): readonly PlanRow[] {
  const places = new Map([...activities.keys()].map((id, at) => [id, at]));
  const placeOf = ({ activity }: PlanRow) => places.get(activity.id) ?? 0;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b) || SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));
}
