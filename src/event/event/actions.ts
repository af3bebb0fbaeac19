import { writeAudits } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { checkInput, type Frame, foldSearch, loadFrame, ruleOf } from "./actions-frame.ts";
import { nameAssociations } from "./actions-meant.ts";
import { requireOwnership } from "./actions-require.ts";
import { tellFields } from "./fields.ts";
import type { EventInput } from "./input.ts";
import { insertEvents, type NewEvent } from "./store.ts";

/** Plans one event. Refuses what the form lacks (`actions-frame.ts`) and whom the permission table does not let. */
export async function planEvent(ctx: Context<Tx>, input: EventInput): Promise<Id> {
  const [id = ""] = await planEvents(ctx, [input]);
  return id;
}

/** Plans many events at once, all or none; their ids in the order given. Refuses as `planEvent`. */
export async function planEvents(ctx: Context<Tx>, inputs: readonly EventInput[]): Promise<readonly Id[]> {
  const frame = await loadFrame(ctx);
  const planned = [];
  for (const input of inputs) {
    const fields = checkInput(frame, await nameAssociations(ctx, input));
    planned.push({ fields, series: null, copiedFromId: null });
  }
  return savePlanned(ctx, frame, planned);
}

/** Writes checked events as planned, with a row of the trail each. Refuses as `requirePermission`. */
export async function savePlanned(
  ctx: Context<Tx>,
  frame: Frame,
  planned: readonly Pick<NewEvent, "fields" | "series" | "copiedFromId">[],
): Promise<readonly Id[]> {
  const events = planned.map((event) => {
    requireOwnership(ctx, event.fields, ruleOf(frame, event.fields));
    return { ...event, id: newId(), search: foldSearch(frame, event.fields) };
  });
  await insertEvents(ctx, events);
  await writeAudits(
    ctx,
    events.map(({ id, fields, series, copiedFromId }) => ({
      action: "event.keep",
      subject: { kind: "event", id },
      detail: { step: "plan", ...(series && { series: series.id }), ...(copiedFromId && { copiedFrom: copiedFromId }) },
      after: tellFields(fields, ["kind", "title", "organiser", "associationId", "startsAt", "endsAt", "sites"]),
    })),
  );
  return events.map(({ id }) => id);
}
