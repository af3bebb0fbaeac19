import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";

/** What who has registered for an event is told. */
export interface VisitorNews {
  readonly eventId: Id;
  readonly what: "moved" | "cancelled";
  /** Why it was cancelled. */
  readonly reason?: string;
}

/** Tells them, in the transaction of what happened. */
export type TellVisitors = (ctx: Context<Tx>, news: VisitorNews) => Promise<void>;

/** Which of these events have somebody counted, or another proof that they were held: the attendance says it. */
export type FindCounted = (ctx: Context<Tx>, eventIds: readonly Id[]) => Promise<ReadonlySet<Id>>;
