import { raiseRevision, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { requireOpen } from "../event/actions-change.ts";
import { loadRules, ruleOf } from "../event/actions-frame.ts";
import { type LoadedEvent, requireEvent } from "../event/actions-load.ts";
import { mayReadEvents } from "../event/actions-read.ts";
import { requireKeep } from "../event/actions-require.ts";
import { refuseEvent } from "../refusals.ts";
import type { PreparedPaper } from "./actions-prepare.ts";
import { insertPapers, type Paper, selectPaper, selectPapers, updateRemoved } from "./store.ts";

/** Names a prepared file at an event. Refuses `event-unknown`, `event-closed` and `papers-many`. */
export async function addPaper(ctx: Context<Tx>, eventId: string, prepared: PreparedPaper): Promise<Id> {
  const event = await requireKept(ctx, eventId);
  const limit = 500;
  if ((await selectPapers(ctx, event.row.id)).length >= limit) refuseEvent("papers-many", { limit });
  const paper = { id: newId(), eventId: event.row.id, ...prepared };
  await insertPapers(ctx, [paper]);
  await notePaper(ctx, event, { paper, step: "paper-added" });
  return paper.id;
}

/** Takes a paper away: nobody is shown it any more. Refuses `paper-unknown` and `event-closed`. */
export async function removePaper(ctx: Context<Tx>, paperId: string): Promise<void> {
  const paper = isId(paperId) ? await selectPaper(ctx, paperId) : undefined;
  if (!paper) return refuseEvent("paper-unknown");
  const event = await requireKept(ctx, paper.eventId);
  await updateRemoved(ctx, paper.id);
  await notePaper(ctx, event, { paper, step: "paper-removed" });
}

/** Asks beforehand whether a file may be attached: drawing it anew takes time. Refuses as `addPaper`. */
export async function requirePaperRight(ctx: Context<Tx>, eventId: string): Promise<void> {
  await requireKept(ctx, eventId);
}

async function requireKept(ctx: Context<Tx>, eventId: string): Promise<LoadedEvent> {
  const event = await requireEvent(ctx, eventId, { lock: true });
  requireKeep(ctx, event.card, ruleOf(await loadRules(ctx), event.fields));
  requireOpen(event);
  return event;
}

async function notePaper(
  ctx: Context<Tx>,
  { row }: LoadedEvent,
  { paper, step }: { readonly paper: Pick<Paper, "id" | "kind" | "name" | "hash" | "isPublic">; readonly step: string },
): Promise<void> {
  const { kind, name, hash } = paper;
  await writeAudit(ctx, {
    action: "event.keep",
    subject: { kind: "event", id: row.id },
    detail: { step, paper: paper.id },
    after: { kind, name, hash },
  });
  if (row.announced_at !== null && paper.isPublic) await raiseRevision(ctx);
}

/** A paper that the actor may open: of a public event what is public, all to who may see all events. Refuses `paper-unknown`. */
export async function findPaper(ctx: Context<Tx>, paperId: string): Promise<Paper> {
  const paper = isId(paperId) ? await selectPaper(ctx, paperId) : undefined;
  if (!paper) return refuseEvent("paper-unknown");
  if (mayReadEvents(ctx)) return paper;
  const { row } = await requireEvent(ctx, paper.eventId);
  return paper.isPublic && row.announced_at !== null ? paper : refuseEvent("paper-unknown");
}
