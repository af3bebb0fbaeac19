import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { decodeText } from "../../office/encoding.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Files } from "../../platform/files.ts";
import type { FundingSource } from "../../programme/contract.ts";
import { type Frame, loadFrame, sourceOf } from "../actions-frame.ts";
import { pay } from "../actions-payment.ts";
import { showEntries } from "../actions-show.ts";
import type { Part } from "../contract.ts";
import { cleanText } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { lockLedger } from "../store.ts";
import { type Candidate, type Match, markOf, matchDocument } from "./match.ts";
import { type BankDocument, type ExchangeReading, readExchange } from "./read-exchange.ts";
import {
  findStatement,
  insertStatement,
  selectOpenCommitments,
  selectPaymentsBetween,
  selectStatements,
} from "./store.ts";
import type { StatementRow, StatementView } from "./views.ts";

const MOST_BYTES = 20_000_000;
const SHOWN = 20;

/** Takes a bank's or treasury's file in. The same file again is the same statement. Refuses `ledger-statement-large`, `ledger-statement-unreadable`. */
export async function takeStatement(
  ctx: Context<Tx>,
  files: Files,
  given: { readonly name: string; readonly bytes: Uint8Array },
): Promise<string> {
  requirePermission(ctx, "ledger.pay");
  if (given.bytes.length > MOST_BYTES) refuseLedger("ledger-statement-large", { megabytes: MOST_BYTES / 1_000_000 });
  const name = cleanText(given.name).slice(0, 300) || "kl_to_1c.txt";
  if (readBytes(given.bytes).faults.some(({ code }) => code === "not-exchange")) {
    refuseLedger("ledger-statement-unreadable", { name });
  }
  const hash = await files.store(given.bytes);
  if (await insertStatement(ctx, { hash, name, bytes: given.bytes.length })) {
    const subject = { kind: "ledger-statement", id: null };
    await writeAudit(ctx, { action: "ledger.take-statement", subject, detail: { hash, name } });
  }
  return hash;
}

function readBytes(bytes: Uint8Array): ExchangeReading {
  const decoded = decodeText(bytes);
  return readExchange(decoded?.text ?? "", decoded?.damaged ?? 0);
}

/** The statements taken in, the newest first. Refuses `not-permitted`. */
export async function listStatements(ctx: Context<Tx>) {
  requirePermission(ctx, "ledger.read");
  const found = await selectStatements(ctx, SHOWN);
  return found.map(({ takenAt, ...row }) => ({ ...row, takenAt: takenAt.toISOString() }));
}

/**
 * A statement with what the ledger has of each document and, where it has nothing, the obligation to which it seems to
 * belong, with reasons. Refuses `not-permitted`, `ledger-statement-unknown`.
 */
