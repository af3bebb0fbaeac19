import type { Id } from "../kernel/id.ts";
import type { EditionLine, LineKind } from "./edition.ts";
import type { Carry, CarryLine, KnownLine } from "./identity.ts";
import type { SuccessionKind } from "./views-comparison.ts";

/** What a person says of an earlier line that is not simply carried on. `to` is the key of a line of the new edition; null where the line ended. */
export interface SuccessionChoice {
  readonly kind: SuccessionKind;
  readonly from: Id;
  readonly to: string | null;
  readonly reason?: string;
}

/** The whole decision about an edition's lines. */
export interface LineDecision {
  readonly carry: Carry;
  readonly succession: readonly SuccessionChoice[];
}

/** The proposal taken as it is. */
export function toDecision(lines: readonly CarryLine[]): LineDecision {
  const carry = Object.fromEntries(lines.flatMap((line) => (line.identityId ? [[line.key, line.identityId]] : [])));
  const succession = lines.flatMap(({ from, reason, key }) =>
    from.map((id) => ({ kind: reason === "joined" ? ("joined" as const) : ("split" as const), from: id, to: key })),
  );
  return { carry, succession };
}

/**
 * The first choice that cannot be, by the identity it is about; null where all is well. Split: part of `from` goes on as
 * a line that is not `from` itself. Joined: `from`, which nothing carries on, went into a line. Ended: nothing goes on from it.
 */
export function findWrongSuccession(
  { carry, succession }: LineDecision,
  lines: readonly EditionLine[],
  known: ReadonlyMap<Id, LineKind>,
): Id | null {
  const kinds = new Map(lines.map((line) => [line.key, line.kind]));
  const carried = new Set(Object.values(carry));
  const seen = new Set<string>();
  const going = new Set(succession.filter((choice) => choice.kind !== "ended").map((choice) => choice.from));
  const isWrong = ({ kind, from, to }: SuccessionChoice): boolean => {
    const fromKind = known.get(from);
    if (!fromKind || seen.has(`${from} ${to}`)) return true;
    seen.add(`${from} ${to}`);
    if (kind === "ended") return to !== null || carried.has(from) || going.has(from);
    if (to === null || kinds.get(to) !== fromKind || carry[to] === from) return true;
    return kind === "joined" && carried.has(from);
  };
  return succession.find(isWrong)?.from ?? null;
}

/** The decision with every earlier line in it: what nothing goes on from has ended, said or not. */
export function completeSuccession(decision: LineDecision, known: readonly KnownLine[]): readonly SuccessionChoice[] {
  const named = new Set([...Object.values(decision.carry), ...decision.succession.map((choice) => choice.from)]);
  const ended = known.filter((line) => !named.has(line.identityId));
  return [
    ...decision.succession,
    ...ended.map((line) => ({ kind: "ended" as const, from: line.identityId, to: null })),
  ];
}
