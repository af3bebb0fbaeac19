import { loadNames, may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { addDays } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FindCounted } from "../actions-tell.ts";
import { type Frame, loadFrame } from "../event/actions-frame.ts";
import { type LoadedEvent, loadEvents } from "../event/actions-load.ts";
import { listMissing, listUndocumented } from "../event/actions-move.ts";
import { nameRows } from "../list/actions.ts";
import { selectPaperKinds } from "../paper/store.ts";
import { selectSlotCounts } from "../reception/store-slot.ts";
import { findStep } from "./step.ts";
import { type Owner, selectOpenIds, selectOpenQuestions } from "./store.ts";
import { AHEAD_DAYS, type OwnWaiting, WAITING_SHOWN, WAITING_STEPS, type WaitingEvent } from "./views.ts";

const NOTHING: OwnWaiting = { events: [], hasMore: false, questions: [] };

/**
 * The events of the actor's own associations and settlements, and those for which they answer, that wait for something or come
 * soon, and the questions without an answer. Nothing for those who hold no role in an association or a settlement.
 */
export async function listOwnWaiting(ctx: Context<Tx>, findCounted: FindCounted): Promise<OwnWaiting> {
  const owner = findOwner(ctx);
  if (owner === null) return NOTHING;
  const events = await loadEvents(ctx, await selectOpenIds(ctx, owner, addDays(ctx.today, AHEAD_DAYS)));
  const frame = await loadFrame(ctx, []);
  const waiting = await judge(ctx, { frame, findCounted }, events);
  const shown = waiting.slice(0, WAITING_SHOWN);
  const questions = await selectOpenQuestions(ctx, owner, WAITING_SHOWN);
  const names = await loadNames(
    ctx,
    questions.map(({ ownerId }) => ownerId),
  );
  return {
    events: shown,
    hasMore: waiting.length > shown.length,
    questions: questions.map(({ ownerId, ...question }) => ({
      ...question,
      owner: names.get(ownerId) ?? "",
      isLate: question.dueDate < ctx.today,
    })),
  };
}

function findOwner({ actor }: Context<Tx>): Owner | null {
  if (actor.kind !== "person" || !may(actor, "event.read")) return null;
  const subjectIds = actor.holdings.flatMap(({ role, subjectId }) =>
    subjectId && (role === "settlement" || role === "chair") ? [subjectId] : [],
  );
  return subjectIds.length > 0 ? { subjectIds, personId: actor.personId } : null;
}

/** By what is most pressing, then by day. */
async function judge(
  ctx: Context<Tx>,
  { frame, findCounted }: { readonly frame: Frame; readonly findCounted: FindCounted },
  events: readonly LoadedEvent[],
): Promise<readonly WaitingEvent[]> {
  const ids = events.map(({ row }) => row.id);
  const counted = await findCounted(ctx, ids);
  const papers = await selectPaperKinds(ctx, ids);
  const slots = await selectSlotCounts(ctx, ids);
  const rows = await nameRows(
    ctx,
    events.map(({ row, fields }) => ({ ...row, places: fields.sites.map(({ place }) => place) })),
  );
  const waiting = events.flatMap((event, at): readonly WaitingEvent[] => {
    const { id, state, ends_at: endsAt } = event.row;
    const undocumented = listUndocumented(frame, event, papers.get(id) ?? []);
    const step = findStep({ state, endsAt, isCounted: counted.has(id), undocumented }, ctx.now);
    const row = rows[at];
    if (step === null || !row) return [];
    const lacks = { announce: listMissing(frame, event, slots.get(id) ?? 0), settle: [], come: [] };
    return [{ ...row, step, missing: { count: undocumented, document: undocumented, confirm: [], ...lacks }[step] }];
  });
  const weigh = ({ step }: WaitingEvent) => WAITING_STEPS.indexOf(step);
  return waiting.toSorted((a, b) => weigh(a) - weigh(b) || a.date.localeCompare(b.date));
}
