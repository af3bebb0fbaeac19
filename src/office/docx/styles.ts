import { type Package, scanPart } from "../packed/xml-part.ts";
import type { XmlTag } from "../packed/xml-tag.ts";
import type { ZipEntry } from "../packed/zip.ts";
import { isOn, readCount, readValue } from "./values.ts";

/** Which list a paragraph belongs to. */
export interface ListPlace {
  readonly numberingId: string | null;
  readonly level: number | null;
}

/** The little of a style that changes what a person reads. */
export interface Style {
  readonly list: ListPlace;
  readonly hidden: boolean;
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>;
  /** Of paragraphs that name no style. */
  readonly defaultParagraph: string | null;
}

interface RawStyle {
  base: string | null;
  numberingId: string | null;
  level: number | null;
  hidden: boolean | null;
}

type StyleRule = (found: FoundStyles, tag: XmlTag<StyleRule>) => void;

interface FoundStyles {
  readonly raw: Map<string, RawStyle>;
  current: RawStyle;
  defaultParagraph: string | null;
}

const RULES = new Map<string, StyleRule>([
  ["w:style", openStyle],
  [
    "w:basedOn",
    (found, tag) => {
      found.current.base = readValue(tag) ?? null;
    },
  ],
  [
    "w:numId",
    (found, tag) => {
      found.current.numberingId = readValue(tag) ?? null;
    },
  ],
  [
    "w:ilvl",
    (found, tag) => {
      found.current.level = readCount(tag, 0);
    },
  ],
  [
    "w:vanish",
    (found, tag) => {
      found.current.hidden = isOn(tag);
    },
  ],
]);
/** Longer chains of styles based on each other are circles. */
const LONGEST_CHAIN = 20;

export const NO_STYLES: Styles = { byId: new Map(), defaultParagraph: null };

/** Reads `styles.xml`. Styles that change nothing here are left out. */
export function readStyles(source: Package, entry: ZipEntry): Styles {
  const found: FoundStyles = { raw: new Map(), current: emptyStyle(), defaultParagraph: null };
  const open = (rule: StyleRule, tag: XmlTag<StyleRule>): boolean => {
    rule(found, tag);
    return false;
  };
  scanPart(source, entry, { rules: RULES, collecting: false, open, close: () => {}, text: () => {} });
  const byId = new Map<string, Style>();
  for (const id of found.raw.keys()) {
    const style = inherit(found.raw, id);
    if (style.hidden || style.list.numberingId !== null) byId.set(id, style);
  }
  return { byId, defaultParagraph: found.defaultParagraph };
}

function emptyStyle(): RawStyle {
  return { base: null, numberingId: null, level: null, hidden: null };
}

function openStyle(found: FoundStyles, tag: XmlTag<StyleRule>): void {
  const id = tag.attributes.get("w:styleId") ?? "";
  found.current = emptyStyle();
  found.raw.set(id, found.current);
  const isDefault = tag.attributes.get("w:default") === "1" || tag.attributes.get("w:default") === "true";
  if (isDefault && tag.attributes.get("w:type") === "paragraph") found.defaultParagraph = id;
}

function inherit(raw: ReadonlyMap<string, RawStyle>, id: string): Style {
  const whole = emptyStyle();
  let next: string | null = id;
  for (let step = 0; next !== null && step < LONGEST_CHAIN; step++) {
    const style: RawStyle | undefined = raw.get(next);
    whole.numberingId ??= style?.numberingId ?? null;
    whole.level ??= style?.level ?? null;
    whole.hidden ??= style?.hidden ?? null;
    next = style?.base ?? null;
  }
  return { list: { numberingId: whole.numberingId, level: whole.level }, hidden: whole.hidden ?? false };
}
