import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkProgramme } from "../check/index.ts";
import { CLEAN, change, readText } from "../check/testing.ts";
import type { Programme } from "../contract.ts";
import { EXAMPLE_READING } from "../testing-store.ts";
import { applyChange } from "./change.ts";
import { watchFindings } from "./live-findings.ts";
import { changeOf, DICE, throwEdit } from "./testing-edits.ts";

const PROGRAMMES: [string, Programme][] = [
  ["the example", EXAMPLE_READING.programme],
  ["a programme in which all agrees", readText(CLEAN).programme],
  ["a programme with a wrong sum", change(["100,0\n\t200,0\n\t300,0\n\tx", "101,0\n\t200,0\n\t300,0\n\tx"]).programme],
  ["a programme with a malformed number", change(["20,0\n\t40,0\n\t60,0", "20, 0\n\t40,0\n\t60,0"]).programme],
];

describe("the live findings", () => {
  it.each(PROGRAMMES)("of %s are those of the check, through any edits", (_name, start) => {
    fc.assert(
      fc.property(fc.array(DICE, { maxLength: 10 }), (dice) => {
        const find = watchFindings();
        let programme = start;
        expect(find(programme)).toEqual(checkProgramme(programme));
        for (const one of dice) {
          programme = applyChange(programme, changeOf(throwEdit(programme, one))).programme;
          expect(find(programme)).toEqual(checkProgramme({ ...programme }));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("of one draft after another are each draft's own", () => {
    const find = watchFindings();
    for (const [, programme] of [...PROGRAMMES, ...PROGRAMMES]) {
      expect(find(programme)).toEqual(checkProgramme(programme));
    }
  });
});
