import type { EventDoor, VisitorTable } from "../event/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import { writeLog } from "../platform/log.ts";

type Run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => Promise<T>;

const TELL_EVERY_MS = 150;

/**
 * Begins to take a table of visitors in and answers at once with where its progress is told; the table itself stays in memory, so
 * that no name is kept that is not taken. Refuses what a preview would say is in the way.
 */
export async function importVisitors(run: Run, { visitors }: EventDoor, given: VisitorTable): Promise<Id> {
  const id = await run((ctx) => visitors.open(ctx, given));
  void takeIn(run, { visitors, id, given });
  return id;
}

async function takeIn(
  run: Run,
  { visitors, id, given }: { visitors: EventDoor["visitors"]; id: Id; given: VisitorTable },
): Promise<void> {
  let told = performance.now();
  const tell = async (done: number): Promise<boolean> => {
    if (performance.now() - told < TELL_EVERY_MS) return true;
    told = performance.now();
    return run((ctx) => visitors.noteProgress(ctx, id, done));
  };
  try {
    await run((ctx) => visitors.accept(ctx, { ...given, importId: id, tell }));
  } catch (error) {
    if (!(error instanceof Refusal)) writeLog("error", "a table of visitors could not be taken in", { error });
    const code = error instanceof Refusal ? error.code : null;
    await run((ctx) => visitors.end(ctx, { id, state: "failed", result: null, code })).catch((failure: unknown) =>
      writeLog("error", "the end of an import could not be noted", { error: failure }),
    );
  }
}
