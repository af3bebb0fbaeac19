import { formatNumber } from "../docx/number-format.ts";
import { readBullet } from "../docx/symbols.ts";
import type { ListStyle, OdfLevel, OdfStyles } from "./styles.ts";

type Counters = (number | undefined)[];

interface OpenList {
  readonly style: ListStyle;
  readonly counters: Counters;
  /** The item that is open has its number already, or is a head without one. */
  numbered: boolean;
  start: number | null;
}

/** Counts the items of lists and the numbered headings, and writes their numbers as they are printed. */
export class OdfLists {
  private readonly styles: OdfStyles;
  private readonly open: OpenList[] = [];
  private readonly byId = new Map<string, Counters>();
  private readonly byStyle = new Map<string, Counters>();
  private readonly headings: Counters = [];

  constructor(styles: OdfStyles) {
    this.styles = styles;
  }

  openList(attributes: ReadonlyMap<string, string>): void {
    const outer = this.open.at(-1);
    const name = attributes.get("text:style-name");
    const style = (name === undefined ? undefined : this.styles.lists.get(name)) ?? outer?.style ?? new Map();
    const counters = outer?.counters ?? this.findCounters(attributes, name ?? "");
    const id = attributes.get("xml:id");
    if (id !== undefined && !outer) this.byId.set(id, counters);
    if (!outer) this.byStyle.set(name ?? "", counters);
    this.open.push({ style, counters, numbered: true, start: null });
  }

  closeList(): void {
    this.open.pop();
  }

  /** `isHead` for a text:list-header, which has no number. */
  openItem(isHead: boolean, start: string | undefined): void {
    const list = this.open.at(-1);
    if (!list) return;
    list.numbered = isHead;
    const value = Number.parseInt(start ?? "", 10);
    list.start = Number.isNaN(value) ? null : value;
  }

  /** What stands in front of the next paragraph: the item's number for its first one, otherwise «». */
  numberParagraph(): string {
    const list = this.open.at(-1);
    if (!list || list.numbered) return "";
    list.numbered = true;
    return count(list, this.open.length);
  }

  /** What stands in front of a heading outside lists. */
  numberHeading(level: number): string {
    if (this.open.length > 0) return this.numberParagraph();
    return count({ style: this.styles.outline, counters: this.headings, start: null }, level);
  }

  private findCounters(attributes: ReadonlyMap<string, string>, style: string): Counters {
    const continued = this.byId.get(attributes.get("text:continue-list") ?? "");
    if (continued) return continued;
    return (attributes.get("text:continue-numbering") === "true" ? this.byStyle.get(style) : undefined) ?? [];
  }
}

function count(list: Pick<OpenList, "style" | "counters" | "start">, level: number): string {
  const { style, counters } = list;
  const shape = style.get(level);
  const before = counters[level];
  counters[level] = list.start ?? (before === undefined ? (shape?.start ?? 1) : before + 1);
  counters.length = level + 1;
  const text = shape === undefined ? "" : print(style, level, counters);
  return text !== "" && shape?.gap ? `${text} ` : text;
}

function print(style: ListStyle, level: number, counters: Counters): string {
  const shape = style.get(level);
  if (shape === undefined) return "";
  if (shape.bullet !== null) return readBullet(shape.bullet, "");
  if (shape.format === "") return "";
  const numberOf = (other: number): string => {
    const otherShape = style.get(other) ?? shape;
    return formatNumber(counters[other] ?? otherShape.start, toFormat(otherShape));
  };
  if (shape.pattern !== null) return shape.pattern.replace(/%(\d{1,2})%/g, (_whole, other) => numberOf(Number(other)));
  const shown: string[] = [];
  for (let other = Math.max(1, level - shape.shownLevels + 1); other <= level; other++) shown.push(numberOf(other));
  return shape.prefix + shown.filter((number) => number !== "").join(".") + shape.suffix;
}

/** style:num-format in the words of Word; Russian letters are named by their first two («А, Б, …»). */
function toFormat(shape: OdfLevel): string {
  const { format } = shape;
  if (format === "a") return "lowerLetter";
  if (format === "A") return "upperLetter";
  if (format === "i") return "lowerRoman";
  if (format === "I") return "upperRoman";
  if (format.startsWith("а")) return "russianLower";
  if (format.startsWith("А")) return "russianUpper";
  if (format === "01, 02, 03, ...") return "decimalZero";
  return format === "" ? "none" : "decimal";
}
