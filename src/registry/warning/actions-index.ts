import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { listBoundaryWarnings } from "../boundary/actions-warn.ts";
import { computeWarnings } from "./actions.ts";
import { selectRegisterToken, selectWarnable } from "./store.ts";
import type { Warning } from "./views.ts";

/** What is to be mended in a whole register. */
export interface WarningIndex {
  /** By association; one that has none is left out. */
  readonly of: ReadonlyMap<Id, readonly Warning[]>;
  /** Those with an error or a warning: notes alone are nothing to mend. */
  readonly warned: readonly Id[];
}

interface Kept {
  readonly token: string;
  readonly today: string;
  readonly index: WarningIndex;
}

/** A process keeps what it computed of so many municipalities last. */
const MOST_KEPT = 50;
const kept = new Map<Id, Kept>();

/**
 * The warnings of every association today. They are computed once and kept by the process until something that they follow from
 * changes: the database gives the register another token at the commit of every such change (migration of `register_state`), and
 * the day is theirs.
 */
export async function loadWarningIndex(ctx: Context<Tx>): Promise<WarningIndex> {
  const { municipalityId, today } = ctx;
  // Read before what is computed: a change that comes between the two is computed again, never lost.
  const token = await selectRegisterToken(ctx);
  if (token === null) return makeIndex(ctx);
  const known = kept.get(municipalityId);
  kept.delete(municipalityId);
  const current =
    known?.token === token && known.today === today ? known : { token, today, index: await makeIndex(ctx) };
  kept.set(municipalityId, current);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return current.index;
}

async function makeIndex(ctx: Context<Tx>): Promise<WarningIndex> {
  const associations = await selectWarnable(ctx);
  const boundary = Map.groupBy(await listBoundaryWarnings(ctx), ({ associationId }) => associationId);
  const all = await computeWarnings(ctx, associations, { named: associations, boundary });
  const some = [...all].filter(([, warnings]) => warnings.length > 0);
  const isWarned = (warnings: readonly Warning[]) => warnings.some(({ severity }) => severity !== "note");
  return { of: new Map(some), warned: some.flatMap(([id, warnings]) => (isWarned(warnings) ? [id] : [])) };
}
