import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXAMPLE_READING } from "../testing-store.ts";
import { applyChange } from "./change.ts";
import { type Edit, isLineEdit } from "./edit.ts";
import { deriveMoves, listMoves, movePosition, rebaseChange, rebaseEdit } from "./rebase.ts";
import { changeOf, DICE, throwEdit } from "./testing-edits.ts";

const insert = (at: number): Edit => ({ do: "insert", list: "activities", at, name: "", objective: null });
const remove = (at: number): Edit => ({ do: "remove", list: "activities", at, name: "" });
const move = (from: number, to: number): Edit => ({ do: "move", list: "activities", from, to });
const set = (at: number): Edit => ({
  do: "set",
  address: { of: "figure", at, kind: "local", key: "2025" },
  was: "",
  text: "1",
});

const CASES: [what: string, edit: Edit, other: Edit, expected: Edit | null][] = [
  ["a cell below a new line", set(3), insert(1), set(4)],
  ["a cell above a new line", set(0), insert(1), set(0)],
  ["a cell of a line taken out", set(1), remove(1), null],
  ["a cell below a line taken out", set(3), remove(1), set(2)],
  ["a cell of a line that moved", set(1), move(1, 4), set(4)],
  ["a cell between", set(3), move(1, 4), set(2)],
  ["a new line after a line taken out", insert(3), remove(1), insert(2)],
  ["the same line taken out twice", remove(1), remove(1), null],
  ["a line moved below a new one", move(2, 5), insert(0), move(3, 6)],
];

describe("an edit made without sight of another", () => {
  it.each(CASES)("of %s finds its place", (_what, edit, other, expected) => {
    expect(rebaseEdit(edit, other)).toEqual(expected);
  });

  it("of another list stays as it is", () => {
    expect(rebaseEdit({ ...set(3) }, { ...insert(0), list: "indicators" } as Edit)).toEqual(set(3));
  });

  it("of a cell lands on the line it was meant for", () => {
    fc.assert(
      fc.property(fc.array(DICE, { maxLength: 6 }), fc.nat(8), (dice, at) => {
        const start = EXAMPLE_READING.programme;
        const others: Edit[] = [];
        let theirs = start;
        for (const one of dice) {
          const edit = throwEdit(theirs, { ...one, deed: 70 + (one.deed % 30) });
          others.push(edit);
          theirs = applyChange(theirs, changeOf(edit)).programme;
        }
        const name = start.activities[at]?.name.text;
        const { change } = rebaseChange(changeOf(set(at)), listMoves([changeOf(...others)]));
        const [mine] = change.edits;
        const found =
          mine?.do === "set" && mine.address.of === "figure" ? theirs.activities[mine.address.at] : undefined;
        expect(found?.name.text).toBe(theirs.activities.some((line) => line.name.text === name) ? name : undefined);
      }),
    );
  });
});

describe("the moves between two orders of lines", () => {
  it("lead from one to the other", () => {
    const order = fc.uniqueArray(fc.constantFrom(..."abcdefg".split("")));
    fc.assert(
      fc.property(order, order, (before, after) => {
        const moves = deriveMoves("activities", before, after);
        before.forEach((id, at) => {
          const moved = moves.reduce<number | null>(
            (now, edit) => (now === null || !isLineEdit(edit) ? now : movePosition(now, edit)),
            at,
          );
          expect(moved).toBe(after.includes(id) ? after.indexOf(id) : null);
        });
      }),
    );
  });
});
