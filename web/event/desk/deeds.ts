import type { Doors } from "../../app/doors.ts";
import { readText } from "../parts/act.ts";

/** What the page of an event does by the name of its form; the id of another event where it leads to one. */
type Deed = (doors: Doors, form: FormData, id: string) => Promise<string | undefined>;

const move =
  (name: string): Deed =>
  async ({ run, events }, form, id) =>
    void (await run((ctx) =>
      events.moveEvents(ctx, {
        ids: [id],
        move: name,
        reason: readText(form, "reason"),
        following: form.has("following"),
      }),
    ));

const readQuestion = (form: FormData) => ({
  id: readText(form, "question"),
  version: Number(readText(form, "version")),
});

export const DEEDS: Readonly<Record<string, Deed>> = {
  announce: move("announce"),
  hold: move("hold"),
  confirm: move("confirm"),
  reopen: move("reopen"),
  cancel: move("cancel"),
  outcome: async ({ run, events }, form, id) =>
    run((ctx) =>
      events.saveOutcome(ctx, {
        id,
        version: Number(readText(form, "version")),
        minutes: readText(form, "minutes"),
        results: readText(form, "results"),
      }),
    ).then(() => undefined),
  paper: addPapers,
  "remove-paper": async ({ run, events }, form) =>
    run((ctx) => events.removePaper(ctx, readText(form, "paper"))).then(() => undefined),
  raise: async ({ run, events }, form, eventId) =>
    void (await run((ctx) =>
      events.raiseQuestion(ctx, {
        eventId,
        question: readText(form, "question"),
        asker: readText(form, "asker"),
        contact: readText(form, "contact"),
        ownerId: readText(form, "ownerId"),
        dueDate: readText(form, "dueDate"),
      }),
    )),
  answer: async ({ run, events }, form) =>
    void (await run((ctx) => events.answerQuestion(ctx, { ...readQuestion(form), answer: readText(form, "answer") }))),
  publish: async ({ run, events }, form) => {
    const words = { publicQuestion: readText(form, "publicQuestion"), publicAnswer: readText(form, "publicAnswer") };
    await run((ctx) => events.publishAnswer(ctx, { ...readQuestion(form), ...words }));
    return undefined;
  },
  withdraw: async ({ run, events }, form) =>
    void (await run((ctx) =>
      events.withdrawQuestion(ctx, { ...readQuestion(form), reason: readText(form, "reason") }),
    )),
  copy: async ({ run, events }, form, id) => run((ctx) => events.copyEvent(ctx, { id, date: readText(form, "date") })),
};

/** Files are drawn anew and stored before the transaction that names them; who may not is told before that. */
async function addPapers({ run, events }: Doors, form: FormData, id: string): Promise<undefined> {
  await run((ctx) => events.requirePaperRight(ctx, id));
  for (const file of form.getAll("files")) {
    // A browser sends an empty file where none was chosen.
    if (!(file instanceof File) || (file.name === "" && file.size === 0)) continue;
    const prepared = await events.preparePaper({
      kind: readText(form, "kind"),
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      caption: readText(form, "caption"),
      isPublic: form.has("isPublic"),
      keepsPlace: form.has("keepsPlace"),
    });
    await run((ctx) => events.addPaper(ctx, id, prepared));
  }
}
