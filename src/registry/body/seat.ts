import { fold } from "../../kernel/fold.ts";
import type { Id } from "../../kernel/id.ts";
import { refuseBody } from "./refusals.ts";
import { seatsOn } from "./share.ts";

/** A term during which somebody holds a seat; `until` is the last day, null without an end. */
export interface Holding {
  readonly id: Id | null;
  readonly seat: number;
  readonly holderName: string | null;
  readonly since: string;
  readonly until: string | null;
}

interface Frame {
  readonly since: string;
  readonly until: string | null;
  readonly sizes: readonly { readonly since: string; readonly seats: number }[];
}

/** Whether two terms have a day in common. */
export function overlap(a: Pick<Holding, "since" | "until">, b: Pick<Holding, "since" | "until">): boolean {
  return (b.until === null || a.since <= b.until) && (a.until === null || b.since <= a.until);
}

/**
 * Whether a seat can be taken for a term: within the body's days, one that there is on its first day, held by nobody else on any
 * of its days. Refuses `seat-term`, `seat-number`, `seat-taken`, `seat-holder-twice`.
 */
export function requireFreeSeat(body: Frame, wanted: Holding, others: readonly Holding[]): void {
  const { seat, since, until } = wanted;
  const isWithin =
    since >= body.since && (body.until === null || (since <= body.until && (until ?? since) <= body.until));
  if ((until !== null && until < since) || !isWithin) refuseBody("seat-term");
  const seats = seatsOn(body, since);
  if (seat < 1 || seat > seats) refuseBody("seat-number", { seat, seats });
  const meeting = others.filter((other) => other.id !== wanted.id && overlap(other, wanted));
  const taken = meeting.find((other) => other.seat === seat);
  if (taken) refuseBody("seat-taken", { seat, since: taken.since });
  const name = wanted.holderName === null ? null : fold(wanted.holderName);
  const same = meeting.find((other) => other.holderName !== null && fold(other.holderName) === name);
  if (same) refuseBody("seat-holder-twice", { seat: same.seat });
}
