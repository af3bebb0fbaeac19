import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withContestTables } from "../tables.ts";
import type { ApplicantKind, ApplicationState, TeamMember, TypedContent } from "./contract.ts";

export interface StoredApplication {
  readonly id: Id;
  readonly callId: Id;
  readonly state: ApplicationState;
  readonly number: number | null;
  readonly content: TypedContent;
  readonly submittedAt: Date | null;
  readonly requested: bigint | null;
  readonly own: bigint | null;
  readonly correctUntil: string | null;
  readonly version: number;
}

export interface StoredApplicant {
  readonly applicationId: Id;
  readonly associationId: Id;
  readonly kind: ApplicantKind;
  readonly personId: Id | null;
  readonly team: readonly TeamMember[];
}

const json = <Value>(value: Value): Value => JSON.stringify(value) as unknown as Value;

function selectRows(ctx: Context<Tx>) {
  return withContestTables(ctx.tx)
    .selectFrom("contest_application")
    .select(["id", "call_id as callId", "state", "number", "content", "submitted_at as submittedAt", "version"])
    .select(["requested_kopecks as requested", "own_kopecks as own", "correct_until as correctUntil"])
    .where("municipality_id", "=", ctx.municipalityId);
}

/** Undefined also where the reader may not see it. */
export function findApplication(ctx: Context<Tx>, id: Id, lock = false): Promise<StoredApplication | undefined> {
  const rows = selectRows(ctx).where("id", "=", id);
  return (lock ? rows.forUpdate() : rows).executeTakeFirst();
}

/** Those of a call that the reader may see, by number; drafts last. */
export function selectApplications(ctx: Context<Tx>, callId: Id): Promise<readonly StoredApplication[]> {
  return selectRows(ctx)
    .where("call_id", "=", callId)
    .orderBy("number", (order) => order.asc().nullsLast())
    .orderBy("id")
    .execute();
}

export function selectApplicants(ctx: Context<Tx>, callId: Id): Promise<readonly StoredApplicant[]> {
  return withContestTables(ctx.tx)
    .selectFrom("contest_applicant")
    .select([
      "application_id as applicationId",
      "association_id as associationId",
      "kind",
      "person_id as personId",
      "team",
    ])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("call_id", "=", callId)
    .execute();
}

/** How many of an association stand in a call and were not withdrawn. Who asks waits for whoever begins one now. */
export async function countOfAssociation(ctx: Context<Tx>, callId: Id, associationId: Id): Promise<number> {
  const key = `contest ${ctx.municipalityId} ${callId} ${associationId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.tx);
  const { count } = await withContestTables(ctx.tx)
    .selectFrom("contest_applicant")
    .innerJoin("contest_application", "contest_application.id", "contest_applicant.application_id")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("contest_applicant.municipality_id", "=", ctx.municipalityId)
    .where("contest_application.municipality_id", "=", ctx.municipalityId)
    .where("contest_applicant.call_id", "=", callId)
    .where("contest_applicant.association_id", "=", associationId)
    .where("contest_application.state", "<>", "withdrawn")
    .executeTakeFirstOrThrow();
  return Number(count);
}

interface NewApplication {
  readonly callId: Id;
  readonly associationId: Id;
  readonly kind: ApplicantKind;
  readonly content: TypedContent;
}

export async function insertApplication(ctx: Context<Tx>, given: NewApplication): Promise<Id> {
  const { callId, associationId, kind, content } = given;
  const id = newId();
  const own = { municipality_id: ctx.municipalityId, call_id: callId };
  await withContestTables(ctx.tx)
    .insertInto("contest_application")
    .values({ ...own, id, state: "draft", content: json(content), begun_at: ctx.now, saved_at: ctx.now })
    .execute();
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  await withContestTables(ctx.tx)
    .insertInto("contest_applicant")
    .values({ ...own, application_id: id, association_id: associationId, kind, person_id: personId, team: json([]) })
    .execute();
  return id;
}

interface Seen {
  readonly id: Id;
  readonly version: number;
}

/** False where somebody saved it since `version`. */
export async function updateContent(
  ctx: Context<Tx>,
  seen: Seen,
  given: { content: TypedContent; team: readonly TeamMember[] },
): Promise<boolean> {
  const isSaved = await update(ctx, seen, { content: json(given.content) });
  if (!isSaved) return false;
  await withContestTables(ctx.tx)
    .updateTable("contest_applicant")
    .set({ team: json(given.team) })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("application_id", "=", seen.id)
    .execute();
  return true;
}

export interface StateChange {
  readonly state: ApplicationState;
  readonly correct_until?: string | null;
  readonly number?: number;
  readonly submitted_at?: Date;
  readonly requested_kopecks?: bigint;
  readonly own_kopecks?: bigint;
}

export const updateState = (ctx: Context<Tx>, seen: Seen, change: StateChange): Promise<boolean> =>
  update(ctx, seen, change);

async function update(ctx: Context<Tx>, { id, version }: Seen, change: object): Promise<boolean> {
  const { numUpdatedRows } = await withContestTables(ctx.tx)
    .updateTable("contest_application")
    .set({ ...change, version: version + 1, saved_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The next number of a call; never given again. */
export async function takeNumber(ctx: Context<Tx>, callId: Id): Promise<number> {
  const { last } = await withContestTables(ctx.tx)
    .updateTable("contest_call")
    .set((eb) => ({ last_number: eb("last_number", "+", 1) }))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", callId)
    .returning("last_number as last")
    .executeTakeFirstOrThrow();
  return last;
}
