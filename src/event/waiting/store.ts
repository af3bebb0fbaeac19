import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";

/** Whose events are asked for: those of these associations and settlements, and those for which this person answers. */
export interface Owner {
  readonly subjectIds: readonly Id[];
  readonly personId: Id;
}

/** More than that wait nowhere. */
const READ_LIMIT = 200;

const ownEvents = ({ subjectIds, personId }: Owner) => {
  const subjects = sql`${[...subjectIds]}::uuid[]`;
  return sql<boolean>`(event.organiser = 'association' and (event.association_id = any(${subjects}) or event.settlement_id = any(${subjects}))
    or event.organiser = 'settlement' and event.settlement_id = any(${subjects})
    or event.responsible_person_id = ${personId})`;
};

/** Their events that are neither confirmed nor cancelled and begin until a local day, in the order of their beginning, the newest kept where there are too many. */
export async function selectOpenIds(ctx: Context<Tx>, owner: Owner, until: string): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`select event.id from event
    where event.municipality_id = ${ctx.municipalityId} and event.state in ('planned', 'announced', 'held')
      and event.date <= ${until} and ${ownEvents(owner)}
    order by event.date desc, event.id desc limit ${READ_LIMIT}`.execute(ctx.tx);
  return rows.map(({ id }) => id).toReversed();
}

/** A question that has no answer yet. */
export interface OpenQuestion {
  readonly id: Id;
  readonly number: number;
  readonly eventId: Id;
  readonly title: string;
  readonly ownerId: Id;
  readonly dueDate: string;
}

/** Questions of their events, and those this person is to answer, by deadline. */
export async function selectOpenQuestions(
  ctx: Context<Tx>,
  owner: Owner,
  limit: number,
): Promise<readonly OpenQuestion[]> {
  const { rows } =
    await sql<OpenQuestion>`select question.id, question.number, question.event_id as "eventId", event.title,
      question.owner_person_id as "ownerId", question.due_date as "dueDate"
    from event_question as question
    join event on event.municipality_id = question.municipality_id and event.id = question.event_id
    where question.municipality_id = ${ctx.municipalityId} and question.answered_on is null and question.withdrawn_at is null
      and event.state <> 'cancelled' and (question.owner_person_id = ${owner.personId} or ${ownEvents(owner)})
    order by question.due_date, question.id limit ${limit}`.execute(ctx.tx);
  return rows;
}
