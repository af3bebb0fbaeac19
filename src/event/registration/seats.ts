import type { RegistrationState } from "../contract.ts";

/** Of a registration what taking seats looks at. */
export interface Seating {
  readonly id: string;
  readonly places: number;
  readonly state: RegistrationState;
}

/** Seats that confirmed registrations take. */
export function countTaken(registrations: readonly Seating[]): number {
  return registrations.filter(({ state }) => state === "confirmed").reduce((sum, { places }) => sum + places, 0);
}

/** Where a registration goes: nobody overtakes who waits already, and a limit is never passed. */
export function seat(
  registrations: readonly Seating[],
  places: number,
  capacity: number | null,
): "confirmed" | "waiting" {
  if (capacity === null) return "confirmed";
  const waits = registrations.some(({ state }) => state === "waiting");
  return !waits && countTaken(registrations) + places <= capacity ? "confirmed" : "waiting";
}

/** Who moves up from the waiting list, in its order, as far as each fits; ids. */
export function moveUp(registrations: readonly Seating[], capacity: number | null): readonly string[] {
  let taken = countTaken(registrations);
  const moved: string[] = [];
  for (const { id, places, state } of registrations) {
    if (state !== "waiting") continue;
    // The first who does not fit holds the others back: a later small party does not overtake a large one.
    if (capacity !== null && taken + places > capacity) break;
    taken += places;
    moved.push(id);
  }
  return moved;
}
