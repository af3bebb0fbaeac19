import { loadMunicipality, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { decodeText } from "../../office/encoding.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Files } from "../../platform/files.ts";
import { selectAssociations } from "../association/store.ts";
import { areaOf } from "../geometry/area.ts";
import { findCrossings } from "../geometry/crossing.ts";
import type { ReadFeature } from "../geometry/geojson.ts";
import { mend } from "../geometry/mend.ts";
import { repair } from "../geometry/repair.ts";
import { countPoints, type Shape } from "../geometry/shape.ts";
import { selectSettlements } from "../settlement/store.ts";
import { type Prepared, saveBoundaries } from "./actions-record.ts";
import { type ActInput, parseAct } from "./input.ts";
import { type Candidates, labelOf, type Matched, matchFeature } from "./match.ts";
import { findFault, MOST_BYTES, readPlaced, requireAgreement } from "./read-boundary.ts";
import { refuseBoundary } from "./refusals.ts";
import { selectBox, selectKeysInForce, selectLastNumbers, selectShapes } from "./store.ts";
import { findUpload, insertUpload } from "./store-upload.ts";
import type { Confirmation, UploadPreview, UploadRow, UploadState } from "./views.ts";

/** Takes a file of boundaries in; nothing is recorded. The same file again is the same upload. Refuses `boundary-file-large` and what reading it refuses. */
export async function takeUpload(
  ctx: Context<Tx>,
  files: Files,
  given: { readonly name: string; readonly bytes: Uint8Array },
): Promise<string> {
  requirePermission(ctx, "boundary.import");
  if (given.bytes.length > MOST_BYTES) refuseBoundary("boundary-file-large", { megabytes: MOST_BYTES / 1_000_000 });
  readPlaced(decode(given.bytes), await selectBox(ctx));
  const hash = await files.store(given.bytes);
  const name = given.name.trim().slice(0, 300) || "boundaries.geojson";
  if (await insertUpload(ctx, { hash, name })) {
    await writeAudit(ctx, {
      action: "boundary.import",
      subject: { kind: "boundary-upload", id: null },
      detail: { hash, name },
    });
  }
  return hash;
}

function decode(bytes: Uint8Array): string {
  return decodeText(bytes)?.text ?? "";
}

/** What would become of each object of a file. Refuses `boundary-upload-unknown`. */
export async function previewUpload(ctx: Context<Tx>, files: Files, hash: string): Promise<UploadPreview> {
  requirePermission(ctx, "boundary.import");
  const upload = await findUpload(ctx, hash);
  if (!upload) return refuseBoundary("boundary-upload-unknown");
  const { rows, question, passedBy } = await readRows(ctx, decode(await files.read(hash)));
  return {
    hash,
    name: upload.name,
    takenAt: upload.takenAt.toISOString(),
    question,
    passedBy,
    rows: rows.map(({ row }) => row),
  };
}

/** The objects that were chosen of a file become boundaries. `places` are those of the preview. */
export interface AcceptInput extends ActInput {
  readonly places: readonly number[];
  readonly confirmed: readonly Confirmation[];
}

/**
 * Records the chosen objects of an upload, all or none. One that crosses itself needs the agreement `repair`. Refuses
 * `boundary-upload-unknown`, `boundary-none-chosen`, the questions of `requireAgreement`, and what `saveBoundaries` refuses.
 */
export async function acceptUpload(
  ctx: Context<Tx>,
  files: Files,
  { hash, ...input }: AcceptInput & { readonly hash: string },
): Promise<readonly Id[]> {
  requirePermission(ctx, "boundary.import");
  if (!(await findUpload(ctx, hash))) return refuseBoundary("boundary-upload-unknown");
  return acceptFile(ctx, decode(await files.read(hash)), input);
}

/** The same of a text at hand; `places` null means all that can be recorded. */
export async function acceptFile(
  ctx: Context<Tx>,
  text: string,
  { places, confirmed, ...given }: Omit<AcceptInput, "places"> & { readonly places: readonly number[] | null },
): Promise<readonly Id[]> {
  requirePermission(ctx, "boundary.import");
  const agreed = new Set(confirmed);
  const { rows, question } = await readRows(ctx, text);
  if (question) requireAgreement(question, agreed);
  const { act, since } = parseAct(given);
  const last = await selectLastNumbers(ctx);
  const prepared: Prepared[] = [];
  for (const { row, shape } of rows) {
    const { subject, state } = row;
    const isChosen = places === null || places.includes(row.place);
    if (!isChosen || !subject || !shape || !canRecord(state, agreed)) continue;
    const own = { kind: subject.kind, id: subject.id };
    const mended = state === "crossing" ? repair(shape) : shape;
    if (mended) prepared.push({ subject: own, shape: mended, act, since, last: last.get(subject.id) ?? 0 });
  }
  if (prepared.length === 0) refuseBoundary("boundary-none-chosen");
  return saveBoundaries(ctx, prepared);
}

function canRecord(state: UploadState, agreed: ReadonlySet<Confirmation>): boolean {
  return state === "new" || state === "changed" || (state === "crossing" && agreed.has("repair"));
}

interface ReadRow {
  readonly row: UploadRow;
  readonly shape: Shape | null;
}

async function readRows(ctx: Context<Tx>, text: string) {
  const { features, placing, passedBy } = readPlaced(text, await selectBox(ctx));
  const candidates = await loadCandidates(ctx);
  const inForce = await selectKeysInForce(ctx, ctx.today);
  const matches = features.map(({ properties }) => matchFeature(properties, candidates));
  const known = new Set(matches.map((match) => match?.id));
  const wanted = inForce.filter(({ subjectId }) => known.has(subjectId)).map(({ id }) => id);
  const current = new Map((await selectShapes(ctx, wanted)).map(({ subjectId, shape }) => [subjectId, shape]));
  const seen = new Set<Id>();
  const rows = features.map((feature, index): ReadRow => {
    const match = matches[index] ?? null;
    const isTwice = match !== null && seen.has(match.id);
    if (match) seen.add(match.id);
    const read = readRow(feature, match, match ? (current.get(match.id) ?? null) : null);
    return isTwice ? { ...read, row: { ...read.row, state: "twice" } } : read;
  });
  const question = placing === "right" || placing === "foreign" ? null : placing;
  return { rows, question, passedBy };
}

async function loadCandidates(ctx: Context<Tx>): Promise<Candidates> {
  const { name } = await loadMunicipality(ctx);
  return {
    municipalityId: ctx.municipalityId,
    municipality: name,
    settlements: await selectSettlements(ctx),
    associations: await selectAssociations(ctx),
  };
}

function readRow({ place, properties, raw }: ReadFeature, subject: Matched | null, current: Shape | null): ReadRow {
  const base = { place, label: labelOf(properties, place), subject, squareMetres: null, points: 0, crossings: [] };
  if (findFault(raw)) return { row: { ...base, state: "too-detailed" }, shape: null };
  const shape = mend(raw);
  if (!shape) return { row: { ...base, state: "empty" }, shape };
  const crossings = findCrossings(shape).slice(0, 3);
  const state = stateOf({ subject, crossings, shape, current });
  const squareMetres = crossings.length > 0 ? null : areaOf(shape);
  return { row: { ...base, state, squareMetres, points: countPoints(shape), crossings }, shape };
}

interface Weighed {
  readonly subject: Matched | null;
  readonly crossings: readonly unknown[];
  readonly shape: Shape;
  readonly current: Shape | null;
}

function stateOf({ subject, crossings, shape, current }: Weighed): UploadState {
  if (!subject) return "unknown";
  if (crossings.length > 0) return "crossing";
  if (!current) return "new";
  return JSON.stringify(current) === JSON.stringify(shape) ? "same" : "changed";
}
