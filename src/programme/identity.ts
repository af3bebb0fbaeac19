import type { Id } from "../kernel/id.ts";
import type { EditionLine, LineKind } from "./edition.ts";

/** A line of an earlier edition with the identity that outlives it. */
export interface KnownLine {
  readonly kind: LineKind;
  readonly identityId: Id;
  readonly number: string | null;
  readonly name: string;
}

/** Which identity a line of a reading would carry on; null where it would be a new one. */
export interface CarryLine extends EditionLine {
  readonly identityId: Id | null;
}

/** Key of a line → identity it carries on. A line that is not named gets a new identity. */
export type Carry = Readonly<Record<string, Id>>;

/** Folds what two printings of one name differ in: case, ё, quotes, dashes, spaces, a full stop at the end. */
export function normaliseName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\u00AD/g, "")
    .replace(/[«»“”„"'’]/g, "")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[\s.,;:]+|[\s.,;:]+$/g, "");
}

/** Lines of the same kind and the same name are the same thing; of several with one name the first carries on the first. */
export function matchLines(lines: readonly EditionLine[], known: readonly KnownLine[]): readonly CarryLine[] {
  const free = new Map<string, Id[]>();
  for (const line of known) {
    const name = nameKey(line);
    free.set(name, [...(free.get(name) ?? []), line.identityId]);
  }
  return lines.map((line) => {
    const identityId = free.get(nameKey(line))?.shift() ?? null;
    return { key: line.key, kind: line.kind, number: line.number, name: line.name, identityId };
  });
}

export function toCarry(lines: readonly CarryLine[]): Carry {
  return Object.fromEntries(lines.flatMap((line) => (line.identityId ? [[line.key, line.identityId]] : [])));
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

function nameKey(line: { readonly kind: LineKind; readonly name: string }): string {
  return `${line.kind}\n${normaliseName(line.name)}`;
}
