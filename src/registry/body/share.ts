import { divideRounded, ONE } from "../../kernel/decimal.ts";
import type { Id } from "../../kernel/id.ts";
import type { SeatShare, ShareRule, ShareTerm } from "./views.ts";

/** A body as its share depends on it. Dates are local, `YYYY-MM-DD`; `until` is the last day. */
export interface BodyHistory {
  readonly id: Id;
  readonly name: string;
  readonly since: string;
  readonly until: string | null;
  readonly sizes: readonly { readonly since: string; readonly seats: number }[];
  readonly holdings: readonly {
    readonly seat: number;
    readonly associationId: Id | null;
    readonly since: string;
    readonly until: string | null;
  }[];
}

const holds = ({ since, until }: { readonly since: string; readonly until: string | null }, day: string) =>
  since <= day && (until === null || day <= until);

/** How many seats a body has on a day: none before it was set up and after it ended. */
export function seatsOn(body: Pick<BodyHistory, "since" | "until" | "sizes">, day: string): number {
  if (!holds(body, day)) return 0;
  const sizes = body.sizes.filter(({ since }) => since <= day).toSorted((a, b) => a.since.localeCompare(b.since));
  return sizes.at(-1)?.seats ?? 0;
}

/** The seats held on a day, each once, by associations' representatives or by others; a seat beyond the number counts for nothing. */
export function heldOn(body: BodyHistory, day: string, by: "associations" | "others" = "associations"): number {
  const seats = seatsOn(body, day);
  const held = body.holdings.filter(
    (holding) =>
      holding.seat <= seats && (holding.associationId !== null) === (by === "associations") && holds(holding, day),
  );
  return new Set(held.map(({ seat }) => seat)).size;
}

/**
 * «Доля мест представителей ТОС»: seats held by them divided by all seats, of every body and in all. In all it is the quotient of
 * the sums, not the mean of the bodies' shares: a large council weighs more. `year-end` looks at 31 December, `mean` adds up the
 * days of the year; of a year that is not over, both go as far as `today`.
 */
export function shareOf(
  bodies: readonly BodyHistory[],
  year: number,
  asked: { rule: ShareRule; today: string },
): SeatShare {
  const { rule, today } = asked;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const asOf = today < first ? null : today < last ? today : last;
  const days = asOf === null ? [] : rule === "mean" ? listDays(first, asOf) : [asOf];
  const terms = bodies.flatMap((body): ShareTerm[] => {
    const seats = addUp(days.map((day) => seatsOn(body, day)));
    const held = addUp(days.map((day) => heldOn(body, day)));
    return seats === 0 ? [] : [{ bodyId: body.id, name: body.name, seats, held, percent: percentOf(held, seats) }];
  });
  const seats = addUp(terms.map((term) => term.seats));
  const held = addUp(terms.map((term) => term.held));
  return { year, rule, asOf, days: days.length, terms, seats, held, percent: percentOf(held, seats) };
}

/** In millionths of a per cent, rounded to its last place; null of nothing. */
function percentOf(held: number, seats: number): bigint | null {
  return seats === 0 ? null : divideRounded(BigInt(held) * 100n * ONE, BigInt(seats));
}

const addUp = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** Every day from one to another, both included. */
function listDays(from: string, to: string): readonly string[] {
  const [start, end] = [from, to].map((day) => Date.parse(`${day}T00:00:00Z`)) as [number, number];
  const count = Math.round((end - start) / 86_400_000) + 1;
  return Array.from({ length: count }, (_, at) => new Date(start + at * 86_400_000).toISOString().slice(0, 10));
}
