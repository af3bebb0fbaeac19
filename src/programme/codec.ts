import type { Activity, Programme, ProgrammeFinding } from "./contract.ts";

/**
 * The one way of a programme into `jsonb` and back: the value of a figure, a bigint, stands there as a string of digits.
 * What `jsonb` cannot hold, NUL and half a surrogate pair, becomes U+FFFD.
 */
export function encodeProgramme(programme: Programme): string {
  return JSON.stringify(programme, encodeValue);
}

/** `stored` is what the driver parsed from `jsonb` that `encodeProgramme` wrote. */
export function decodeProgramme(stored: unknown): Programme {
  return fillMissing(decodeValue(stored) as Programme);
}

/** The activities of a programme by themselves. */
export function decodeActivities(stored: unknown): readonly Activity[] {
  return decodeValue(stored) as readonly Activity[];
}

/** What was stored before the contract knew subprogrammes, notes and the text around annexes, reads as a programme without them. */
function fillMissing(stored: Programme): Programme {
  if ("partTexts" in stored) return stored;
  const programme: Programme = stored;
  const withSubprogramme = <Line extends object>(lines: readonly Line[]) =>
    lines.map((line) => ({ ...line, subprogramme: null }));
  return {
    ...programme,
    front: [],
    partTexts: [],
    subprogrammes: [],
    sectionGoals: withSubprogramme(programme.sectionGoals),
    sectionObjectives: withSubprogramme(programme.sectionObjectives),
    indicatorGoals: withSubprogramme(programme.indicatorGoals),
    indicatorObjectives: withSubprogramme(programme.indicatorObjectives),
    indicators: programme.indicators.map((line) => ({ ...line, goal: null, subprogramme: null, notes: [] })),
    activityGoals: withSubprogramme(programme.activityGoals),
    activityObjectives: withSubprogramme(programme.activityObjectives),
    activities: programme.activities.map((line) => ({ ...line, subprogramme: null, notes: [] })),
    rollups: programme.rollups.map((line) => ({ ...line, goal: null, subprogramme: null })),
  };
}

export function encodeFindings(findings: readonly ProgrammeFinding[]): string {
  return JSON.stringify(findings, encodeValue);
}

/** Findings hold no bigint: what was stored is what they are. */
export function decodeFindings(stored: unknown): readonly ProgrammeFinding[] {
  return stored as readonly ProgrammeFinding[];
}

function encodeValue(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "string") return value.toWellFormed().replaceAll("\0", "\uFFFD");
  return value;
}

function decodeValue(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(decodeValue);
  if (typeof node !== "object" || node === null) return node;
  const decoded = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, decodeValue(value)]));
  return isFigure(decoded) ? { ...decoded, value: BigInt(decoded.value) } : decoded;
}

/** A figure is known by its three fields together; one without a value holds null and stays as it is. */
function isFigure(node: Record<string, unknown>): node is { value: string; printed: string; place: unknown } {
  return typeof node.value === "string" && "printed" in node && "place" in node;
}
