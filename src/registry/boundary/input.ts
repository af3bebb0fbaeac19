import { z } from "zod";
import { refuseBoundary } from "./refusals.ts";
import type { BoundaryAct } from "./views.ts";
import { ACT_KINDS } from "./views.ts";

/** The act and the day as a form sends them. */
export interface ActInput {
  readonly actKind: string;
  readonly actNumber: string;
  readonly actDate: string;
  readonly since: string;
}

const actShape = z.object({
  actKind: z.enum(ACT_KINDS),
  actNumber: z.string().trim().max(100),
  actDate: z.union([z.literal("").transform(() => null), z.iso.date()]),
});

/** Refuses `boundary-act` and `boundary-since`. */
export function parseAct(given: ActInput): { readonly act: BoundaryAct; readonly since: string } {
  const act = actShape.safeParse(given);
  if (!act.success) return refuseBoundary("boundary-act");
  const since = z.iso.date().safeParse(given.since);
  if (!since.success) return refuseBoundary("boundary-since");
  const { actKind: kind, actNumber: number, actDate: date } = act.data;
  return { act: { kind, number, date }, since: since.data };
}
