import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withEventTables } from "../tables.ts";
import type { PublicQuestionView } from "../views.ts";

/** «Вопрос» as its actions work with it. */
export interface Question {
  readonly id: Id;
  readonly eventId: Id;
  readonly number: number;
  readonly question: string;
  readonly asker: string;
  readonly contact: string;
  readonly ownerId: Id;
  readonly dueDate: string;
  readonly answer: string;
  readonly answeredOn: string | null;
  readonly answeredById: Id | null;
  readonly publicQuestion: string;
  readonly publicAnswer: string;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawReason: string | null;
  readonly version: number;
}

const selectColumns = (ctx: Context<Tx>) =>
  withEventTables(ctx.tx)
    .selectFrom("event_question")
    .select([
      "id",
      "event_id as eventId",
      "number",
      "question",
      "asker",
      "contact",
      "owner_person_id as ownerId",
      "due_date as dueDate",
      "answer",
      "answered_on as answeredOn",
      "answered_by_person_id as answeredById",
      "public_question as publicQuestion",
      "public_answer as publicAnswer",
      "published_at as publishedAt",
      "withdrawn_at as withdrawnAt",
      "withdraw_reason as withdrawReason",
      "version",
    ])
    .where("municipality_id", "=", ctx.municipalityId);

/** The questions of an event by number. */
export async function selectQuestions(ctx: Context<Tx>, eventId: Id): Promise<readonly Question[]> {
  return selectColumns(ctx).where("event_id", "=", eventId).orderBy("number").execute();
}

export async function selectQuestion(ctx: Context<Tx>, id: Id): Promise<Question | undefined> {
  return selectColumns(ctx).where("id", "=", id).executeTakeFirst();
}

/** What everybody may read of an event's questions. */
export async function selectPublished(ctx: Context<Tx>, eventId: Id): Promise<readonly PublicQuestionView[]> {
  return withEventTables(ctx.tx)
    .selectFrom("event_question")
    .select(["id", "public_question as question", "public_answer as answer"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("event_id", "=", eventId)
    .where("published_at", "is not", null)
    .where("withdrawn_at", "is", null)
    .orderBy("number")
    .execute();
}

type NewQuestion = Pick<
  Question,
  "id" | "eventId" | "number" | "question" | "asker" | "contact" | "ownerId" | "dueDate"
>;

export async function insertQuestion(ctx: Context<Tx>, question: NewQuestion): Promise<void> {
  await withEventTables(ctx.tx)
    .insertInto("event_question")
    .values({
      municipality_id: ctx.municipalityId,
      id: question.id,
      event_id: question.eventId,
      number: question.number,
      question: question.question,
      asker: question.asker,
      contact: question.contact,
      owner_person_id: question.ownerId,
      due_date: question.dueDate,
      answer: "",
      answered_on: null,
      answered_by_person_id: null,
      public_question: "",
      public_answer: "",
      published_at: null,
      withdrawn_at: null,
      withdraw_reason: null,
      recorded_at: ctx.now,
      recorded_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    })
    .execute();
}

type Saved = Pick<
  Question,
  | "ownerId"
  | "dueDate"
  | "answer"
  | "answeredOn"
  | "answeredById"
  | "publicQuestion"
  | "publicAnswer"
  | "publishedAt"
  | "withdrawnAt"
  | "withdrawReason"
>;

/** False where somebody saved it since. */
export async function updateQuestion(ctx: Context<Tx>, was: Question, becomes: Partial<Saved>): Promise<boolean> {
  const saved = { ...was, ...becomes };
  const { numUpdatedRows } = await withEventTables(ctx.tx)
    .updateTable("event_question")
    .set({
      owner_person_id: saved.ownerId,
      due_date: saved.dueDate,
      answer: saved.answer,
      answered_on: saved.answeredOn,
      answered_by_person_id: saved.answeredById,
      public_question: saved.publicQuestion,
      public_answer: saved.publicAnswer,
      published_at: saved.publishedAt,
      withdrawn_at: saved.withdrawnAt,
      withdraw_reason: saved.withdrawReason,
      version: was.version + 1,
    })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", was.id)
    .where("version", "=", was.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
