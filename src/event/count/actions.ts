import { loadMunicipality, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { loadAttendanceFrame, requireBegun, requireOpen, requireSite } from "../attendance/actions-frame.ts";
import { refuseAttendance } from "../attendance/refusals.ts";
import { refreshTurnout } from "../attendance/store.ts";
import { COUNT_METHODS, type CountMethod, NOTE_LIMIT, PEOPLE_LIMIT } from "../attendance/views.ts";
import { hasPaper } from "../paper/store.ts";
import { replaceCount } from "./store.ts";

export interface CountInput {
  readonly eventId: string;
  readonly siteId: string;
  readonly people: string;
  readonly method: string;
  readonly note?: string;
  /** A photograph or tickets among the event's papers; empty for none. */
  readonly evidencePaperId?: string;
}

/**
 * Records how many there were at a site by head, in the place of an earlier count. Refuses `attendance-people`,
 * `attendance-method`, `attendance-evidence`, `attendance-note`, `attendance-site-unknown`, `attendance-early`,
 * `attendance-closed` and by the permission table.
 */
export async function countHeads(ctx: Context<Tx>, input: CountInput): Promise<void> {
  const frame = await loadAttendanceFrame(ctx, input.eventId);
  const site = await requireSite(ctx, frame, input.siteId);
  requireOpen(frame.event);
  requireBegun(ctx, frame.event, (await loadMunicipality(ctx)).timeZone);
  const people = parsePeople(input.people);
  const method = COUNT_METHODS.find((name) => name === input.method) ?? refuseAttendance("attendance-method");
  const note = parseNote(input.note ?? "", method);
  const evidencePaperId = await findEvidence(ctx, frame.event.id, input.evidencePaperId ?? "");
  if ((method === "photo" || method === "tickets") && evidencePaperId === null && note === "") {
    refuseAttendance("attendance-evidence");
  }
  const count = { id: newId(), eventId: frame.event.id, siteId: site.id, people, method, note, evidencePaperId };
  await replaceCount(ctx, count);
  await refreshTurnout(ctx, frame.event.id);
  await writeAudit(ctx, {
    action: "event.work",
    subject: { kind: "event", id: frame.event.id },
    detail: { step: "count", siteId: site.id },
    after: { people, method, note, evidencePaperId },
  });
}

function parsePeople(text: string): number {
  const digits = text.replace(/\s/g, "");
  const people = /^\d{1,7}$/.test(digits) ? Number(digits) : PEOPLE_LIMIT + 1;
  return people <= PEOPLE_LIMIT ? people : refuseAttendance("attendance-people", { limit: PEOPLE_LIMIT });
}

function parseNote(text: string, method: CountMethod): string {
  const note = text.replaceAll("\u0000", "").trim();
  const isWrong = note.length > NOTE_LIMIT || (method === "estimate" && note === "");
  return isWrong ? refuseAttendance("attendance-note", { limit: NOTE_LIMIT }) : note;
}

async function findEvidence(ctx: Context<Tx>, eventId: Id, paperId: string): Promise<Id | null> {
  if (paperId === "") return null;
  const isOwn = isId(paperId) && (await hasPaper(ctx, { eventId, paperId }));
  return isOwn ? paperId.toLowerCase() : refuseAttendance("attendance-evidence");
}
