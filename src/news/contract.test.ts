import { expect, test } from "vitest";
import { EDITABLE, listMoves, MOVES, PUBLICATION_STATES, TRANSITIONS } from "./contract.ts";

test("from each state leads what the table says", () => {
  expect(Object.fromEntries(PUBLICATION_STATES.map((state) => [state, listMoves(state)]))).toEqual({
    draft: ["submit"],
    "for-approval": ["approve", "return"],
    returned: ["submit"],
    approved: ["return", "publish"],
    published: ["withdraw"],
    withdrawn: [],
  });
});

test("nothing is published that was not approved, and what may be edited is not public", () => {
  expect(
    MOVES.filter((move) => TRANSITIONS[move].to === "published").flatMap((move) => TRANSITIONS[move].from),
  ).toEqual(["approved"]);
  expect(EDITABLE).not.toContain("published");
  expect(MOVES.filter((move) => TRANSITIONS[move].asks === "news.write")).toEqual(["submit"]);
});
