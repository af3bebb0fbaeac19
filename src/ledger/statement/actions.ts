import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Files } from "../../platform/files.ts";
import { type Frame, loadFrame, sourceOf } from "../entry/actions-frame.ts";
import { showEntries } from "../entry/actions-show.ts";
import { selectByIds } from "../journal/store.ts";
import type { EntryRow } from "../views.ts";
import { loadFile, readDocuments } from "./actions-columns.ts";
import { type KnownMove, type Recognised, recogniseDocuments } from "./known.ts";
import { type Candidate, CandidateIndex, type Match, matchDocument } from "./match.ts";
import { type BankDocument, dayOf, type StatementReading } from "./reading.ts";
import { selectMovesBetween, selectMovesOfSums, selectOpenCommitments } from "./store.ts";
import type { Choice, StatementRow, StatementView } from "./views.ts";

/**
 * A statement with what the ledger has of each document and, where it has nothing, the obligations to which it seems to
 * belong, with reasons; and what of the ledger the statement does not have. Refuses `not-permitted`,
 * `ledger-statement-unknown`, `ledger-statement-columns`.
 */
export async function openStatement(ctx: Context<Tx>, files: Files, hash: string): Promise<StatementView> {
  requirePermission(ctx, "ledger.read");
  const { statement, file } = await loadFile(ctx, files, hash);
  const reading = await readDocuments(ctx, file);
  const frame = await loadFrame(ctx);
  const { recognised, unseen } = await recognise(ctx, reading);
  const ids = [...[...recognised.values()].map(({ move }) => move.id), ...unseen.map(({ id }) => id)];
  const shown = await showById(ctx, frame, ids);
  const rows = await matchRows(ctx, frame, { reading, recognised, shown });
  const { name, takenAt } = statement;
  const days = reading.documents.flatMap((document) => dayOf(document) ?? []).sort();
  return {
    hash,
    name,
    takenAt: takenAt.toISOString(),
    isTable: file.kind === "table",
    from: reading.from ?? days[0] ?? null,
    to: reading.to ?? days.at(-1) ?? null,
    rows,
    faults: reading.faults,
    absent: unseen.flatMap(({ id }) => shown.get(id) ?? []),
  };
}

async function showById(
  ctx: Context<Tx>,
  frame: Frame,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EntryRow>> {
  const rows = await showEntries(ctx, frame, await selectByIds(ctx, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which payments and refunds the documents are, and which of the statement's days it does not have. */
export async function recognise(ctx: Context<Tx>, reading: StatementReading) {
  const days = reading.documents.flatMap((document) => dayOf(document) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { recognised: new Map<BankDocument, Recognised>(), unseen: [] };
  const within = await selectMovesBetween(ctx, min(first, reading.from), max(last, reading.to));
  const own = recogniseDocuments(reading.documents, within);
  const rest = reading.documents.filter((document) => !own.has(document));
  const sums = [...new Set(rest.map(({ kopecks }) => kopecks))];
  // Recorded on another day, perhaps outside the statement's own.
  const elsewhere = await selectMovesOfSums(ctx, sums, [
    ...new Set(rest.flatMap((one) => dayOf(one)?.slice(0, 4) ?? [])),
  ]);
  const all = [...within, ...elsewhere.filter(({ id }) => !within.some((move) => move.id === id))];
  const recognised = elsewhere.length === 0 ? own : recogniseDocuments(reading.documents, all);
  const taken = new Set([...recognised.values()].map(({ move }) => move.id));
  const accounts = new Set([...reading.accounts, ...reading.documents.map(({ payerAccount }) => payerAccount)]);
  const unseen = within.filter((move) => !taken.has(move.id) && isOfAccounts(move, accounts));
  return { recognised, unseen };
}

const min = (day: string, other: string | null) => (other !== null && other < day ? other : day);
const max = (day: string, other: string | null) => (other !== null && other > day ? other : day);

/** A payment that another account's statement told is not missed here. */
function isOfAccounts({ key }: KnownMove, accounts: ReadonlySet<string>): boolean {
  const [, account = ""] = /^bank (\d{20}) /.exec(key) ?? [];
  return account === "" || accounts.has(account);
}

interface Matching {
  readonly reading: StatementReading;
  readonly recognised: ReadonlyMap<BankDocument, Recognised>;
  readonly shown: ReadonlyMap<string, EntryRow>;
}

async function matchRows(
  ctx: Context<Tx>,
  frame: Frame,
  { reading, recognised, shown }: Matching,
): Promise<readonly StatementRow[]> {
  const years = new Set([...frame.activities.values()].flatMap((activity) => activity.years));
  const isOutside = (document: BankDocument) => {
    const day = dayOf(document);
    return day !== null && !years.has(Number(day.slice(0, 4)));
  };
  const open = reading.documents.filter((document) => !recognised.has(document) && !isOutside(document));
  const matches = matchOpen(open, await loadCandidates(ctx, frame, open), reading.accounts);
  const ids = [...matches.values()].flatMap((match) =>
    match.kind === "proposed" || match.kind === "several"
      ? match.proposals.map(({ commitmentId }) => commitmentId)
      : [],
  );
  const cards = await showById(ctx, frame, [...new Set(ids)]);
  return reading.documents.map((document): StatementRow => {
    const known = recognised.get(document);
    const entry = known && shown.get(known.move.id);
    if (known && entry) return { document, state: known.differs ? `differs-${known.differs}` : "recorded", entry };
    const match = matches.get(document);
    if (!match) return { document, state: "outside" };
    if (match.kind !== "proposed" && match.kind !== "several") return { document, state: match.kind };
    const choices = match.proposals.flatMap(({ commitmentId, ...choice }): Choice[] => {
      const commitment = cards.get(commitmentId);
      return commitment ? [{ commitment, ...choice }] : [];
    });
    return { document, state: match.kind, choices };
  });
}

function matchOpen(
  documents: readonly BankDocument[],
  candidates: readonly Candidate[],
  accounts: readonly string[],
): ReadonlyMap<BankDocument, Match> {
  const index = new CandidateIndex(candidates);
  return new Map(
    documents.map((document) => {
      const match = matchDocument(document, index, accounts);
      const [best] = match.kind === "proposed" ? match.proposals : [];
      if (best) index.take(best);
      return [document, match];
    }),
  );
}

/** Obligations of the documents' years of which something is left. */
async function loadCandidates(
  ctx: Context<Tx>,
  frame: Frame,
  documents: readonly BankDocument[],
): Promise<readonly Candidate[]> {
  const years = [...new Set(documents.flatMap((document) => document.debited?.slice(0, 4) ?? []))].map(Number);
  const rows = Map.groupBy(await selectOpenCommitments(ctx, years), ({ id }) => id);
  return [...rows.values()].flatMap((own): Candidate[] => {
    const [first] = own;
    if (!first) return [];
    const { id, date, basis, kopecks, year, payee } = first;
    const left = own.map((row) => ({ source: sourceOf(frame, row.sourceId), kopecks: row.left }));
    return [{ id, date, basis, kopecks, year: year ?? 0, payee: payee ?? "", left }];
  });
}
