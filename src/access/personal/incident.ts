import { INCIDENT_STEPS, type IncidentStep, type IncidentView } from "./views.ts";

const HOUR = 3_600_000;

/**
 * Hours from the moment at which the incident was found (152-ФЗ, art. 21 p. 3.1): within 24 the regulator is told what happened
 * and what is supposed to be its cause; within 72, what the inquiry found and who is to answer for it.
 */
const HOURS: Readonly<Record<Exclude<IncidentStep, "closing">, number>> = { "first-notice": 24, "inquiry-notice": 72 };

/** A clock of an incident: until when, and how it stands. */
export interface Clock {
  readonly step: IncidentStep;
  readonly until: Date;
  readonly doneAt: Date | null;
  /** Done in time, done late, still running, or run out. */
  readonly state: "kept" | "missed" | "running" | "late";
}

/** The two clocks as they stand at `now`. Whole hours and minutes count: a notice at the last instant is in time. */
export function readClocks(incident: Pick<IncidentView, "foundAt" | "steps">, now: Date): readonly Clock[] {
  return (["first-notice", "inquiry-notice"] as const).map((step) => {
    const until = new Date(incident.foundAt.getTime() + HOURS[step] * HOUR);
    const doneAt = incident.steps.find((done) => done.step === step)?.doneAt ?? null;
    return { step, until, doneAt, state: judge(until, doneAt, now) };
  });
}

function judge(until: Date, doneAt: Date | null, now: Date): Clock["state"] {
  if (doneAt) return doneAt <= until ? "kept" : "missed";
  return now <= until ? "running" : "late";
}

/** The step that comes next; null where the incident is closed. Steps are taken in their order. */
export function nextStep(steps: IncidentView["steps"]): IncidentStep | null {
  return INCIDENT_STEPS.find((step) => !steps.some((done) => done.step === step)) ?? null;
}
