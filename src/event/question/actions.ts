import { listStaff, loadNames, may, raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { DeskDoor } from "../../desk/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import { isDay } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf, REASON_LIMIT, TEXT_LIMIT } from "../contract.ts";
import { loadRules, ruleOf } from "../event/actions-frame.ts";
import { type LoadedEvent, requireEvent } from "../event/actions-load.ts";
import { requireKeep } from "../event/actions-require.ts";
import { parseText, plain } from "../event/input.ts";
import { refuseEvent } from "../refusals.ts";
import type { QuestionView } from "../views.ts";
import { namesAsker } from "./anonymous.ts";
import { insertQuestion, type Question, selectQuestion, selectQuestions, updateQuestion } from "./store.ts";

export type Tasks = Pick<DeskDoor, "openTask" | "settleTask">;

const PURPOSE = "answer";
const QUESTION_LIMIT = 5_000;

export interface QuestionInput {
  readonly eventId: string;
  readonly question: string;
  /** Who asked and where they want the answer; may stay empty, is never public. */
  readonly asker: string;
  readonly contact: string;
  readonly ownerId: string;
  readonly dueDate: string;
}

/** Writes down a question that was raised, and opens its task. Refuses `question-text`, `question-owner`, `question-due`. */
export async function raiseQuestion(ctx: Context<Tx>, tasks: Tasks, input: QuestionInput): Promise<Id> {
  const event = await requireEvent(ctx, input.eventId, { lock: true });
  requireKeep(ctx, event.card, ruleOf(await loadRules(ctx), event.fields));
  if (event.row.state === "cancelled") refuseEvent("event-closed");
  const text = plain(input.question);
  if (text === "" || text.length > QUESTION_LIMIT) refuseEvent("question-text", { limit: QUESTION_LIMIT });
  const owned = await parseOwner(ctx, input);
  const number = (await selectQuestions(ctx, event.row.id)).length + 1;
  const question = {
    id: newId(),
    eventId: event.row.id,
    number,
    question: text,
    asker: plain(input.asker).slice(0, 200),
    contact: plain(input.contact).slice(0, 300),
    ...owned,
  };
  await insertQuestion(ctx, question);
  await openAnswerTask(ctx, tasks, { event, question });
  await note(ctx, question.id, { step: "raise", after: { number, ownerId: owned.ownerId, dueDate: owned.dueDate } });
  return question.id;
}

/** Refuses `question-owner` and `question-due`. */
async function parseOwner(ctx: Context<Tx>, input: Pick<QuestionInput, "ownerId" | "dueDate">) {
  const staff = await listStaff(ctx);
  const owner = staff.find(({ id }) => id === input.ownerId) ?? refuseEvent("question-owner");
  if (!isDay(input.dueDate)) refuseEvent("question-due");
  return { ownerId: owner.id, dueDate: input.dueDate };
}

async function openAnswerTask(
  ctx: Context<Tx>,
  tasks: Tasks,
  { event, question }: { event: LoadedEvent; question: Pick<Question, "id" | "number" | "ownerId" | "dueDate"> },
): Promise<void> {
  await tasks.openTask(ctx, {
    kind: "event-question",
    id: question.id,
    purpose: PURPOSE,
    href: `/desk/events/${event.row.id}#question-${question.id}`,
    // The words of who asked stay at the event: a task's title goes out by mail.
    title: `Ответить на вопрос № ${question.number}: «${event.row.title}»`,
    ownerId: question.ownerId,
    role: null,
    dueDate: question.dueDate,
  });
}

/** Gives a question to another owner or another day. Refuses as `raiseQuestion`, `question-settled`, `question-changed`. */
export async function assignQuestion(
  ctx: Context<Tx>,
  tasks: Tasks,
  input: { readonly id: string; readonly version: number; readonly ownerId: string; readonly dueDate: string },
): Promise<void> {
  const { question, event } = await requireQuestion(ctx, input);
  requireKeep(ctx, event.card, ruleOf(await loadRules(ctx), event.fields));
  if (question.answeredOn !== null) refuseEvent("question-settled");
  const owned = await parseOwner(ctx, input);
  await save(ctx, question, owned);
  await openAnswerTask(ctx, tasks, { event, question: { ...question, ...owned } });
  const before = { ownerId: question.ownerId, dueDate: question.dueDate };
  await note(ctx, question.id, { step: "assign", before, after: owned });
}

/** Writes the answer, by its owner or who keeps the event; the task is done. Refuses `question-answer` and `question-changed`. */
export async function answerQuestion(
  ctx: Context<Tx>,
  tasks: Tasks,
  input: { readonly id: string; readonly version: number; readonly answer: string },
): Promise<void> {
  const { question, event } = await requireQuestion(ctx, input);
  requirePermission(ctx, "event-question.answer", [question.ownerId, ...belongingOf(event.card)]);
  const answer = parseText(input.answer, TEXT_LIMIT);
  if (answer === "") refuseEvent("question-answer");
  const answeredById = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  await save(ctx, question, { answer, answeredOn: question.answeredOn ?? ctx.today, answeredById });
  const key = { kind: "event-question", id: question.id, purpose: PURPOSE };
  await tasks.settleTask(ctx, { ...key, as: "accept", reason: "ответ дан" });
  await note(ctx, question.id, { step: "answer", after: { answeredOn: question.answeredOn ?? ctx.today } });
}

/** Publishes question and answer in words without names. Refuses `question-unanswered`, `question-public`, `question-changed`. */
export async function publishAnswer(
  ctx: Context<Tx>,
  input: {
    readonly id: string;
    readonly version: number;
    readonly publicQuestion: string;
    readonly publicAnswer: string;
  },
): Promise<void> {
  const { question, event } = await requireQuestion(ctx, input);
  requireKeep(ctx, event.card, ruleOf(await loadRules(ctx), event.fields));
  if (question.answeredOn === null) refuseEvent("question-unanswered");
  const publicQuestion = parseText(input.publicQuestion, QUESTION_LIMIT);
  const publicAnswer = parseText(input.publicAnswer, TEXT_LIMIT);
  const isNamed = namesAsker(question, `${publicQuestion}\n${publicAnswer}`);
  if (publicQuestion === "" || publicAnswer === "" || isNamed) refuseEvent("question-public");
  await save(ctx, question, { publicQuestion, publicAnswer, publishedAt: ctx.now });
  await raiseRevision(ctx);
  await note(ctx, question.id, { step: "publish", after: { publicQuestion, publicAnswer } });
}

/** Takes a question back that was written down by mistake, or asked again elsewhere. Refuses `event-reason`. */
export async function withdrawQuestion(
  ctx: Context<Tx>,
  tasks: Tasks,
  input: { readonly id: string; readonly version: number; readonly reason: string },
): Promise<void> {
  const { question, event } = await requireQuestion(ctx, input);
  requireKeep(ctx, event.card, ruleOf(await loadRules(ctx), event.fields));
  const reason = plain(input.reason);
  if (reason === "" || reason.length > REASON_LIMIT) refuseEvent("event-reason", { limit: REASON_LIMIT });
  await save(ctx, question, { withdrawnAt: ctx.now, withdrawReason: reason, publishedAt: null });
  await tasks.settleTask(ctx, { kind: "event-question", id: question.id, purpose: PURPOSE, as: "cancel", reason });
  if (question.publishedAt !== null) await raiseRevision(ctx);
  await note(ctx, question.id, { step: "withdraw", after: { reason } });
}

/** Refuses `question-unknown` and `question-settled`, where it was withdrawn. */
async function requireQuestion(ctx: Context<Tx>, given: { readonly id: string; readonly version: number }) {
  const question = (isId(given.id) && (await selectQuestion(ctx, given.id))) || refuseEvent("question-unknown");
  if (question.withdrawnAt !== null) refuseEvent("question-settled");
  if (question.version !== given.version) refuseEvent("question-changed");
  return { question, event: await requireEvent(ctx, question.eventId) };
}

async function save(
  ctx: Context<Tx>,
  question: Question,
  becomes: Parameters<typeof updateQuestion>[2],
): Promise<void> {
  if (!(await updateQuestion(ctx, question, becomes))) refuseEvent("question-changed");
}

async function note(
  ctx: Context<Tx>,
  id: Id,
  given: {
    readonly step: string;
    readonly before?: Record<string, string>;
    readonly after: Record<string, string | number>;
  },
): Promise<void> {
  const { step, ...values } = given;
  await writeAudit(ctx, {
    action: "event-question.keep",
    subject: { kind: "event-question", id },
    detail: { step },
    ...values,
  });
}

/** The questions of an event; who asked is shown to those who keep it. */
export async function listQuestions(ctx: Context<Tx>, eventId: string): Promise<readonly QuestionView[]> {
  requirePermission(ctx, "event.read");
  const { row, card } = await requireEvent(ctx, eventId);
  const questions = await selectQuestions(ctx, row.id);
  const names = await loadNames(
    ctx,
    questions.map(({ ownerId }) => ownerId),
  );
  const keeps = may(ctx.actor, "event.keep", belongingOf(card)) || may(ctx.actor, "reception.read", belongingOf(card));
  return questions.map((question) => {
    const mayAnswer = may(ctx.actor, "event-question.answer", [question.ownerId, ...belongingOf(card)]);
    const isShown = keeps || mayAnswer;
    return {
      id: question.id,
      number: question.number,
      question: question.question,
      asker: isShown ? question.asker : null,
      contact: isShown ? question.contact : null,
      owner: names.get(question.ownerId) ?? "",
      ownerId: question.ownerId,
      dueDate: question.dueDate,
      answer: question.answer,
      answeredOn: question.answeredOn,
      publicQuestion: question.publicQuestion,
      publicAnswer: question.publicAnswer,
      isPublished: question.publishedAt !== null,
      withdrawReason: question.withdrawReason,
      isLate: question.answeredOn === null && question.withdrawnAt === null && question.dueDate < ctx.today,
      mayAnswer,
      version: question.version,
    };
  });
}
