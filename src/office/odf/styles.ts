import { type Package, scanPart } from "../packed/xml-part.ts";
import type { XmlTag } from "../packed/xml-tag.ts";
import type { ZipEntry } from "../packed/zip.ts";

/** One level of a list or of the numbered headings. */
export interface OdfLevel {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** «%1%.%2%», which newer files state instead of prefix, suffix and levels shown. */
  readonly pattern: string | null;
  /** How many levels the number shows, itself included. */
  readonly shownLevels: number;
  readonly start: number;
  /** Of a bulleted level; null for a numbered one. */
  readonly bullet: string | null;
  /** Whether a tab or blank stands behind the number. */
  gap: boolean;
}

export type ListStyle = Map<number, OdfLevel>;

interface Style {
  hidden: boolean;
}

/** Styles of `styles.xml` and `content.xml` together, as far as they change what is read. */
export class OdfStyles {
  readonly lists = new Map<string, ListStyle>();
  outline: ListStyle = new Map();
  /** By family and name: «paragraph/P1». */
  readonly styles = new Map<string, Style>();

  isHidden(family: string, name: string | undefined): boolean {
    return name !== undefined && this.styles.get(`${family}/${name}`)?.hidden === true;
  }
}

export type StyleRule = (state: StyleState, tag: XmlTag<unknown>) => void;

/** Where the reading of styles stands. */
export class StyleState {
  readonly found: OdfStyles;
  list: ListStyle = new Map();
  level: OdfLevel | null = null;
  style: Style | null = null;
  onHeader: (kind: "header" | "footer") => void = () => {};

  constructor(found: OdfStyles) {
    this.found = found;
  }
}

/** The elements of styles; `content.xml` holds them as well, in front of its body. */
export const STYLE_RULES: readonly (readonly [string, StyleRule])[] = [
  ["style:style", openStyle],
  ["style:text-properties", readTextProperties],
  ["style:table-properties", readTableProperties],
  ["text:list-style", openList],
  ["text:outline-style", openOutline],
  ["text:list-level-style-number", openLevel],
  ["text:outline-level-style", openLevel],
  ["text:list-level-style-bullet", openLevel],
  ["style:list-level-label-alignment", readGap],
  ["style:header", (state) => state.onHeader("header")],
  ["style:footer", (state) => state.onHeader("footer")],
];

/** Reads `styles.xml` into `found`; `onHeader` hears of each header and footer of the pages. */
export function readStyles(
  source: Package,
  entry: ZipEntry,
  to: { found: OdfStyles; onHeader: (kind: "header" | "footer") => void },
): void {
  const state = new StyleState(to.found);
  state.onHeader = to.onHeader;
  const open = (rule: StyleRule, tag: XmlTag<StyleRule>): boolean => {
    rule(state, tag);
    return false;
  };
  const rules = new Map<string, StyleRule>(STYLE_RULES);
  scanPart(source, entry, { rules, collecting: false, open, close: () => {}, text: () => {} });
}

function openStyle(state: StyleState, tag: XmlTag<unknown>): void {
  const { attributes } = tag;
  state.style = { hidden: false };
  state.level = null;
  state.found.styles.set(`${attributes.get("style:family")}/${attributes.get("style:name")}`, state.style);
}

function readTextProperties(state: StyleState, tag: XmlTag<unknown>): void {
  // Within a level of a list they are those of its number.
  if (state.level === null && state.style && tag.attributes.get("text:display") === "none") state.style.hidden = true;
}

function readTableProperties(state: StyleState, tag: XmlTag<unknown>): void {
  if (state.style && tag.attributes.get("table:display") === "false") state.style.hidden = true;
}

function openList(state: StyleState, tag: XmlTag<unknown>): void {
  state.list = new Map();
  state.found.lists.set(tag.attributes.get("style:name") ?? "", state.list);
}

function openOutline(state: StyleState): void {
  state.list = new Map();
  state.found.outline = state.list;
}

function openLevel(state: StyleState, tag: XmlTag<unknown>): void {
  const { attributes } = tag;
  const bullet = attributes.get("text:bullet-char");
  state.level = {
    format: attributes.get("style:num-format") ?? "",
    prefix: attributes.get("style:num-prefix") ?? "",
    suffix: attributes.get("style:num-suffix") ?? "",
    pattern: attributes.get("loext:num-list-format") ?? null,
    shownLevels: readWhole(attributes.get("text:display-levels"), 1),
    start: readWhole(attributes.get("text:start-value"), 1),
    bullet: bullet ?? null,
    gap: true,
  };
  state.list.set(readWhole(attributes.get("text:level"), 1), state.level);
}

function readGap(state: StyleState, tag: XmlTag<unknown>): void {
  if (state.level) state.level.gap = tag.attributes.get("text:label-followed-by") !== "nothing";
}

/** A whole number from 0 to 2^31; `fallback` where there is none. */
export function readWhole(value: string | undefined, fallback: number): number {
  const number = Number.parseInt(value ?? "", 10);
  return Number.isNaN(number) || number < 0 ? fallback : Math.min(number, 0x7fffffff);
}
