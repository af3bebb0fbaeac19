import { newId } from "../../../src/kernel/id.ts";
import type { Doors } from "../../app/doors.ts";
import { readText } from "../parts/act.ts";

/** What the page of an event's attendance does by the name of its form. */
type Deed = (doors: Doors, form: FormData, eventId: string) => Promise<unknown>;

export const DEEDS: Readonly<Record<string, Deed>> = {
  mark: ({ run, events }, form, eventId) => {
    const mark = { id: newId(), siteId: readText(form, "site"), participantId: readText(form, "participant") };
    return run((ctx) => events.attendance.recordMark(ctx, eventId, { marks: [mark] }));
  },
  enter: ({ run, events }, form, eventId) =>
    run(async (ctx) => {
      const { associationId } = await events.getEvent(ctx, eventId);
      const id = readText(form, "participant");
      const [name, birthYear] = [readText(form, "name"), readText(form, "birthYear")];
      await events.attendance.recordMark(ctx, eventId, {
        participants: [{ id, name, birthYear, associationId, consent: form.has("consent") }],
        marks: [{ id: newId(), siteId: readText(form, "site"), participantId: id }],
      });
    }),
  unmark: ({ run, events }, form, eventId) =>
    run((ctx) => events.attendance.recordMark(ctx, eventId, { takenBack: [readText(form, "mark")] })),
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
