import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import { countPaper, recordedBy } from "../cofinancing/store.ts";
import type { CommitmentBasis } from "../contract.ts";
import { withLedgerTables } from "../tables.ts";
import type { RequestFilter, RequestMove, RequestState } from "./contract.ts";

export interface SourceSum {
  readonly sourceId: Id;
  readonly kopecks: Kopecks;
}

/** What a form says of a request. */
export interface RequestTerms {
  readonly activityId: Id;
  readonly year: number;
  readonly basisKind: CommitmentBasis;
  readonly basis: string;
  readonly date: string;
  readonly payee: string;
  readonly purpose: string;
  readonly payBy: string;
  readonly commitmentId: Id | null;
}

export interface StoredRequest extends RequestTerms {
  readonly id: Id;
  readonly number: number;
  readonly numberYear: number;
  readonly state: RequestState;
  readonly round: number;
  readonly ownCommitment: boolean;
  readonly version: number;
  readonly askedAt: Date;
  readonly askedByPersonId: Id | null;
  readonly askedByName: string | null;
}

function selectRows(ctx: Context<Tx>) {
  return withLedgerTables(ctx.tx)
    .selectFrom("payment_request")
    .where("municipality_id", "=", ctx.municipalityId)
    .select([
      "id",
      "number",
      "number_year as numberYear",
      "state",
      "round",
      "activity_id as activityId",
      "year",
      "basis_kind as basisKind",
      "basis",
      "date",
      "payee",
      "purpose",
      "pay_by as payBy",
      "commitment_id as commitmentId",
      "own_commitment as ownCommitment",
      "version",
      "asked_at as askedAt",
      "asked_by_person_id as askedByPersonId",
      "asked_by_name as askedByName",
    ]);
}

export function findRequest(ctx: Context<Tx>, id: Id): Promise<StoredRequest | undefined> {
  return selectRows(ctx).where("id", "=", id).executeTakeFirst();
}

export interface RequestQuery {
  readonly filter: RequestFilter;
  /** Only what this person asked for. */
  readonly askedBy: Id | null;
  readonly limit: number;
  readonly offset: number;
}

/** Requests of a filter, the newest first. */
export function selectRequests(ctx: Context<Tx>, query: RequestQuery): Promise<readonly StoredRequest[]> {
  let rows = selectRows(ctx);
  if (query.filter.state) rows = rows.where("state", "=", query.filter.state);
  if (query.filter.year !== undefined) rows = rows.where("year", "=", query.filter.year);
  if (query.askedBy) rows = rows.where("asked_by_person_id", "=", query.askedBy);
  return rows
    .orderBy("number_year", "desc")
    .orderBy("number", "desc")
    .limit(query.limit)
    .offset(query.offset)
    .execute();
}

/** How many requests a filter has, and what they add up to. */
export async function sumRequests(ctx: Context<Tx>, { filter, askedBy }: Omit<RequestQuery, "limit" | "offset">) {
  const { rows } = await sql<{ count: number; kopecks: Kopecks; paid: Kopecks }>`
    select count(*)::int4 as count, coalesce(sum(asked.kopecks), 0)::bigint as kopecks, coalesce(sum(done.kopecks), 0)::bigint as paid
    from payment_request as request
    left join lateral (select sum(kopecks) as kopecks from payment_request_sum as part
      where part.municipality_id = request.municipality_id and part.request_id = request.id and part.round = request.round) as asked on true
    left join lateral (select sum(payment.kopecks) as kopecks from ledger_entry as payment where ${PAYMENTS}) as done on true
    where request.municipality_id = ${ctx.municipalityId}
      and (${filter.state ?? null}::text is null or request.state = ${filter.state ?? null})
      and (${filter.year ?? null}::int is null or request.year = ${filter.year ?? null}::int)
      and (${askedBy}::uuid is null or request.asked_by_person_id = ${askedBy}::uuid)`.execute(ctx.tx);
  return rows[0] ?? { count: 0, kopecks: 0n, paid: 0n };
}

/** The payments of a request that stand: those named as its, and those of its own obligation that are named as nobody's. */
const PAYMENTS = sql`payment.municipality_id = request.municipality_id and payment.kind = 'payment'
  and payment.commitment_id = request.commitment_id
  and not exists (select from ledger_entry as reversal where reversal.municipality_id = payment.municipality_id
    and reversal.of_entry_id = payment.id and reversal.kind = 'reversal')
  and coalesce((select link.request_id = request.id from payment_request_payment as link
    where link.municipality_id = payment.municipality_id and link.payment_id = payment.id), request.own_commitment)`;

/** What is asked and paid of requests, by source. */
export async function selectSums(ctx: Context<Tx>, ids: readonly Id[]) {
  const { rows } = await sql<{ requestId: Id; sourceId: Id; kopecks: Kopecks; paid: Kopecks }>`
    select request.id as "requestId", part.source_id as "sourceId", part.kopecks,
      coalesce((select sum(posting.kopecks) from ledger_entry as payment
        join ledger_posting as posting on posting.municipality_id = payment.municipality_id and posting.entry_id = payment.id
          and posting.account = 'paid' and posting.source_id = part.source_id
        where ${PAYMENTS}), 0)::bigint as paid
    from payment_request as request
    join payment_request_sum as part on part.municipality_id = request.municipality_id and part.request_id = request.id
      and part.round = request.round
    where request.municipality_id = ${ctx.municipalityId} and request.id = any(${[...ids]}::uuid[])`.execute(ctx.tx);
  return rows;
}

