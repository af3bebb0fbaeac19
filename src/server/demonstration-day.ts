import type { Context } from "../kernel/context.ts";
import { toInstant } from "../kernel/times.ts";
import type { Tx } from "../platform/database/index.ts";

const TIME_ZONE = "Asia/Novosibirsk";

/** The same context on a day of the demonstration's year: what is done then counts from then. */
export function onDay(ctx: Context<Tx>, day: string, time = "11:00"): Context<Tx> {
  return { ...ctx, now: toInstant(day, time, TIME_ZONE), today: day };
}
