import type { BatchInput, BatchOutcome } from "../../../src/event/index.ts";
import { newId } from "../../../src/kernel/id.ts";
import { Refusal } from "../../../src/kernel/refusal.ts";
import type { Doors } from "../../app/doors.ts";
import { readText } from "../parts/act.ts";

/** What the page of an event's attendance does by the name of its form. */
type Deed = (doors: Doors, form: FormData, eventId: string) => Promise<unknown>;

export const DEEDS: Readonly<Record<string, Deed>> = {
  mark: (doors, form, eventId) =>
    record(doors, eventId, {
      channel: "name",
      marks: [{ id: newId(), siteId: readText(form, "site"), participantId: readText(form, "participant") }],
    }),
  enter: async (doors, form, eventId) => {
    const { associationId } = await doors.run((ctx) => doors.events.getEvent(ctx, eventId));
    const id = readText(form, "participant");
    const [name, birthYear] = [readText(form, "name"), readText(form, "birthYear")];
    await record(doors, eventId, {
      channel: "name",
      participants: [{ id, name, birthYear, associationId, consent: form.has("consent") }],
      marks: [{ id: newId(), siteId: readText(form, "site"), participantId: id }],
    });
  },
  unmark: (doors, form, eventId) => record(doors, eventId, { channel: "name", takenBack: [readText(form, "mark")] }),
  count: ({ run, events }, form, eventId) =>
    run((ctx) =>
      events.attendance.countHeads(ctx, {
        eventId,
        siteId: readText(form, "site"),
        people: readText(form, "people"),
        method: readText(form, "method"),
        note: readText(form, "note"),
        evidencePaperId: readText(form, "evidence"),
      }),
    ),
  accept: decide(true),
  refuse: decide(false),
  join: ({ run, events }, form) =>
    run((ctx) =>
      events.attendance.joinNamesakes(ctx, { keepId: readText(form, "keep"), aliasId: readText(form, "alias") }),
    ),
};

function decide(accept: boolean): Deed {
  return ({ run, events }, form, eventId) =>
    run((ctx) =>
      events.attendance.decideLate(ctx, {
        eventId,
        markIds: form.getAll("mark").map(String),
        accept,
        reason: readText(form, "reason"),
      }),
    );
}

/** A batch of one: what it refuses, the form is told. */
async function record({ run, events }: Doors, eventId: string, batch: BatchInput): Promise<BatchOutcome> {
  return run(async (ctx) => {
    const outcome = await events.attendance.recordMarks(ctx, eventId, batch);
    const [refused] = outcome.refused;
    if (refused) throw new Refusal(refused.code, { limit: 200 });
    return outcome;
  });
}
