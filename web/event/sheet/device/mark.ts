import type { BatchInput, BatchOutcome, Roster } from "../../../../src/event/index.ts";

/** Somebody on the sheet; new ones were entered on this device, and the server does not know them yet. */
export interface Person {
  readonly eventId: string;
  readonly id: string;
  readonly name: string;
  readonly birthYear: string;
  readonly isNew: boolean;
}

/**
 * A person's mark at a site as this device knows it: `kept` is only here, `there` is on the server, `late` waits there for the
 * coordinator, `back` is to be taken back there, `refused` is what the server would not take.
 */
export interface Mark {
  readonly eventId: string;
  readonly siteId: string;
  readonly participantId: string;
  /** Made where the mark is made: sent twice it is one mark. */
  readonly id: string;
  readonly markedAt: string;
  readonly state: "kept" | "there" | "late" | "back" | "refused";
  /** It has left the device at least once; whether it arrived may be unknown. */
  readonly isTried: boolean;
  /** The mark before this one, of which the device does not know whether it was taken back. */
  readonly formerId?: string;
  /** Why the server would not take it. */
  readonly sentence?: string;
}

type Place = Pick<Mark, "eventId" | "siteId" | "participantId">;

interface Moment {
  readonly id: string;
  readonly now: string;
}

/** What a tap on a name makes of its mark; null where no mark is left. `id` is for a mark that begins here. */
export function toggleMark(place: Place, mark: Mark | undefined, { id, now }: Moment): Mark | null {
  const fresh: Mark = { ...place, id, markedAt: now, state: "kept", isTried: false };
  if (!mark) return fresh;
  if (mark.state === "back") {
    // Nobody was told to take it back: sent once more, the same mark is one mark. One that may have been taken back already is
    // never taken up again: a new one is made, and the server knows the person.
    return mark.isTried ? { ...fresh, formerId: mark.id } : { ...mark, state: "kept", isTried: true };
  }
  if (mark.state === "late") return mark;
  if (mark.state === "kept" && !mark.isTried && mark.formerId !== undefined) {
    const { formerId, ...rest } = mark;
    return { ...rest, id: formerId, state: "back", isTried: true };
  }
  if (mark.state === "refused" || (mark.state === "kept" && !mark.isTried)) return null;
  return { ...mark, state: "back", isTried: false };
}

/** Whether somebody stands on the sheet as having come. */
export function isCome(mark: Mark | undefined): boolean {
  return mark !== undefined && mark.state !== "back";
}

/** Whether the server does not know of it yet. */
export function isUnsent({ state }: Mark): boolean {
  return state === "kept" || state === "back";
}

/** What of these marks goes to the server in one request, with the people whom it does not know. */
export function toBatch(marks: readonly Mark[], people: readonly Person[]): BatchInput {
  const made = marks.filter(({ state }) => state === "kept");
  const asked = new Set(made.map(({ participantId }) => participantId));
  return {
    channel: "device",
    participants: people
      .filter(({ id, isNew }) => isNew && asked.has(id))
      .map(({ id, name, birthYear }) => ({ id, name, birthYear, associationId: null, consent: true })),
    marks: made.map(({ id, siteId, participantId, markedAt }) => ({ id, siteId, participantId, markedAt })),
    takenBack: marks.filter(({ state }) => state === "back").map(({ id }) => id),
  };
}

/** What the server answers to a batch: each refusal with the sentence that explains it. */
export interface Answer extends Omit<BatchOutcome, "refused"> {
  readonly refused: readonly { readonly id: string; readonly sentence: string }[];
}

/** A sent mark after the answer; null where it was taken back. */
export function settleMark(mark: Mark, answer: Answer): Mark | null {
  const refused = answer.refused.find(({ id }) => id === mark.participantId || id === mark.id);
  if (mark.state === "back") return refused ? { ...mark, state: "there", sentence: refused.sentence } : null;
  if (refused) return { ...mark, state: "refused", sentence: refused.sentence };
  return { ...mark, state: answer.late.includes(mark.id) ? "late" : "there" };
}

/** The device's marks of an event beside those that the server has: what other devices did joins, what waits here stays. */
export function mergeMarks(eventId: string, own: readonly Mark[], roster: Pick<Roster, "marks">): readonly Mark[] {
  const key = ({ siteId, participantId }: Pick<Mark, "siteId" | "participantId">) => `${siteId} ${participantId}`;
  const there = new Map(roster.marks.map((mark) => [key(mark), mark]));
  const kept = own.flatMap((mark): readonly Mark[] => {
    const known = there.get(key(mark));
    there.delete(key(mark));
    if (!known) return mark.state === "kept" || mark.state === "refused" ? [mark] : [];
    if (mark.state === "back" && !known.isLate) return [{ ...mark, id: known.id }];
    // Why it was not taken back stays readable; why it was not taken is past.
    const { sentence, ...rest } = mark;
    const said = mark.state === "there" && sentence !== undefined ? { sentence } : {};
    return [{ ...rest, ...said, id: known.id, state: known.isLate ? "late" : "there" }];
  });
  const others = [...there.values()].map(
    ({ id, siteId, participantId, isLate }): Mark => ({
      eventId,
      siteId,
      participantId,
      id,
      markedAt: "",
      state: isLate ? "late" : "there",
      isTried: true,
    }),
  );
  return [...kept, ...others];
}

const DAY_MS = 86_400_000;
/** Names leave the device a day after the event, where nothing waits to be sent. */
const AFTER_SENT_DAYS = 1;
/** What was never sent is kept so long after the event. */
const UNSENT_DAYS = 60;

/** Whether what the device keeps of an event is to be cleared now. */
export function isOver(endsAt: string, marks: readonly Mark[], now: number): boolean {
  const days = marks.some(isUnsent) ? UNSENT_DAYS : AFTER_SENT_DAYS;
  return now > Date.parse(endsAt) + days * DAY_MS;
}