export async function selectPaymentIds(ctx: Context<Tx>, id: Id): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select payment.id from payment_request as request join ledger_entry as payment on ${PAYMENTS}
    where request.municipality_id = ${ctx.municipalityId} and request.id = ${id}
    order by payment.date, payment.id`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

/** Requests of an obligation whose money is approved and may still move. */
export function selectOfCommitment(ctx: Context<Tx>, commitmentId: Id): Promise<readonly StoredRequest[]> {
  return selectRows(ctx)
    .where("commitment_id", "=", commitmentId)
    .where("state", "in", ["approved", "paid"])
    .orderBy("id")
    .execute();
}

export async function findRequestByKey(ctx: Context<Tx>, key: string) {
  return withLedgerTables(ctx.tx)
    .selectFrom("payment_request")
    .select(["id", "number", "digest"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("key", "=", key)
    .executeTakeFirst();
}

/** Writes a new request; its number. */
export async function insertRequest(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly terms: RequestTerms; readonly key: string; readonly digest: string },
): Promise<number> {
  const number = await countPaper(ctx, "request");
  const { by_person_id, by_name } = recordedBy(ctx);
  await withLedgerTables(ctx.tx)
    .insertInto("payment_request")
    .values({
      municipality_id: ctx.municipalityId,
      id: given.id,
      number,
      number_year: Number(ctx.today.slice(0, 4)),
      state: "requested",
      ...columnsOf(given.terms),
      asked_at: ctx.now,
      asked_by_person_id: by_person_id,
      asked_by_name: by_name,
      key: given.key,
      digest: given.digest,
    })
    .execute();
  return number;
}

function columnsOf({ activityId, basisKind, payBy, commitmentId, ...terms }: RequestTerms) {
  return { ...terms, activity_id: activityId, basis_kind: basisKind, pay_by: payBy, commitment_id: commitmentId };
}

export async function insertSums(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly round: number; readonly sums: readonly SourceSum[] },
): Promise<void> {
  const own = { municipality_id: ctx.municipalityId, request_id: given.id, round: given.round };
  const rows = given.sums.map(({ sourceId, kopecks }) => ({ ...own, source_id: sourceId, kopecks }));
  await withLedgerTables(ctx.tx).insertInto("payment_request_sum").values(rows).execute();
}

export interface RequestChange {
  readonly id: Id;
  /** The version that the person saw. */
  readonly from: number;
  readonly state: RequestState;
  readonly round?: number;
  readonly terms?: RequestTerms;
  /** The obligation that the approval made. */
  readonly commitmentId?: Id;
}

/** Whether the request still stood at the version before. */
export async function updateRequest(ctx: Context<Tx>, change: RequestChange): Promise<boolean> {
  const result = await withLedgerTables(ctx.tx)
    .updateTable("payment_request")
    .set({
      state: change.state,
      version: change.from + 1,
      ...(change.round !== undefined && { round: change.round }),
      ...(change.terms && columnsOf(change.terms)),
      ...(change.commitmentId && { commitment_id: change.commitmentId, own_commitment: true }),
    })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", change.id)
    .where("version", "=", change.from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface MoveDraft {
  readonly requestId: Id;
  readonly version: number;
  readonly move: RequestMove | "ask";
  readonly reason: string | null;
}

export async function insertMove(ctx: Context<Tx>, { requestId, ...move }: MoveDraft): Promise<void> {
  const row = { municipality_id: ctx.municipalityId, request_id: requestId, ...move, at: ctx.now, ...recordedBy(ctx) };
  await withLedgerTables(ctx.tx).insertInto("payment_request_move").values(row).execute();
}

export function selectMoves(ctx: Context<Tx>, id: Id) {
  return withLedgerTables(ctx.tx)
    .selectFrom("payment_request_move")
    .select(["version", "move", "reason", "at", "by_person_id as byPersonId", "by_name as byName"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("request_id", "=", id)
    .orderBy("version")
    .execute();
}

/** Names a payment as a request's; the same again is the same. */
export async function linkPayment(
  ctx: Context<Tx>,
  { requestId, paymentId }: { readonly requestId: Id; readonly paymentId: Id },
): Promise<void> {
  await withLedgerTables(ctx.tx)
    .insertInto("payment_request_payment")
    .values({ municipality_id: ctx.municipalityId, request_id: requestId, payment_id: paymentId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The requests that a person asked for, the oldest first. */
export function selectAskedBy(ctx: Context<Tx>, personId: Id): Promise<readonly StoredRequest[]> {
  return selectRows(ctx).where("asked_by_person_id", "=", personId).orderBy("id").execute();
}
