import { type Package, scanPart } from "../packed/xml-part.ts";
import type { XmlTag } from "../packed/xml-tag.ts";
import type { ZipEntry } from "../packed/zip.ts";
import { isOn, readCount, readValue } from "./values.ts";

/** One level of a list. `text` holds %1…%9 for the numbers of levels 1 to 9. */
export interface ListLevel {
  start: number;
  format: string;
  text: string;
  /** A space or a tab stands between number and text, or nothing. */
  suffix: boolean;
  /** All numbers as figures («1.1» under «I»). */
  legal: boolean;
  /** The level whose number starts this one anew: 0 for none, null for the next higher. */
  restart: number | null;
  font: string;
}

/** A definition of lists, shared by all lists that point to it. */
export interface ListKind {
  readonly levels: Map<number, ListLevel>;
  /** The definition stands in the list style of this name. */
  styleLink: string | null;
  /** The list style that this definition is. */
  ownStyle: string | null;
}

export interface List {
  kindId: string | null;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, ListLevel>;
}

/** `numbering.xml` as it stands. */
export interface Numbering {
  readonly kinds: Map<string, ListKind>;
  readonly lists: Map<string, List>;
}

interface State {
  readonly numbering: Numbering;
  kind: ListKind;
  list: List | null;
  level: ListLevel;
  overridden: number;
}

type NumberingRule = (state: State, tag: XmlTag<NumberingRule>) => void;

const RULES = new Map<string, NumberingRule>([
  ["w:abstractNum", openKind],
  [
    "w:numStyleLink",
    (state, tag) => {
      state.kind.styleLink = readValue(tag) ?? null;
    },
  ],
  [
    "w:styleLink",
    (state, tag) => {
      state.kind.ownStyle = readValue(tag) ?? null;
    },
  ],
  ["w:lvl", openLevel],
  [
    "w:start",
    (state, tag) => {
      state.level.start = readCount(tag, 1);
    },
  ],
  [
    "w:numFmt",
    (state, tag) => {
      state.level.format = readValue(tag) ?? "decimal";
    },
  ],
  [
    "w:lvlText",
    (state, tag) => {
      state.level.text = readValue(tag) ?? "";
    },
  ],
  [
    "w:suff",
    (state, tag) => {
      state.level.suffix = readValue(tag) !== "nothing";
    },
  ],
  [
    "w:isLgl",
    (state, tag) => {
      state.level.legal = isOn(tag);
    },
  ],
  [
    "w:lvlRestart",
    (state, tag) => {
      state.level.restart = readCount(tag, 0);
    },
  ],
  [
    "w:rFonts",
    (state, tag) => {
      state.level.font = tag.attributes.get("w:ascii") ?? "";
    },
  ],
  ["w:num", openList],
  [
    "w:abstractNumId",
    (state, tag) => {
      if (state.list) state.list.kindId = readValue(tag) ?? null;
    },
  ],
  [
    "w:lvlOverride",
    (state, tag) => {
      state.overridden = readAttributeCount(tag, "w:ilvl");
    },
  ],
  ["w:startOverride", (state, tag) => void state.list?.starts.set(state.overridden, readCount(tag, 1))],
]);

/** Reads `numbering.xml`. */
export function readNumbering(source: Package, entry: ZipEntry): Numbering {
  const numbering: Numbering = { kinds: new Map(), lists: new Map() };
  const state: State = { numbering, kind: emptyKind(), list: null, level: emptyLevel(), overridden: 0 };
  const open = (rule: NumberingRule, tag: XmlTag<NumberingRule>): boolean => {
    rule(state, tag);
    return false;
  };
  scanPart(source, entry, { rules: RULES, collecting: false, open, close: () => {}, text: () => {} });
  return numbering;
}

function emptyKind(): ListKind {
  return { levels: new Map(), styleLink: null, ownStyle: null };
}

function emptyLevel(): ListLevel {
  return { start: 1, format: "decimal", text: "", suffix: true, legal: false, restart: null, font: "" };
}

function openKind(state: State, tag: XmlTag<NumberingRule>): void {
  state.kind = emptyKind();
  state.list = null;
  state.numbering.kinds.set(tag.attributes.get("w:abstractNumId") ?? "", state.kind);
}

function openList(state: State, tag: XmlTag<NumberingRule>): void {
  state.list = { kindId: null, starts: new Map(), levels: new Map() };
  state.numbering.lists.set(tag.attributes.get("w:numId") ?? "", state.list);
}

function openLevel(state: State, tag: XmlTag<NumberingRule>): void {
  state.level = emptyLevel();
  (state.list ?? state.kind).levels.set(readAttributeCount(tag, "w:ilvl"), state.level);
}

function readAttributeCount(tag: XmlTag<NumberingRule>, name: string): number {
  const value = Number.parseInt(tag.attributes.get(name) ?? "0", 10);
  return Number.isNaN(value) || value < 0 ? 0 : Math.min(value, 8);
}
