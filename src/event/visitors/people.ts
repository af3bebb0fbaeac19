import { foldName } from "../participant/input.ts";

/** Somebody whom a row may mean: entered already, or standing in an earlier row. */
export interface KnownVisitor {
  /** The id, or `row-12`. */
  readonly key: string;
  readonly name: string;
  readonly search: string;
  /** Null until some row says it. */
  birthYear: number | null;
}

/** Whom a row means: one person, several of whom one must be chosen, or nobody that is known. */
export type Recognised =
  | { readonly kind: "one"; readonly visitor: KnownVisitor }
  | { readonly kind: "ask"; readonly candidates: readonly KnownVisitor[] }
  | { readonly kind: "new" };

/**
 * Who is who in a table. The same name with years of birth that do not contradict is one person, so that nobody is counted as two;
 * with several of that name, or a name that differs by a letter, an initial or a patronymic, a person decides.
 */
export class Visitors {
  readonly #byName = new Map<string, KnownVisitor[]>();
  readonly #byInitials = new Map<string, KnownVisitor[]>();
  readonly #byKey = new Map<string, KnownVisitor>();

  constructor(known: readonly KnownVisitor[]) {
    for (const visitor of known) this.add(visitor);
  }

  add(visitor: KnownVisitor): void {
    this.#byKey.set(visitor.key, visitor);
    push(this.#byName, visitor.search, visitor);
    push(this.#byInitials, initialsOf(visitor.search), visitor);
  }

  get(key: string): KnownVisitor | undefined {
    return this.#byKey.get(key);
  }

  recognise(name: string, birthYear: number | null, options: { readonly similarDiffer: boolean }): Recognised {
    const search = foldName(name);
    const fits = (visitor: KnownVisitor) =>
      visitor.birthYear === null || birthYear === null || visitor.birthYear === birthYear;
    const same = (this.#byName.get(search) ?? []).filter(fits);
    const exact = birthYear === null ? [] : same.filter((visitor) => visitor.birthYear === birthYear);
    const [visitor, ...others] = exact.length > 0 ? exact : same;
    if (visitor) return others.length === 0 ? { kind: "one", visitor } : { kind: "ask", candidates: same };
    if (options.similarDiffer) return { kind: "new" };
    const near = (this.#byInitials.get(initialsOf(search)) ?? []).filter(
      (one) => fits(one) && isNear(one.search, search),
    );
    return near.length === 0 ? { kind: "new" } : { kind: "ask", candidates: near };
  }
}

function push(map: Map<string, KnownVisitor[]>, key: string, visitor: KnownVisitor): void {
  const group = map.get(key);
  if (group) group.push(visitor);
  else map.set(key, [visitor]);
}

/** By what `recognise` may find anybody for these names: the names, and the first letters of names alike in both orders. */
export function soughtFor(
  written: readonly string[],
  { similarDiffer }: { readonly similarDiffer: boolean },
): { readonly names: readonly string[]; readonly initials: readonly string[] } {
  const names = [...new Set(written.map(foldName))];
  const initials = new Set(similarDiffer ? [] : names.map(initialsOf));
  return { names, initials: [...initials].flatMap((both) => [both, [...both].toReversed().join("")]) };
}

/** First letters of surname and name, in whichever order they are written. */
function initialsOf(search: string): string {
  const [first = "", second = ""] = search.split(" ");
  return [first.slice(0, 1), second.slice(0, 1)].toSorted().join("");
}

/** Names that may be of one person: a letter apart, turned round, or with an initial or without a patronymic where the other has it. */
export function isNear(a: string, b: string): boolean {
  if (a === b || isOneEdit(a, b)) return true;
  const [some, others] = [a.split(" "), b.split(" ")];
  const common = Math.min(some.length, others.length);
  if (common >= 2 && some.slice(0, common).every((word, at) => isSameWord(word, others[at] ?? ""))) return true;
  return some.length === others.length && some.toSorted().join(" ") === others.toSorted().join(" ");
}

/** «п» is «петр». */
function isSameWord(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** One letter put in, left out or changed, or two neighbours swapped. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 8) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
