import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";
import { recordedBy } from "./store-consent.ts";
import type { DutyView, IncidentStep, IncidentView, PersonalReadView } from "./views.ts";

export async function insertDuty(ctx: Context<Tx>, duty: DutyView): Promise<void> {
  await withAccessTables(ctx.tx)
    .insertInto("operator_duty")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      item: duty.item,
      done_on: duty.doneOn,
      basis: duty.basis,
      ...recordedBy(ctx),
    })
    .execute();
}

/** What holds of each item that was ever recorded. */
export async function listDuties(ctx: Context<Tx>): Promise<readonly DutyView[]> {
  const rows = await withAccessTables(ctx.tx)
    .selectFrom("operator_duty")
    .select(["item", "done_on", "basis"])
    .distinctOn("item")
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("item")
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({ item: row.item, doneOn: row.done_on, basis: row.basis }));
}

/** The number follows the last one of the municipality; two at once get numbers of their own. */
export async function insertIncident(
  ctx: Context<Tx>,
  incident: { readonly foundAt: Date; readonly description: string },
): Promise<{ readonly id: Id; readonly number: number }> {
  const id = newId();
  await sql`select pg_advisory_xact_lock(hashtextextended('incident ' || ${ctx.municipalityId}, 0))`.execute(ctx.tx);
  const number = ((await listIncidents(ctx))[0]?.number ?? 0) + 1;
  await withAccessTables(ctx.tx)
    .insertInto("incident")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      number,
      found_at: incident.foundAt,
      description: incident.description,
      ...recordedBy(ctx),
    })
    .execute();
  return { id, number };
}

export async function insertIncidentStep(
  ctx: Context<Tx>,
  incidentId: Id,
  step: { readonly step: IncidentStep; readonly doneAt: Date; readonly note: string },
): Promise<void> {
  await withAccessTables(ctx.tx)
    .insertInto("incident_step")
    .values({
      municipality_id: ctx.municipalityId,
      incident_id: incidentId,
      step: step.step,
      done_at: step.doneAt,
      note: step.note,
      ...recordedBy(ctx),
    })
    .execute();
}

/** The newest first, each with its steps in their order. */
export async function listIncidents(ctx: Context<Tx>): Promise<readonly IncidentView[]> {
  const db = withAccessTables(ctx.tx);
  const incidents = await db
    .selectFrom("incident")
    .select(["id", "number", "found_at", "description"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("number", "desc")
    .execute();
  const steps = await db
    .selectFrom("incident_step")
    .select(["incident_id", "step", "done_at", "note"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("recorded_at")
    .execute();
  return incidents.map((incident) => ({
    id: incident.id,
    number: incident.number,
    foundAt: incident.found_at,
    description: incident.description,
    steps: steps
      .filter(({ incident_id }) => incident_id === incident.id)
      .map(({ step, done_at, note }) => ({ step, doneAt: done_at, note })),
  }));
}

/** The last looks at data of others, the newest first; of one person where asked. */
export async function listPersonalReads(
  ctx: Context<Tx>,
  asked: { readonly personId: Id | null; readonly limit: number },
): Promise<readonly PersonalReadView[]> {
  let rows = withAccessTables(ctx.tx)
    .selectFrom("personal_read as look")
    .innerJoin("person as reader", "reader.id", "look.reader_person_id")
    .select(["look.id", "look.at", "look.reader_person_id", "reader.name", "look.place"])
    .select(sql<number>`cardinality(look.people)`.as("people"))
    .where("look.municipality_id", "=", ctx.municipalityId)
    .orderBy("look.at", "desc")
    .orderBy("look.id", "desc")
    .limit(asked.limit);
  if (asked.personId) rows = rows.where(sql<boolean>`look.people @> array[${asked.personId}::uuid]`);
  return (await rows.execute()).map((row) => ({
    id: row.id,
    at: row.at,
    reader: { id: row.reader_person_id, name: row.name === "" ? null : row.name },
    place: row.place,
    people: row.people,
  }));
}
