import fc from "fast-check";
import { expect, test } from "vitest";
import { CLEAN, readText } from "../check/testing.ts";
import { compareProgrammes } from "../compare/index.ts";
import type { Programme } from "../contract.ts";
import type { Edit } from "../draft/edit.ts";
import { AMENDED_PARTS, TECHNIQUES, type TechniqueChoices } from "./act.ts";
import { applyProposals } from "./apply.ts";
import { draftAct, suggestRequisites } from "./draft-act.ts";
import { readAct } from "./reading/read-act.ts";
import { amend, paperTree, readExample } from "./testing.ts";

const PROGRAMMES: readonly Programme[] = [readExample(), readText(CLEAN).programme];

type Draw = (most: number) => number;

/** One small change of a programme, as a clerk makes them. */
const CHANGES: readonly ((programme: Programme, draw: Draw) => Edit | null)[] = [
  ({ activities }, draw) => {
    const at = draw(activities.length);
    const source = activities[at]?.sources.at(draw(activities[at]?.sources.length ?? 1));
    const key =
      Object.keys(source?.values ?? {})
        .filter((one) => one !== "total")
        .at(draw(2)) ?? "2025";
    const was = source?.values[key]?.printed ?? "";
    return source
      ? { do: "set", address: { of: "figure", at, kind: source.kind, key }, was, text: `${draw(900)},5` }
      : null;
  },
  ({ activities, years }, draw) => {
    const at = draw(activities.length);
    const key = String(years[draw(years.length)]);
    const was = activities[at]?.quantity?.values[key]?.printed ?? "";
    return { do: "set", address: { of: "figure", at, kind: "quantity", key }, was, text: String(draw(40)) };
  },
  ({ indicators, years }, draw) => {
    const at = draw(indicators.length);
    const key = String(years[draw(years.length)]);
    return {
      do: "set",
      address: { of: "target", at, key },
      was: indicators[at]?.targets.values[key]?.printed ?? "",
      text: String(draw(300)),
    };
  },
  ({ indicators }, draw) => {
    const at = draw(indicators.length);
    return {
      do: "set",
      address: { of: "weight", at },
      was: indicators[at]?.weight?.printed ?? "",
      text: `0,${draw(8) + 1}`,
    };
  },
  ({ activities }, draw) => {
    const at = draw(activities.length);
    const was = activities[at]?.expectedResult?.text ?? "";
    return {
      do: "set",
      address: { of: "activity", at, field: "expectedResult" },
      was,
      text: `${was} в ${draw(9)} сёлах`,
    };
  },
  ({ activities }, draw) => {
    const at = draw(activities.length);
    const was = activities[at]?.name.text ?? "";
    return { do: "set", address: { of: "activity", at, field: "name" }, was, text: `${was} и «Двор года ${draw(99)}»` };
  },
  ({ sections }, draw) => {
    const section = draw(sections.length);
    const paragraph = draw(sections[section]?.paragraphs.length ?? 1);
    const was = sections[section]?.paragraphs[paragraph]?.text ?? "";
    return { do: "set", address: { of: "section", section, paragraph }, was, text: changeWord(was, draw) };
  },
  // The row of money is changed by what follows from figures: a torn unit there would be read in another way.
  ({ passport }, draw) => {
    const rows = passport.rows.flatMap((one, at) => (/объ[её]м/i.test(one.label.text) ? [] : [at]));
    const row = rows[draw(rows.length)] ?? 0;
    const was = passport.rows[row]?.text.text ?? "";
    return { do: "set", address: { of: "passport", row }, was, text: changeWord(was, draw) };
  },
  ({ activities }, draw) => {
    if (activities.length < 2) return null;
    const at = draw(activities.length);
    return { do: "remove", list: "activities", at, name: activities[at]?.name.text ?? "" };
  },
  ({ activities }, draw) => {
    const at = draw(activities.length);
    const line = activities[at];
    const name = `Благоустройство двора № ${draw(500)}`;
    const objective = line ? (line.objective ?? 1) - 1 : 0;
    return line
      ? { do: "insert", list: "activities", at, name, objective, line: { ...line, name: { ...line.name, text: name } } }
      : null;
  },
];

/** A word replaced, struck out or put behind another. */
function changeWord(text: string, draw: Draw): string {
  const words = text.split(" ");
  const at = draw(words.length);
  const how = draw(3);
  if (how === 0) words[at] = "«Родник»";
  else if (how === 1 && words.length > 3) words.splice(at, 1);
  else words.splice(at + 1, 0, "соседских");
  return words.join(" ");
}

const choice = fc.record({
  programme: fc.nat(PROGRAMMES.length - 1),
  changes: fc.array(fc.tuple(fc.nat(CHANGES.length - 1), fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 })), {
    minLength: 1,
    maxLength: 4,
  }),
  techniques: fc.record(
    Object.fromEntries(AMENDED_PARTS.map((part) => [part, fc.constantFrom(undefined, ...TECHNIQUES)])),
  ),
});

function makeChanges(programme: Programme, changes: readonly (readonly [number, readonly number[]])[]): Programme {
  return changes.reduce((current, [which, numbers]) => {
    let at = 0;
    const draw: Draw = (most) => (numbers[at++ % numbers.length] ?? 0) % Math.max(1, most);
    const edit = CHANGES[which]?.(current, draw);
    return edit ? amend(current, [edit]) : current;
  }, programme);
}

test("what a drafted act says, read back, makes the later edition of the earlier", () => {
  fc.assert(
    fc.property(choice, ({ programme, changes, techniques }) => {
      const was = PROGRAMMES[programme] as Programme;
      const became = makeChanges(was, changes);
      const compared = compareProgrammes(was, became);
      fc.pre(compared.length > 0);
      const input = {
        was,
        became,
        changes: compared,
        requisites: suggestRequisites(was),
        techniques: techniques as TechniqueChoices,
      };
      const reading = readAct(paperTree(draftAct(input)), was);
      expect(reading.findings).toEqual([]);
      const after = applyProposals(was, reading.proposals);
      expect(after.problems).toEqual([]);
      // The comparison knows lines of money by their places too: a row with the same text on both sides is the same.
      const left = compareProgrammes(after.programme, became).filter(
        ({ subject, was: old, became: now }) => subject !== "passport-row" || old !== now,
      );
      expect(left.map(({ subject, line, key, was: old, became: now }) => [subject, line?.name, key, old, now])).toEqual(
        [],
      );
    }),
    { numRuns: 150 },
  );
});
