import { writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { recordMarks } from "../attendance/actions.ts";
import { BATCH_LIMIT } from "../attendance/views.ts";
import { makeVisitorPlan, nameIds, requireWhole } from "./actions.ts";
import type { PlannedPerson, PlannedVisit, VisitorPlan } from "./plan.ts";
import { refuseVisitors } from "./refusals.ts";
import { endImport, lockVisitors } from "./store.ts";
import type { VisitorResult, VisitorTable } from "./views.ts";

/** Told how many visits of how many are written; false stops the import. */
export type TellProgress = (done: number, total: number) => Promise<boolean>;

interface Accepting extends VisitorTable {
  /** The import whose end is noted with what it writes; null of the command, which waits for it. */
  readonly importId: Id | null;
  readonly tell: TellProgress;
}

/**
 * Takes a table of visitors in, whole or not at all, by the same action as the page and the phones. Taken in twice it counts once:
 * names are recognised and marks are there. Refuses as the preview, what still stands in the way, and `visitors-stopped`.
 */
export async function acceptVisitors(ctx: Context<Tx>, given: Accepting): Promise<VisitorResult> {
  const { importId } = given;
  await lockVisitors(ctx);
  const { plan } = await makeVisitorPlan(ctx, given);
  requireWhole(plan);
  const result = await writeVisits(ctx, plan, given.tell);
  await writeAudit(ctx, {
    action: "event.work",
    subject: { kind: "attendance-import", id: importId },
    detail: { ...result },
  });
  const isEnded = importId === null || (await endImport(ctx, { id: importId, state: "done", result, code: null }));
  // Who stopped it at the last moment was told that nothing is stored.
  if (!isEnded) refuseVisitors("visitors-stopped");
  return result;
}

async function writeVisits(ctx: Context<Tx>, plan: VisitorPlan, tell: TellProgress): Promise<VisitorResult> {
  const ids = nameIds(plan.people);
  const people = new Map(plan.people.map((person) => [person.key, person]));
  const skipped = plan.rows.filter(({ state }) => state === "skipped").length;
  const result = { people: plan.people.length, marks: 0, already: 0, late: 0, skipped };
  let written = 0;
  for (const batch of listBatches(plan.visits)) {
    const fresh = takeFresh(people, batch);
    const outcome = await recordMarks(ctx, batch[0]?.eventId ?? "", {
      channel: "import",
      participants: fresh.map(({ key, ...person }) => ({ ...person, id: ids.get(key) ?? "", consent: true })),
      marks: batch.map(({ siteId, visitor }) => ({ id: newId(), siteId, participantId: ids.get(visitor) ?? visitor })),
    });
    // What the plan did not foresee was changed since: whole or not at all.
    if (outcome.refused.length > 0) refuseVisitors("visitors-errors", { count: outcome.refused.length });
    result.marks += outcome.done.length;
    result.already += outcome.already.length;
    result.late += outcome.late.length;
    written += batch.length;
    if (!(await tell(written, plan.visits.length))) refuseVisitors("visitors-stopped");
  }
  return result;
}

/** Visits by event, in one order for everybody, so that two writers never wait for each other crosswise. */
function* listBatches(visits: readonly PlannedVisit[]): Generator<readonly PlannedVisit[]> {
  const byEvent = Map.groupBy(visits, ({ eventId }) => eventId);
  for (const id of [...byEvent.keys()].toSorted()) {
    const own = byEvent.get(id) ?? [];
    for (let at = 0; at < own.length; at += BATCH_LIMIT) yield own.slice(at, at + BATCH_LIMIT);
  }
}

/** People of a batch who have not been entered yet; each is entered once. */
function takeFresh(people: Map<string, PlannedPerson>, batch: readonly PlannedVisit[]): readonly PlannedPerson[] {
  return batch.flatMap(({ visitor }) => {
    const person = people.get(visitor);
    people.delete(visitor);
    return person ? [person] : [];
  });
}
