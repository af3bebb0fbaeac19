/** What an event of a kind must have: hosts and agenda before it is announced, minutes and photos before it is confirmed; `reception` offers times to visitors. */
export const NEEDS = ["hosts", "agenda", "reception", "minutes", "photos"] as const;
export type Need = (typeof NEEDS)[number];

/** What every kind says of its events. */
export interface KindRule {
  readonly needs: readonly Need[];
  /** Seminars and the like, which the resource centre runs. */
  readonly isTraining: boolean;
}

/** «Вид мероприятия» that every municipality has; `own` are those that it has entered itself. */
export const KIND_RULES = {
  meeting: { needs: ["hosts", "agenda", "minutes"], isTraining: false },
  reception: { needs: ["hosts", "reception"], isTraining: false },
  seminar: { needs: ["agenda"], isTraining: true },
  "neighbours-day": { needs: [], isTraining: false },
  conference: { needs: ["agenda", "minutes"], isTraining: false },
  assembly: { needs: ["agenda", "minutes"], isTraining: false },
  "clean-up": { needs: [], isTraining: false },
} as const satisfies Readonly<Record<string, KindRule>>;
export type BuiltInKind = keyof typeof KIND_RULES;
export const BUILT_IN_KINDS = Object.keys(KIND_RULES) as readonly BuiltInKind[];
export const EVENT_KINDS = [...BUILT_IN_KINDS, "own"] as const satisfies readonly (BuiltInKind | "own")[];
export type EventKind = (typeof EVENT_KINDS)[number];

/** A kind of the municipality's own. */
export interface OwnKind extends KindRule {
  readonly id: string;
  readonly name: string;
  /** An ended kind is offered no more; its events keep it. */
  readonly ended: boolean;
  readonly version: number;
}

export function isBuiltInKind(text: string): text is BuiltInKind {
  return (BUILT_IN_KINDS as readonly string[]).includes(text);
}
