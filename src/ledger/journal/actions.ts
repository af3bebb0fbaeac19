import { requirePermission } from "../../access/index.ts";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type FundingSource, SOURCES } from "../../programme/contract.ts";
import { selectBalances } from "../balance/store.ts";
import { addBalances, EXPORT_ROWS, JOURNAL_ROWS, type JournalFilter } from "../contract.ts";
import { type Frame, loadFrame, sourceOf } from "../entry/actions-frame.ts";
import { cardOf, showEntries } from "../entry/actions-show.ts";
import { refuseLedger } from "../refusals.ts";
import type {
  ActivityCard,
  BalanceRow,
  BalanceSheet,
  EntryRow,
  JournalExport,
  JournalPage,
  Register,
} from "../views.ts";
import { sumJournal } from "./actions-sums.ts";
import { sumMovements, sumStanding } from "./moved-sums.ts";
import { type JournalPlace, selectLedgerYears, selectRegister, walkJournal } from "./store.ts";
import { selectNarrowing } from "./store-narrowing.ts";

/** The balance of a year, or of all, for those inside. Refuses `not-permitted`. */
export async function getBalance(ctx: Context<Tx>, year: number | null): Promise<BalanceSheet> {
  requirePermission(ctx, "ledger.read");
  return loadSheet(ctx, { year, slug: null });
}

/** The money of one programme as everybody may see it: sums alone, no payee. */
export function getPublicBalance(ctx: Context<Tx>, slug: string): Promise<BalanceSheet> {
  return loadSheet(ctx, { year: null, slug });
}

async function loadSheet(
  ctx: Context<Tx>,
  { year, slug }: { readonly year: number | null; readonly slug: string | null },
): Promise<BalanceSheet> {
  const frame = await loadFrame(ctx);
  const places = new Map([...frame.activities.keys()].map((id, place) => [id, place]));
  const rows: BalanceRow[] = (await selectBalances(ctx, year === null ? {} : { year })).flatMap((line) => {
    const { activityId, sourceId, year, ...balance } = line;
    const activity = frame.activities.get(activityId);
    assert(activity, "an activity with a balance is known");
    const isEmpty = Object.values(balance).every((kopecks) => kopecks === 0n);
    if (isEmpty || (slug !== null && activity.slug !== slug)) return [];
    return [{ activity: cardOf(activity), source: sourceOf(frame, sourceId), year, balance }];
  });
  const placeOf = ({ activity }: BalanceRow) => places.get(activity.id) ?? 0;
  rows.sort((a, b) => placeOf(a) - placeOf(b) || a.year - b.year || compareSources(a.source, b.source));
  return { year, years: await selectLedgerYears(ctx), rows, ...sumRows(rows) };
}

function compareSources(a: FundingSource, b: FundingSource): number {
  return SOURCES.indexOf(a) - SOURCES.indexOf(b);
}

function sumRows(rows: readonly BalanceRow[]): Pick<BalanceSheet, "bySource" | "total"> {
  const bySource = SOURCES.flatMap((source) => {
    const own = rows.filter((row) => row.source === source);
    return own.length === 0 ? [] : [{ source, balance: addBalances(own.map(({ balance }) => balance)) }];
  });
  return { bySource, total: addBalances(rows.map(({ balance }) => balance)) };
}

/** So many parts of the journal are looked through for one page, where words or a source that are frequent narrow it. */
const PARTS_OF_PAGE = 10;

/** One page of the journal, the newest first; `after` is the `next` of the page before. Refuses `not-permitted`. */
export async function listJournal(ctx: Context<Tx>, filter: JournalFilter, after: string | null): Promise<JournalPage> {
  requirePermission(ctx, "ledger.read");
  const frame = await loadFrame(ctx);
  const narrowing = await narrowJournal(ctx, frame, filter);
  const query = { filter, narrowing, after: parsePlace(after), limit: JOURNAL_ROWS + 1 };
  const { rows: found, reached } = await walkJournal(ctx, query, { parts: PARTS_OF_PAGE });
  const shown = found.slice(0, JOURNAL_ROWS);
  const last = found.length > shown.length ? shown.at(-1) : reached;
  const next = last ? `${last.date}_${last.id}` : null;
  return {
    rows: await showEntries(ctx, frame, shown),
    sums: await sumJournal(ctx, frame, query),
    next,
    reachedOn: reached?.date ?? null,
  };
}

function narrowJournal(ctx: Context<Tx>, { sourceIds }: Frame, { text = "", source }: JournalFilter) {
  return selectNarrowing(ctx, { text, sourceId: (source && sourceIds.get(source)) ?? null });
}

function parsePlace(text: string | null): JournalPlace | null {
  const [date = "", id = ""] = text?.split("_") ?? [];
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) && isId(id) ? { date, id } : null;
}

const BATCH = 1_000;

/** All entries of a filter, and what its payments and refunds come to. Refuses `not-permitted`, and `ledger-export-large` where a file does not take them. */
export async function exportJournal(
  ctx: Context<Tx>,
  filter: JournalFilter,
  limit = EXPORT_ROWS,
): Promise<JournalExport> {
  requirePermission(ctx, "ledger.read");
  const frame = await loadFrame(ctx);
  const narrowing = await narrowJournal(ctx, frame, filter);
  const rows: EntryRow[] = [];
  let after: JournalPlace | null = null;
  for (;;) {
    const query = { filter, narrowing, after, limit: BATCH };
    const { rows: found } = await walkJournal(ctx, query, { parts: Number.POSITIVE_INFINITY });
    rows.push(...(await showEntries(ctx, frame, found)));
    if (rows.length > limit) refuseLedger("ledger-export-large", { limit });
    const last: { date: string; id: Id } | undefined = found.at(-1);
    if (!last || found.length < BATCH) return { rows, sums: sumStanding(rows, filter.source) };
    after = { date: last.date, id: last.id };
  }
}

/** Payments, refunds and what reverses them in a year; the sums are of the rows. Refuses `not-permitted`. */
export async function getRegister(ctx: Context<Tx>, year: number): Promise<Register> {
  requirePermission(ctx, "ledger.read");
  const rows = await showEntries(ctx, await loadFrame(ctx), await selectRegister(ctx, year));
  const refunds = rows.filter((row) => (row.reversedKind ?? row.kind) === "refund");
  const payments = rows.filter((row) => !refunds.includes(row));
  const partsOf = (of: readonly EntryRow[]) => of.flatMap(({ parts }) => parts);
  return { year, rows, ...sumMovements(partsOf(payments), partsOf(refunds)) };
}

/** What the forms and the conditions of the journal offer. Refuses `not-permitted`. */
export async function listLedgerChoices(
  ctx: Context<Tx>,
): Promise<{ readonly activities: readonly ActivityCard[]; readonly years: readonly number[] }> {
  requirePermission(ctx, "ledger.read");
  const frame = await loadFrame(ctx);
  return { activities: [...frame.activities.values()].map(cardOf), years: await selectLedgerYears(ctx) };
}
