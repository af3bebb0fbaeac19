import type { Id } from "../../kernel/id.ts";
import { foldText } from "../../office/grid/words.ts";

/** Words that most names have and that tell none from another. */
const COMMON = new Set(["тос", "территориальное", "общественное", "самоуправление", "тоса", "пример"]);

/** What is left of a name to tell it by. */
export function nameCore(name: string): string {
  const words = foldText(name)
    .split(" ")
    .filter((word) => !COMMON.has(word));
  return words.join(" ");
}

/** Whether two names may be one: equal but for common words, or a letter or two apart where they are long enough. */
export function isNear(a: string, b: string): boolean {
  return isNearCore(nameCore(a), nameCore(b));
}

interface Named {
  readonly id: Id;
  readonly name: string;
  readonly settlementId: Id;
}

/** By association: the names of its settlement that may be the same. */
export function findNearNames(named: readonly Named[]): ReadonlyMap<Id, readonly string[]> {
  const near = new Map<Id, string[]>();
  const note = (of: Named, other: Named) => near.set(of.id, [...(near.get(of.id) ?? []), other.name]);
  const bySettlement = Map.groupBy(
    named.map((one) => ({ ...one, core: nameCore(one.name) })),
    ({ settlementId }) => settlementId,
  );
  for (const own of bySettlement.values()) {
    for (const [at, one] of own.entries()) {
      for (const other of own.slice(at + 1)) {
        if (!isNearCore(one.core, other.core)) continue;
        note(one, other);
        note(other, one);
      }
    }
  }
  return near;
}

function isNearCore(first: string, second: string): boolean {
  if (first === second) return true;
  const shorter = Math.min(first.length, second.length);
  if (/\d/.test(first + second) || shorter < 5) return false;
  return countEdits(first, second, shorter < 9 ? 1 : 2);
}

/** Whether so many letters put in, left out or changed make one of the other. */
function countEdits(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [place, letter] of [...a].entries()) {
    const next = [place + 1];
    for (let at = 1; at <= b.length; at++) {
      const changed = (row[at - 1] ?? 0) + (b[at - 1] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}
