import fc from "fast-check";
import { expect, test } from "vitest";
import { countTaken, moveUp, type Seating, seat } from "./seats.ts";

const party = (id: string, places: number, state: Seating["state"]): Seating => ({ id, places, state });

test("without a limit everybody has a seat", () => {
  expect(seat([party("a", 10, "confirmed")], 10, null)).toBe("confirmed");
});

test("who comes later waits behind who waits, even where a single seat is free", () => {
  const there = [party("a", 2, "confirmed"), party("b", 3, "waiting")];
  expect(seat(there, 1, 3)).toBe("waiting");
  expect(moveUp(there, 5)).toEqual(["b"]);
  expect(moveUp([...there, party("c", 1, "waiting")], 3)).toEqual([]);
});

test("whatever people do, a limit is never passed and the waiting list keeps its order", () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("come" as const), places: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constant("go" as const), at: fc.nat(20) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 4, max: 12 }), (steps, capacity) => {
      let there: Seating[] = [];
      for (const [at, one] of steps.entries()) {
        if (one.do === "come") {
          there = [...there, party(String(at), one.places, seat(there, one.places, capacity))];
        } else {
          there = there.filter((_, place) => place !== one.at);
          const moved = moveUp(there, capacity);
          there = there.map((row) => (moved.includes(row.id) ? { ...row, state: "confirmed" as const } : row));
        }
        expect(countTaken(there)).toBeLessThanOrEqual(capacity);
        const waiting = there.filter(({ state }) => state === "waiting");
        const [first] = waiting;
        // Who waits first does not fit: otherwise they would have a seat.
        if (first && one.do === "go") expect(countTaken(there) + first.places).toBeGreaterThan(capacity);
      }
    }),
  );
});
