import type { Id } from "../../kernel/id.ts";

/** A juror and an application, by ids. */
export interface Pair {
  readonly jurorId: Id;
  readonly applicationId: Id;
}

/** How applications are given out: to everybody, in turn by number, or so that nobody has more than others. */
export const ASSIGNMENT_WAYS = ["everybody", "by-number", "by-balance"] as const;
export type AssignmentWay = (typeof ASSIGNMENT_WAYS)[number];

interface Field {
  /** In the order of their numbers. */
  readonly applications: readonly Id[];
  /** In office, in the order of their places. */
  readonly jurors: readonly Id[];
  /** Pairs that stand already, and count as load. */
  readonly given: readonly Pair[];
  /** Pairs that must not be. */
  readonly barred: readonly Pair[];
  readonly way: AssignmentWay;
  /** Jurors of each application; of `everybody` it plays no part. */
  readonly perApplication: number;
}

/** The pairs that are missing; fewer than asked where too few jurors are free of an application. The same field gives the same pairs. */
export function assign({ applications, jurors, given, barred, way, perApplication }: Field): readonly Pair[] {
  const isBarred = pairSet(barred);
  const has = pairSet(given);
  const load = new Map(jurors.map((id) => [id, given.filter(({ jurorId }) => jurorId === id).length]));
  const wanted = way === "everybody" ? jurors.length : perApplication;
  return applications.flatMap((applicationId, at) => {
    const free = jurors.filter((jurorId) => !isBarred({ jurorId, applicationId }));
    const held = free.filter((jurorId) => has({ jurorId, applicationId }));
    const rest = order(
      free.filter((jurorId) => !held.includes(jurorId)),
      { way, at: at * perApplication, load },
    );
    const chosen = rest.slice(0, Math.max(0, wanted - held.length));
    for (const id of chosen) load.set(id, (load.get(id) ?? 0) + 1);
    return chosen.map((jurorId) => ({ jurorId, applicationId }));
  });
}

function order(
  free: readonly Id[],
  { way, at, load }: { way: AssignmentWay; at: number; load: ReadonlyMap<Id, number> },
): readonly Id[] {
  if (free.length === 0 || way === "everybody") return free;
  if (way === "by-balance") return free.toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0));
  const from = at % free.length;
  return [...free.slice(from), ...free.slice(0, from)];
}

function pairSet(pairs: readonly Pair[]): (pair: Pair) => boolean {
  const keys = new Set(pairs.map(({ jurorId, applicationId }) => `${jurorId} ${applicationId}`));
  return ({ jurorId, applicationId }) => keys.has(`${jurorId} ${applicationId}`);
}

/** Whether two people's names begin with the same surname, in either gender: a hint for a person to look at, never a recusal. */
export function shareSurname(one: string, other: string): boolean {
  const [a, b] = [one, other].map(stemOf);
  return a !== undefined && a === b && a.length >= 3;
}

function stemOf(name: string): string {
  const surname = name.trim().toLowerCase().replaceAll("ё", "е").split(/\s+/)[0] ?? "";
  return surname.replace(/(ая|ий|ый|ой)$/, "").replace(/(ов|ев|ин|ын)а$/, "$1");
}
