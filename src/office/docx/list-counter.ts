import { formatNumber } from "./number-format.ts";
import type { List, ListKind, ListLevel, Numbering } from "./numbering.ts";
import type { Styles } from "./styles.ts";
import { readBullet } from "./symbols.ts";

/** Counts the paragraphs of lists and writes their numbers as Word prints them. */
export class ListCounter {
  private readonly numbering: Numbering;
  private readonly styles: Styles;
  private readonly counters = new Map<ListKind, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(numbering: Numbering, styles: Styles) {
    this.numbering = numbering;
    this.styles = styles;
  }

  /** The number or bullet of the next paragraph of a list, with the space after it; «» where nothing is printed. */
  next(numberingId: string, level: number): string {
    const list = this.numbering.lists.get(numberingId);
    const kind = list && this.findKind(list);
    if (!list || !kind) return "";
    const shape = list.levels.get(level) ?? kind.levels.get(level);
    if (!shape) return "";
    const counters = this.count({ list, kind, numberingId, level }, shape);
    const text = shape.format === "bullet" ? readBullet(shape.text, shape.font) : fill(shape, kind, counters);
    return text !== "" && shape.suffix ? `${text} ` : text;
  }

  private findKind(list: List): ListKind | undefined {
    const kind = this.numbering.kinds.get(list.kindId ?? "");
    if (kind?.styleLink == null) return kind;
    const linked = this.styles.byId.get(kind.styleLink)?.list.numberingId;
    const there = this.numbering.kinds.get(this.numbering.lists.get(linked ?? "")?.kindId ?? "");
    if (there && there.styleLink === null) return there;
    return [...this.numbering.kinds.values()].find((other) => other.ownStyle === kind.styleLink) ?? kind;
  }

  private count(
    place: { list: List; kind: ListKind; numberingId: string; level: number },
    shape: ListLevel,
  ): (number | undefined)[] {
    const { list, kind, numberingId, level } = place;
    const counters = this.counters.get(kind) ?? [];
    this.counters.set(kind, counters);
    const override = list.starts.get(level);
    const key = `${numberingId}/${level}`;
    const restarts = override !== undefined && !this.begun.has(key);
    this.begun.add(key);
    const before = counters[level];
    counters[level] = restarts || before === undefined ? (override ?? shape.start) : before + 1;
    for (let deeper = level + 1; deeper < counters.length; deeper++) {
      const restart = kind.levels.get(deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && level < restart)) counters[deeper] = undefined;
    }
    return counters;
  }
}

function fill(shape: ListLevel, kind: ListKind, counters: readonly (number | undefined)[]): string {
  return shape.text.replace(/%([1-9])/g, (_whole, digit: string) => {
    const level = Number(digit) - 1;
    const other = kind.levels.get(level);
    const value = counters[level] ?? other?.start ?? 1;
    const format = other?.format ?? shape.format;
    return formatNumber(value, shape.legal ? "decimal" : format);
  });
}
