import { assert } from "../../kernel/assert.ts";

interface Entry {
  readonly key: number;
  readonly item: number;
}

/** The least key first; of equal keys the least item, so that every run is the same. */
export class Heap {
  readonly #entries: Entry[] = [];

  push(key: number, item: number): void {
    const entries = this.#entries;
    entries.push({ key, item });
    for (let at = entries.length - 1; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.#before(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  pop(): Entry {
    const entries = this.#entries;
    const [top] = entries;
    const last = entries.pop();
    assert(top && last, "the heap holds an entry");
    if (entries.length === 0) return top;
    entries[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const lower = this.#before(left, at) ? left : at;
      const least = this.#before(right, lower) ? right : lower;
      if (least === at) return top;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    const [one, other] = [this.#entries[a], this.#entries[b]];
    if (!one || !other) return false;
    return one.key < other.key || (one.key === other.key && one.item < other.item);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#entries[a], this.#entries[b]];
    assert(one && other, "both entries are in the heap");
    this.#entries[a] = other;
    this.#entries[b] = one;
  }
}
