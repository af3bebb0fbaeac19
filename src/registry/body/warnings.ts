import { type BodyHistory, seatsOn } from "./share.ts";
import { type BodyWarning, TERM_WARNING_DAYS } from "./views.ts";

/**
 * What is amiss on a day: terms that run out within some weeks, terms that ran out with nobody after them, and seats held beyond
 * the number that there is. A body that has ended is left alone.
 */
export function warnOf(body: BodyHistory, today: string): readonly BodyWarning[] {
  if (body.until !== null && body.until < today) return [];
  const seats = seatsOn(body, today);
  const soon = addDays(today, TERM_WARNING_DAYS);
  const bySeat = Map.groupBy(
    body.holdings.filter(({ since }) => since <= today),
    ({ seat }) => seat,
  );
  return [...bySeat].flatMap(([seat, holdings]): BodyWarning[] => {
    const last = holdings.toSorted((a, b) => a.since.localeCompare(b.since)).at(-1);
    const follows = body.holdings.some((other) => other.seat === seat && other.since > today);
    const until = last?.until ?? null;
    const isHeld = until === null || until >= today;
    if (isHeld && seat > seats) return [{ kind: "beyond", seat, seats }];
    if (until === null || seat > seats || follows || until > soon) return [];
    return [{ kind: isHeld ? "runs-out" : "ran-out", seat, until }];
  });
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
