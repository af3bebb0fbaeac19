import type { Id } from "../kernel/id.ts";
import type { Programme } from "./contract.ts";
import { type EditionLine, flattenLines, type LineKind, listEditionLines } from "./edition.ts";
import { listMatchLines, type MatchLine, proposeMatch } from "./match/index.ts";
import type { MatchReason } from "./views-comparison.ts";

/** A line of an earlier edition with the identity that outlives it. */
export interface KnownLine {
  readonly kind: LineKind;
  readonly identityId: Id;
  readonly number: string | null;
  readonly name: string;
}

/** Which identity a line of a reading would carry on, and why; null where it would be a new one. */
export interface CarryLine extends EditionLine {
  readonly identityId: Id | null;
  /** Further identities that it comes from: the one it was split from, those joined into it. */
  readonly from: readonly Id[];
  readonly reason: MatchReason;
  /** It stands under another objective or goal. */
  readonly moved: boolean;
  /** 0 to 100. */
  readonly confidence: number;
}

/** Key of a line → identity it carries on. A line that is not named gets a new identity. */
export type Carry = Readonly<Record<string, Id>>;

/** The earlier edition as a match needs it: its content, and the identities of its lines. */
export interface KnownEdition {
  readonly content: Programme;
  readonly known: readonly KnownLine[];
}

/** Which line of an earlier edition each line carries on, by names and figures, each with its reason. */
export function matchLines(content: Programme, from: KnownEdition | null): readonly CarryLine[] {
  const own = listEditionLines(content);
  const lines = flattenLines(own);
  const known = from ? keyIdentities(from) : new Map<string, Id>();
  const before: readonly MatchLine[] = from
    ? listMatchLines(listEditionLines(from.content)).filter((line) => known.has(line.key))
    : [];
  const { lines: matches } = proposeMatch(before, listMatchLines(own));
  const byKey = new Map(matches.map((match) => [match.key, match]));
  return lines.map(({ key, kind, number, name }) => {
    const match = byKey.get(key);
    return {
      ...{ key, kind, number, name },
      identityId: known.get(match?.known ?? "") ?? null,
      from: match?.from.flatMap((one) => known.get(one) ?? []) ?? [],
      reason: match?.reason ?? "new",
      moved: match?.moved ?? false,
      confidence: match?.confidence ?? 100,
    };
  });
}

/** Key of an edition's line → its identity. Lines and identities stand in the order of the document; equal ones are told apart by it. */
export function keyIdentities({ content, known }: KnownEdition): Map<string, Id> {
  const waiting = Map.groupBy(known, lineKey);
  const keyed = new Map<string, Id>();
  for (const line of flattenLines(listEditionLines(content))) {
    const found = waiting.get(lineKey(line))?.shift();
    if (found) keyed.set(line.key, found.identityId);
  }
  return keyed;
}

/** The same as a draft said it when it was handed in. */
export function followCarry(lines: readonly CarryLine[], carry: Carry): readonly CarryLine[] {
  return lines.map((line) => ({
    ...line,
    identityId: carry[line.key] ?? null,
    from: [],
    reason: carry[line.key] ? "from-draft" : "new",
    confidence: 100,
  }));
}

/** The first key of a carry that cannot be: no such line, or an identity that is used twice or is not known among its kind. Null where all is well. */
export function findWrongCarry(
  carry: Carry,
  lines: readonly EditionLine[],
  known: ReadonlyMap<Id, LineKind>,
): string | null {
  const kinds = new Map(lines.map((line) => [line.key, line.kind]));
  const used = new Set<Id>();
  for (const [key, identityId] of Object.entries(carry)) {
    const kind = kinds.get(key);
    if (!kind || known.get(identityId) !== kind || used.has(identityId)) return key;
    used.add(identityId);
  }
  return null;
}

function lineKey(line: { readonly kind: LineKind; readonly number: string | null; readonly name: string }): string {
  return `${line.kind}\n${line.number ?? ""}\n${line.name}`;
}
