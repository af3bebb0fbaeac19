import { loadMunicipality, notePersonalRead } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type BatchOutcome, recordMarks } from "../attendance/actions.ts";
import { loadAttendanceFrame, requireOpen, requireSite } from "../attendance/actions-frame.ts";
import { requireWorker } from "../attendance/actions-read.ts";
import { refuseAttendance } from "../attendance/refusals.ts";
import { BATCH_LIMIT, SHEET_ROWS } from "../attendance/views.ts";
import type { EventCard, Site } from "../contract.ts";
import { getEvent } from "../event/actions-read.ts";
import { requireConsentText } from "../participant/actions.ts";
import { resolveParticipants, searchParticipants } from "../participant/store.ts";
import { insertSheet, type Sheet, type SheetRow, selectSheet, updateRows } from "./store.ts";

export interface SheetInput {
  readonly eventId: string;
  readonly siteId: string;
  /** Empty rows to print, 1 to 200. */
  readonly emptyRows?: number;
  /** Prints the names of people of the event's association that came before. */
  readonly known?: boolean;
}

/**
 * Makes «лист регистрации» for a site: rows with codes, with the names of people who came before and empty ones below.
 * Refuses as `requireSite`, `attendance-closed`, `attendance-no-text` since the sheet carries the consent.
 */
export async function makeSheet(ctx: Context<Tx>, input: SheetInput): Promise<Id> {
  const frame = await loadAttendanceFrame(ctx, input.eventId);
  const site = await requireSite(ctx, frame, input.siteId);
  requireOpen(frame.event);
  await requireConsentText(ctx);
  const associationId = site.associationId ?? frame.event.associationId;
  const known =
    input.known === true && associationId !== null
      ? await searchParticipants(ctx, { text: "", associationId, at: null, limit: 200 })
      : [];
  const names = known.toSorted((a, b) => a.name.localeCompare(b.name, "ru")).map(({ id }) => id);
  const empty = Math.min(200, Math.max(1, input.emptyRows ?? SHEET_ROWS));
  const participantIds = [...names, ...Array.from({ length: empty }, () => null)];
  return insertSheet(ctx, { eventId: frame.event.id, siteId: site.id, participantIds });
}

export interface SheetView {
  readonly sheet: Sheet;
  readonly event: EventCard;
  readonly site: Site;
  readonly consent: string;
  readonly municipality: string;
}

/** A sheet to print or to enter. Refuses `attendance-sheet-unknown` and as `requireWorker`. */
export async function getSheet(ctx: Context<Tx>, id: string): Promise<SheetView> {
  const sheet = await requireSheet(ctx, id);
  const event = await getEvent(ctx, sheet.eventId);
  const site = (await requireWorker(ctx, event)).find(({ id: siteId }) => siteId === sheet.siteId);
  if (!site) return refuseAttendance("attendance-site-unknown");
  const { body } = await requireConsentText(ctx);
  await notePersonalRead(
    ctx,
    "event.sheet",
    sheet.rows.flatMap(({ participantId }) => participantId ?? []),
  );
  return { sheet, event, site, consent: body, municipality: (await loadMunicipality(ctx)).name };
}

async function requireSheet(ctx: Context<Tx>, id: string): Promise<Sheet> {
  const sheet = isId(id) ? await selectSheet(ctx, id.toLowerCase()) : undefined;
  return sheet ?? refuseAttendance("attendance-sheet-unknown");
}

/** A row as it is typed from paper; the code on the paper is the sheet's number and the position. */
export interface SheetEntry {
  readonly position: number;
  /** Of an empty row: whom one picked, or the name that stands there. */
  readonly participantId?: string;
  readonly name?: string;
  readonly birthYear?: string;
  /** The row is signed: they came, and agree to being named. */
  readonly signed: boolean;
}

/**
 * Enters a sheet that came back from the door. Only signed rows become marks; a row entered twice is one. Refuses
 * `attendance-sheet-unknown` and as `recordMarks`; rows that cannot be taken are named in the outcome by their mark.
 */
export async function enterSheet(
  ctx: Context<Tx>,
  given: { readonly sheetId: string; readonly entries: readonly SheetEntry[] },
): Promise<{ readonly outcome: BatchOutcome; readonly refusedRows: readonly number[] }> {
  const sheet = await requireSheet(ctx, given.sheetId);
  const { event, sites } = await loadAttendanceFrame(ctx, sheet.eventId);
  if (given.entries.length > BATCH_LIMIT) refuseAttendance("attendance-batch", { limit: BATCH_LIMIT });
  const associationId = sites.get(sheet.siteId)?.associationId ?? event.associationId;
  const filled = given.entries.flatMap((entry) => fillRow({ sheet, associationId }, entry));
  const now = new Date(Math.min(ctx.now.getTime(), event.startsAt.getTime()));
  const outcome = await recordMarks(ctx, event.id, {
    channel: "sheet",
    participants: filled.flatMap(({ person }) => (person ? [person] : [])),
    marks: filled.map(({ row, participantId }) => ({
      id: row.markId,
      siteId: sheet.siteId,
      participantId,
      markedAt: now.toISOString(),
    })),
  });
  const refused = new Set(outcome.refused.map(({ id }) => id));
  const isRefused = ({ row, participantId }: Filled) => refused.has(row.markId) || refused.has(participantId);
  const there = await resolveParticipants(
    ctx,
    filled.map(({ participantId }) => participantId),
  );
  await updateRows(
    ctx,
    sheet.id,
    filled
      .filter((one) => !isRefused(one) && there.has(one.participantId))
      .map(({ row, participantId }) => ({ position: row.position, participantId })),
  );
  return { outcome, refusedRows: filled.filter(isRefused).map(({ row }) => row.position) };
}

interface Filled {
  readonly row: SheetRow;
  readonly participantId: Id;
  readonly person?: { id: Id; name: string; birthYear: string; associationId: Id | null; consent: boolean };
}

/** Somebody new is taken for one of the association's people, so that its next sheet prints the name. Nothing where the row is unknown, not signed, or has nobody in it. */
function fillRow(
  { sheet, associationId }: { readonly sheet: Sheet; readonly associationId: Id | null },
  entry: SheetEntry,
): readonly Filled[] {
  const row = sheet.rows.find(({ position }) => position === entry.position);
  if (!row || !entry.signed) return [];
  const picked = row.participantId ?? (entry.participantId && isId(entry.participantId) ? entry.participantId : null);
  if (picked !== null) return [{ row, participantId: picked.toLowerCase() }];
  const name = entry.name?.trim() ?? "";
  if (name === "") return [];
  const id = newId();
  return [
    { row, participantId: id, person: { id, name, birthYear: entry.birthYear ?? "", associationId, consent: true } },
  ];
}
