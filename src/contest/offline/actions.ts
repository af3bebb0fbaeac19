import { createHash } from "node:crypto";
import { loadMunicipality, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import type { Id } from "../../kernel/id.ts";
import { addDays, toLocal } from "../../kernel/times.ts";
import { writePaper } from "../../office/docx-write/write-docx.ts";
import { readInWorker } from "../../office/worker.ts";
import { writeWorkbook } from "../../office/xlsx-write/write-xlsx.ts";
import type { Tx } from "../../platform/database/index.ts";
import { beginApplication, requireOwn, saveApplication } from "../application/actions.ts";
import { contentShape } from "../application/contract.ts";
import { selectFiles } from "../application/store-kept.ts";
import { requireCall } from "../call/actions.ts";
import type { Terms } from "../call/contract.ts";
import { parseTerms } from "../call/input.ts";
import { type StoredCall, selectContests } from "../call/store.ts";
import { refuseContest } from "../refusals.ts";
import type { FormFormat, FormPreview } from "./contract.ts";
import type { FormFacts } from "./form.ts";
import { layOutBook } from "./lay-out-book.ts";
import { layOutForm } from "./lay-out-paper.ts";
import { describeQuestions, FORM_VERSION, findMark, printMark } from "./layout.ts";
import { readForm } from "./read-form.ts";
import { type FormTables, readTables, tablesShape } from "./read-tables.ts";

const fingerprintOf = (terms: Terms): string =>
  createHash("sha256").update(describeQuestions(terms)).digest("hex").slice(0, 12);

/**
 * The form of an announced call as a file to be filled in without a network: its own questions, lists, papers and criteria, and
 * the mark by which it is known again. Everybody may have it. Refuses `contest-unknown`, `application-not-open`.
 */
export async function drawForm(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly format: FormFormat },
): Promise<Uint8Array> {
  const call = await requireCall(ctx, given.callId);
  if (call.state !== "announced") refuseContest("application-not-open");
  const facts = await gatherFacts(ctx, call);
  return given.format === "xlsx" ? writeWorkbook(layOutBook(facts)) : writePaper(layOutForm(facts));
}

async function gatherFacts(ctx: Context<Tx>, call: StoredCall): Promise<FormFacts> {
  const terms = parseTerms(call.terms);
  const { timeZone } = await loadMunicipality(ctx);
  return {
    contest: (await selectContests(ctx)).find(({ id }) => id === call.contestId)?.name ?? "",
    ...{ year: call.year, until: sayUntil(call.closesAt, timeZone), terms },
    mark: printMark({ version: FORM_VERSION, callId: call.id, fingerprint: fingerprintOf(terms) }),
    filled: { content: contentShape.parse({}), team: [] },
  };
}

/** The end of a day is its 24:00. */
function sayUntil(at: Date, timeZone: string): string {
  const { date, time } = toLocal(at, timeZone);
  return time === "00:00" ? `${printDay(addDays(date, -1))} 24:00` : `${printDay(date)} ${time}`;
}

/** The lines of an uploaded form, read in a worker. Refuses as the reader of documents does. */
export const openForm = async (bytes: Uint8Array): Promise<FormTables> => readTables(await readInWorker(bytes));

interface GivenForm {
  readonly callId: string;
  /** As `openForm` gave them. */
  readonly tables: unknown;
  /** The draft that it is to fill; empty for another application. */
  readonly applicationId: string;
}

/**
 * What a filled form comes to; nothing is stored. Refuses `not-permitted`, `contest-unknown`, `form-foreign`, `form-older`,
 * `form-other-call`, `application-unknown`.
 */
export async function previewForm(ctx: Context<Tx>, given: GivenForm): Promise<FormPreview> {
  const { actor } = ctx;
  const held = actor.kind === "person" ? actor.holdings.flatMap(({ subjectId }) => subjectId ?? []) : [];
  requirePermission(ctx, "application.write", held);
  const call = await requireCall(ctx, given.callId);
  const terms = parseTerms(call.terms);
  const tables = parseTables(given.tables);
  requireMark(tables, { callId: call.id, fingerprint: fingerprintOf(terms) });
  const files = given.applicationId === "" ? [] : await listFiles(ctx, given.applicationId);
  return { callId: call.id, isBook: tables.isBook, ...readForm(tables, terms, files) };
}

async function listFiles(ctx: Context<Tx>, applicationId: string): Promise<readonly string[]> {
  const { application } = await requireOwn(ctx, applicationId);
  return (await selectFiles(ctx, application.id)).map(({ paper }) => paper);
}

function parseTables(given: unknown): FormTables {
  const read = tablesShape.safeParse(given);
  return read.success ? read.data : refuseContest("form-foreign");
}

function requireMark({ mark: printed }: FormTables, own: { readonly callId: Id; readonly fingerprint: string }): void {
  const mark = findMark(printed) ?? refuseContest("form-foreign");
  if (mark.callId !== own.callId) refuseContest("form-other-call");
  if (mark.version !== FORM_VERSION || mark.fingerprint !== own.fingerprint) refuseContest("form-older");
}

/**
 * Takes a filled form: it becomes a draft of an association, or what stands in a draft. Whole or not at all. Refuses as
 * `previewForm`, `form-faults` while the preview has errors, and as `beginApplication` and `saveApplication` do.
 */
export async function acceptForm(
  ctx: Context<Tx>,
  given: GivenForm & { readonly version: string; readonly associationId: string; readonly kind: string },
): Promise<Id> {
  const { errors, content, team, callId, isBook } = await previewForm(ctx, given);
  if (errors.length > 0) refuseContest("form-faults", { count: errors.length });
  const isNew = given.applicationId === "";
  const own = { callId, associationId: given.associationId, kind: given.kind };
  const id = isNew ? await beginApplication(ctx, own) : await requireDraft(ctx, given.applicationId, callId);
  await saveApplication(ctx, { id, version: isNew ? "1" : given.version, content, team });
  await writeAudit(ctx, {
    action: "application.write",
    subject: { kind: "contest-application", id },
    detail: { imported: isBook ? "xlsx" : "docx" },
  });
  return id;
}

async function requireDraft(ctx: Context<Tx>, applicationId: string, callId: Id): Promise<Id> {
  const { application } = await requireOwn(ctx, applicationId);
  return application.callId === callId ? application.id : refuseContest("application-unknown");
}
