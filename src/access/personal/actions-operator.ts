import type { Context } from "../../kernel/context.ts";
import { isDay } from "../../kernel/day.ts";
import type { Id } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { writeAudit } from "../trail/store.ts";
import { DUTIES } from "./duties.data.ts";
import { nextStep } from "./incident.ts";
import {
  insertDuty,
  insertIncident,
  insertIncidentStep,
  listDuties,
  listIncidents,
  listPersonalReads,
} from "./store-operator.ts";
import type { DutyView, IncidentView, PersonalReadView } from "./views.ts";

const READS_SHOWN = 100;

const refuse = (code: AccessRefusalCode): never => {
  throw new Refusal(code);
};

/** What the page of the operator of personal data shows. */
export interface OperatorView {
  readonly duties: readonly DutyView[];
  readonly incidents: readonly IncidentView[];
  readonly reads: readonly PersonalReadView[];
}

/** The duties with what was done of each, the incidents, and who read whose data. Refuses `not-permitted`. */
export async function readOperator(ctx: Context<Tx>): Promise<OperatorView> {
  requirePermission(ctx, "personal.oversee");
  const recorded = new Map((await listDuties(ctx)).map((duty) => [duty.item, duty]));
  return {
    duties: DUTIES.map(({ item }) => recorded.get(item) ?? { item, doneOn: null, basis: "" }),
    incidents: await listIncidents(ctx),
    reads: await listPersonalReads(ctx, { personId: null, limit: READS_SHOWN }),
  };
}

/** Records that a duty was done on a day and on what basis, or, with an empty day, that it was not. Refuses `duty-malformed`. */
export async function recordDuty(ctx: Context<Tx>, duty: DutyView): Promise<void> {
  requirePermission(ctx, "personal.operate");
  const basis = duty.basis.trim();
  const isKnown = DUTIES.some(({ item }) => item === duty.item);
  const isPossible = duty.doneOn !== null && isDay(duty.doneOn) && duty.doneOn <= ctx.today;
  if (!isKnown || (duty.doneOn === null ? basis !== "" : !isPossible || basis === "")) refuse("duty-malformed");
  await insertDuty(ctx, { item: duty.item, doneOn: duty.doneOn, basis });
  const after = { doneOn: duty.doneOn };
  const subject = { kind: "operator-duty", id: null };
  await writeAudit(ctx, { action: "personal.operate", subject, detail: { item: duty.item }, after, basis });
}

/** Opens an incident; its clocks run from the moment at which it was found. Refuses `incident-malformed`. */
export async function openIncident(
  ctx: Context<Tx>,
  given: { readonly foundAt: Date; readonly description: string },
): Promise<Id> {
  requirePermission(ctx, "personal.operate");
  const description = given.description.trim();
  if (description === "" || Number.isNaN(given.foundAt.getTime()) || given.foundAt > ctx.now)
    refuse("incident-malformed");
  const { id, number } = await insertIncident(ctx, { foundAt: given.foundAt, description });
  const after = { foundAt: given.foundAt.toISOString() };
  await writeAudit(ctx, { action: "personal.incident", subject: { kind: "incident", id }, detail: { number }, after });
  return id;
}

/** Takes the next step of an incident, now. Refuses `incident-unknown`, `incident-step-wrong` out of order and `incident-malformed` without a note. */
export async function takeIncidentStep(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly step: string; readonly note: string },
): Promise<void> {
  requirePermission(ctx, "personal.operate");
  const incident = (await listIncidents(ctx)).find(({ id }) => id === given.id);
  if (!incident) return refuse("incident-unknown");
  const next = nextStep(incident.steps);
  if (next === null || next !== given.step) return refuse("incident-step-wrong");
  const note = given.note.trim();
  if (note === "") refuse("incident-malformed");
  await insertIncidentStep(ctx, incident.id, { step: next, doneAt: ctx.now, note });
  const detail = { number: incident.number, step: next };
  await writeAudit(ctx, { action: "personal.incident", subject: { kind: "incident", id: incident.id }, detail });
}