export async function openStatement(ctx: Context<Tx>, files: Files, hash: string): Promise<StatementView> {
  requirePermission(ctx, "ledger.read");
  const statement = await findStatement(ctx, hash);
  if (!statement) return refuseLedger("ledger-statement-unknown");
  const reading = readBytes(await files.read(statement.hash));
  const frame = await loadFrame(ctx);
  const days = reading.documents.flatMap((document) => markOf(document) ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  const payments = from && to ? await selectPaymentsBetween(ctx, from, to) : [];
  const shown = new Map((await showEntries(ctx, frame, payments)).map((row) => [row.id, row]));
  const taken = new Set<string>();
  const known = new Map<BankDocument, StatementRow>();
  for (const document of reading.documents) {
    const found = payments.find((payment) => !taken.has(payment.id) && isSame(document, payment));
    const entry = found && shown.get(found.id);
    if (!found || !entry) continue;
    taken.add(found.id);
    known.set(document, { document, state: entry.kopecks === document.kopecks ? "recorded" : "differs", entry });
  }
  const rows = await proposeRows(ctx, frame, { reading, known });
  const absent = [...shown.values()].filter(({ id }) => !taken.has(id));
  const { name, takenAt } = statement;
  return { hash, name, takenAt: takenAt.toISOString(), rows, faults: reading.faults, absent };
}

/** Recorded from a statement under its own key, or by hand with the order's number on the same day. */
function isSame(document: BankDocument, payment: { key: string; date: string; basis: string }): boolean {
  if (payment.key === keyOf(document)) return true;
  const numbers = [...payment.basis.matchAll(/№\s*([\p{L}\d/-]+)/gu)].map(([, number]) => number);
  return payment.date === markOf(document) && numbers.includes(document.number);
}

/** What a document is for ever: the same one in another file makes no second payment. */
function keyOf(document: BankDocument): string {
  return `bank ${document.payerAccount} ${document.date ?? ""} ${document.number}`.slice(0, 200);
}

interface Known {
  readonly reading: ExchangeReading;
  readonly known: ReadonlyMap<BankDocument, StatementRow>;
}

async function proposeRows(
  ctx: Context<Tx>,
  frame: Frame,
  { reading, known }: Known,
): Promise<readonly StatementRow[]> {
  const open = await selectOpenCommitments(ctx);
  let candidates = open.map((entry): Candidate => {
    const left = entry.left.map(({ sourceId, kopecks }) => ({ source: sourceOf(frame, sourceId), kopecks }));
    const { id, date, basis, kopecks } = entry;
    return { id, date, basis, kopecks, year: entry.year ?? 0, payee: entry.payee ?? "", left };
  });
  const matches = reading.documents.map((document): Match | null => {
    if (known.has(document)) return null;
    const match = matchDocument(document, candidates, reading.accounts);
    if (match.kind !== "proposed") return match;
    // What one document takes the next no longer finds.
    const { commitmentId, parts } = match.proposal;
    candidates = candidates.map((some) => (some.id === commitmentId ? takeFrom(some, parts) : some));
    return match;
  });
  const ids = new Set(matches.map((match) => (match?.kind === "proposed" ? match.proposal.commitmentId : null)));
  const proposed = open.filter(({ id }) => ids.has(id));
  const cards = new Map((await showEntries(ctx, frame, proposed)).map((row) => [row.id, row]));
  return reading.documents.map((document, at): StatementRow => {
    const match = matches[at];
    const row = known.get(document);
    if (row || !match) return row ?? { document, state: "none" };
    if (match.kind !== "proposed") return { document, state: match.kind };
    const { commitmentId, reasons, parts } = match.proposal;
    const commitment = cards.get(commitmentId);
    return commitment ? { document, state: "proposed", commitment, reasons, parts } : { document, state: "none" };
  });
}

function takeFrom(candidate: Candidate, parts: readonly Part[]): Candidate {
  const taken = (source: FundingSource) => parts.find((part) => part.source === source)?.kopecks ?? 0n;
  const left = candidate.left.map(({ source, kopecks }) => ({ source, kopecks: kopecks - taken(source) }));
  return { ...candidate, left };
}

/** What a person accepted: a document by its line, and the proposal that they saw. */
export interface AcceptedRow {
  readonly line: number;
  readonly commitmentId: string;
  readonly sums: Readonly<Partial<Record<FundingSource, string>>>;
}

/**
 * Posts the accepted documents as payments, all or none; what is posted already stays one payment. Refuses as `pay`,
 * `ledger-statement-unknown`, `ledger-statement-empty`. How many there are now.
 */
export async function acceptStatement(
  ctx: Context<Tx>,
  files: Files,
  given: { readonly hash: string; readonly accepted: readonly AcceptedRow[] },
): Promise<number> {
  requirePermission(ctx, "ledger.pay");
  await lockLedger(ctx);
  const { rows } = await openStatement(ctx, files, given.hash);
  const chosen = rows.flatMap((row) => {
    const accepted = given.accepted.find(({ line }) => line === row.document.line);
    return accepted && row.state !== "recorded" ? [{ document: row.document, accepted }] : [];
  });
  if (given.accepted.length === 0) refuseLedger("ledger-statement-empty");
  for (const { document, accepted } of chosen) {
    const { commitmentId, sums } = accepted;
    const date = markOf(document) ?? "";
    const basis = `платёжное поручение от ${sayDate(document.date ?? date)} № ${document.number}`;
    await pay(ctx, { key: keyOf(document), commitmentId, date, basis, note: document.purpose, sums, confirmed: true });
  }
  return chosen.length;
}

function sayDate(date: string): string {
  return date.split("-").reverse().join(".");
}
