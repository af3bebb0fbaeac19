import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { VisitOutcome } from "../contract.ts";
import { withEventTables } from "../tables.ts";

/** «Карточка личного приёма» as its actions work with it. */
export interface Visit {
  readonly id: Id;
  readonly eventId: Id;
  readonly slotId: Id | null;
  readonly officialId: Id;
  readonly number: number;
  readonly name: string;
  readonly contact: string;
  readonly subject: string;
  readonly outcome: VisitOutcome;
  readonly answer: string;
  readonly ownerId: Id | null;
  readonly dueDate: string | null;
  readonly answeredOn: string | null;
  readonly version: number;
}

const selectColumns = (ctx: Context<Tx>) =>
  withEventTables(ctx.tx)
    .selectFrom("event_visit")
    .select([
      "id",
      "event_id as eventId",
      "slot_id as slotId",
      "official_id as officialId",
      "number",
      "name",
      "contact",
      "subject",
      "outcome",
      "answer",
      "owner_person_id as ownerId",
      "due_date as dueDate",
      "answered_on as answeredOn",
      "version",
    ])
    .where("municipality_id", "=", ctx.municipalityId);

/** The cards of a reception by number. */
export async function selectVisits(ctx: Context<Tx>, eventId: Id): Promise<readonly Visit[]> {
  return selectColumns(ctx).where("event_id", "=", eventId).orderBy("number").execute();
}

export async function selectVisit(ctx: Context<Tx>, id: Id): Promise<Visit | undefined> {
  return selectColumns(ctx).where("id", "=", id).executeTakeFirst();
}

type NewVisit = Omit<Visit, "outcome" | "answer" | "ownerId" | "dueDate" | "answeredOn" | "version">;

export async function insertVisit(ctx: Context<Tx>, visit: NewVisit): Promise<void> {
  await withEventTables(ctx.tx)
    .insertInto("event_visit")
    .values({
      municipality_id: ctx.municipalityId,
      id: visit.id,
      event_id: visit.eventId,
      slot_id: visit.slotId,
      official_id: visit.officialId,
      number: visit.number,
      name: visit.name,
      contact: visit.contact,
      subject: visit.subject,
      outcome: "expected",
      answer: "",
      owner_person_id: null,
      due_date: null,
      answered_on: null,
      blanked_at: null,
      recorded_at: ctx.now,
      recorded_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    })
    .execute();
}

type Saved = Pick<Visit, "outcome" | "answer" | "ownerId" | "dueDate" | "answeredOn">;

/** False where somebody saved it since. */
export async function updateVisit(ctx: Context<Tx>, was: Visit, becomes: Saved): Promise<boolean> {
  const { numUpdatedRows } = await withEventTables(ctx.tx)
    .updateTable("event_visit")
    .set({
      outcome: becomes.outcome,
      answer: becomes.answer,
      owner_person_id: becomes.ownerId,
      due_date: becomes.dueDate,
      answered_on: becomes.answeredOn,
      version: was.version + 1,
    })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", was.id)
    .where("version", "=", was.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
