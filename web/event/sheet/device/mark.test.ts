import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, isCome, isOver, type Mark, mergeMarks, settleMark, toBatch, toggleMark } from "./mark.ts";

const EVENT = "e";
const place = (participantId: string) => ({ eventId: EVENT, siteId: "s", participantId });
const NOW = "2026-04-18T04:00:00Z";
const tap = (mark: Mark | undefined, id: string) => toggleMark(place("p"), mark, { id, now: NOW });
const kept = tap(undefined, "m") as Mark;

describe("a tap", () => {
  test.each([
    ["makes a mark", undefined, "kept"],
    ["takes a mark that never left away", kept, null],
    ["takes one back that may have arrived", { ...kept, isTried: true }, "back"],
    ["takes one back that is on the server", { ...kept, state: "there" }, "back"],
    ["makes one anew where it was to be taken back", { ...kept, state: "back" }, "kept"],
    ["leaves one that waits for the coordinator", { ...kept, state: "late" }, "late"],
    ["takes a refused one away", { ...kept, state: "refused" }, null],
  ] as const)("%s", (_name, mark, state) => {
    expect(tap(mark as Mark | undefined, "n")?.state ?? null).toBe(state);
  });

  test("never takes up the id of a mark that may have been taken back", () => {
    expect(tap({ ...kept, state: "back", isTried: true }, "n")?.id).toBe("n");
  });

  test("takes up again what nobody was told to take back, and sends it once more under its own id", () => {
    expect(tap({ ...kept, state: "back", isTried: false }, "n")).toMatchObject({
      id: kept.id,
      state: "kept",
      isTried: true,
    });
  });

  test("three times on a name goes back to the mark of which it is not known whether it was taken back", () => {
    const again = tap({ ...kept, state: "back", isTried: true }, "n");
    expect(tap(again ?? undefined, "x")).toMatchObject({ id: kept.id, state: "back", isTried: true });
  });
});

test("a refusal stays with its reason, of a person as of a mark", () => {
  const answer: Answer = { done: [], already: [], late: [], takenBack: [], refused: [{ id: "p", sentence: "Нет." }] };
  expect(settleMark(kept, answer)).toMatchObject({ state: "refused", sentence: "Нет." });
  expect(settleMark({ ...kept, state: "back" }, answer)).toMatchObject({ state: "there", sentence: "Нет." });
});

test("only people whom the server does not know go with their marks", () => {
  const people = [
    { eventId: EVENT, id: "p", name: "Анна", birthYear: "", isNew: true },
    { eventId: EVENT, id: "q", name: "Борис", birthYear: "", isNew: true },
  ];
  expect(toBatch([kept], people)).toMatchObject({ participants: [{ id: "p", consent: true }], takenBack: [] });
});

describe("the device is cleared", () => {
  const ends = "2026-04-18T06:00:00Z";
  const after = (days: number) => Date.parse(ends) + days * 86_400_000 + 1;
  test.each([
    ["not on the day", [], 0, false],
    ["a day later", [], 1, true],
    ["not after a week while a mark waits", [kept], 7, false],
    ["after two months all the same", [kept], 60, true],
  ] as const)("%s", (_name, marks, days, over) => expect(isOver(ends, marks, after(days))).toBe(over));
});

/** What `recordMarks` does, as far as devices see it; the journey does the same with the real server. */
class Server {
  readonly marks = new Map<string, { id: string; siteId: string; participantId: string; isIn: boolean }>();
  take({ marks = [], takenBack = [] }: ReturnType<typeof toBatch>): Answer {
    const already = marks.filter(({ id, participantId }) => this.marks.has(id) || this.findIn(participantId));
    for (const mark of marks) if (!already.includes(mark)) this.marks.set(mark.id, { ...mark, isIn: true });
    for (const id of takenBack) {
      const mark = this.marks.get(id);
      if (mark) this.marks.set(id, { ...mark, isIn: false });
    }
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    const done = ids(marks.filter((mark) => !already.includes(mark)));
    return { done, already: ids(already), late: [], takenBack, refused: [] };
  }
  findIn(participantId: string) {
    return [...this.marks.values()].find((mark) => mark.isIn && mark.participantId === participantId);
  }
  roster() {
    return { marks: [...this.marks.values()].filter(({ isIn }) => isIn).map((mark) => ({ ...mark, isLate: false })) };
  }
}

type Fault = "none" | "before" | "after";

/** A phone whose network fails where the run says so: before the server hears, or before the phone hears the answer. */
class Phone {
  marks: readonly Mark[] = [];
  tap(participantId: string, id: string): void {
    const own = this.marks.find((mark) => mark.participantId === participantId);
    const becomes = toggleMark(place(participantId), own, { id, now: NOW });
    this.marks = [...this.marks.filter((mark) => mark !== own), ...(becomes ? [becomes] : [])];
  }
  send(server: Server, fault: Fault, backFault: Fault = "none"): void {
    if (!this.sendState(server, "kept", fault)) return;
    this.marks = mergeMarks(EVENT, this.marks, server.roster());
    if (!this.sendState(server, "back", backFault)) return;
    this.marks = mergeMarks(EVENT, this.marks, server.roster());
  }
  private sendState(server: Server, state: Mark["state"], fault: Fault): boolean {
    const sent = this.marks.filter((mark) => mark.state === state);
    this.marks = this.marks.map((mark) => (sent.includes(mark) ? { ...mark, isTried: true } : mark));
    if (fault === "before") return false;
    const answer = server.take(toBatch(sent, []));
    if (fault === "after") return false;
    this.marks = this.marks.flatMap((mark) => (mark.state === state ? (settleMark(mark, answer) ?? []) : mark));
    return true;
  }
}

const step = fc.record({
  phone: fc.nat({ max: 1 }),
  deed: fc.constantFrom("tap", "send", "send"),
  person: fc.constantFrom("a", "b", "c"),
  fault: fc.constantFrom("none", "before", "after"),
  backFault: fc.constantFrom("none", "before", "after"),
} as const);

test("whatever is tapped and whichever requests are lost, nobody counts twice at a site and both phones end as the server", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const server = new Server();
      const phones = [new Phone(), new Phone()];
      steps.forEach(({ phone, deed, person, fault, backFault }, at) => {
        if (deed === "tap") phones[phone]?.tap(person, `${phone} ${at}`);
        else phones[phone]?.send(server, fault, backFault);
        const people = server.roster().marks.map(({ participantId }) => participantId);
        expect(new Set(people).size).toBe(people.length);
      });
      for (const phone of [...phones, ...phones]) phone.send(server, "none");
      const came = server.roster().marks.map(({ participantId }) => participantId);
      for (const { marks } of phones) {
        expect(
          marks
            .filter(isCome)
            .map(({ participantId }) => participantId)
            .sort(),
        ).toEqual(came.toSorted());
      }
    }),
    { numRuns: 3000 },
  );
});

test("of one phone the server ends with what its last taps say, whichever requests are lost", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const server = new Server();
      const phone = new Phone();
      steps.forEach(({ deed, person, fault, backFault }, at) => {
        if (deed === "tap") phone.tap(person, `${at}`);
        else phone.send(server, fault, backFault);
      });
      const wanted = phone.marks.filter(isCome).map(({ participantId }) => participantId);
      phone.send(server, "none");
      expect(
        server
          .roster()
          .marks.map(({ participantId }) => participantId)
          .sort(),
      ).toEqual(wanted.toSorted());
    }),
    { numRuns: 3000 },
  );
});
