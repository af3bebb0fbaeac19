/** A method as its form holds it while somebody writes it: words only, whether they make a method or not. */
export interface TypedTerm {
  readonly kind: string;
  readonly [field: string]: unknown;
}
export interface TypedMethod {
  readonly name: string;
  readonly source: { readonly act: string; readonly addresses: readonly string[] };
  readonly unverified: readonly string[];
  readonly terms: readonly TypedTerm[];
  readonly bands: readonly {
    readonly from: string | null;
    readonly open?: boolean;
    readonly name: string;
    readonly consequence: string;
  }[];
}

export const TERM_KINDS = [
  "items",
  "spending",
  "product",
  "quotient",
  "mean",
  "weighted-sum",
  "scale",
  "lookup",
  "matrix",
  "given",
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

const DEGREE = {
  cap: "1",
  notPlanned: "exclude",
  missingFact: "ask",
  zeroPlan: "ask",
  zeroBoth: "one",
  zeroFact: "cap",
} as const;
export const EDGES = Object.keys(DEGREE).filter((key) => key !== "cap") as readonly Exclude<
  keyof typeof DEGREE,
  "cap"
>[];

/** Reads a figure as people write it; an empty one is none. */
const plain = (text: string) => text.replace(/\s/g, "").replaceAll(",", ".");
const list = (text: string) => text.split(/[\s,;]+/).filter((part) => part !== "");

/** «0,5 СР + 0,5 Эис» and «0,9: 1; 0,8: 0,5»: pairs parted by a semicolon or a plus. */
function readPairs(text: string, by: RegExp): readonly (readonly [string, string])[] {
  return text
    .split(/[;+\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [first = "", second = ""] = part.split(by).map((piece) => piece.trim());
      return [first, second];
    });
}

/** The method that a form sent, from which `drop` names a term or band to leave out. */
export function readMethod(form: FormData): TypedMethod {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const places = (prefix: string) =>
    [...new Set([...form.keys()].flatMap((name) => new RegExp(`^${prefix}-(\\d+)-`).exec(name)?.[1] ?? []))]
      .map(Number)
      .sort((a, b) => a - b);
  return {
    name: text("name"),
    source: { act: text("act"), addresses: list(text("addresses")) },
    unverified: text("unverified")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    terms: places("term").map((at) => readTerm((field) => text(`term-${at}-${field}`))),
    bands: places("band")
      .map((at) => ({
        ...(text(`band-${at}-from`) === "" ? { from: null } : edgeOf(text(`band-${at}-from`))),
        name: text(`band-${at}-name`),
        consequence: text(`band-${at}-consequence`),
      }))
      .filter(({ from, name }) => from !== null || name !== ""),
  };
}

function readTerm(text: (field: string) => string): TypedTerm {
  const kind = text("kind");
  const [round, otherwise] = [text("round"), plain(text("otherwise"))];
  const common = {
    ...{ kind, symbol: text("symbol"), title: text("title") },
    ...(round !== "" && { round: Number(round) }),
    ...(otherwise !== "" && { otherwise }),
  };
  return { ...common, ...(READERS[kind as TermKind]?.(text) ?? {}) };
}

type Read = (text: (field: string) => string) => Readonly<Record<string, unknown>>;
const capOf = (text: (field: string) => string) => plain(text("cap")) || "none";

const READERS: Readonly<Record<TermKind, Read>> = {
  items: (text) => {
    const fold = text("fold") || "mean";
    const score = text("score");
    const level = text("level");
    return {
      of: text("of") || "indicators",
      fold,
      degree: { ...DEGREE, ...edgesOf(text), cap: capOf(text) },
      ...(level !== "" && { level }),
      ...(fold === "share" && text("reached") !== "" && { reached: plain(text("reached")) }),
      ...(fold === "weighted" && { weights: weightsOf(text) }),
      ...(score !== "" && { score: stepsOf(score) }),
    };
  },
  spending: (text) => ({ plan: text("plan") || "budget-list", fact: text("fact") || "net", cap: capOf(text) }),
  product: (text) => ({ of: list(text("of")) }),
  mean: (text) => ({ of: list(text("of")) }),
  quotient: (text) => ({ dividend: text("dividend"), divisor: text("divisor") }),
  "weighted-sum": (text) => ({
    parts: readPairs(text("parts"), /[\s×*]+/).map(([weight, of]) => ({ weight: plain(weight), of })),
    total: text("total") || "one",
  }),
  scale: (text) => ({ of: text("of"), by: plain(text("by")) }),
  lookup: (text) => ({ of: text("of"), steps: stepsOf(text("steps")) }),
  matrix: (text) => ({
    rows: { of: text("rowsOf"), from: list(text("rows").replaceAll(",", ".")) },
    columns: { of: text("columnsOf"), from: list(text("columns").replaceAll(",", ".")) },
    cells: text("cells")
      .split("\n")
      .map((row) => list(row.replaceAll(",", ".")))
      .filter((row) => row.length > 0),
  }),
  given: (text) => ({ from: plain(text("from")), to: plain(text("to")) }),
};

const stepsOf = (text: string) =>
  readPairs(text, /[:→]+/).map(([from, value]) => ({ ...edgeOf(from), value: plain(value) }));

/** «>0,9» is an edge that does not belong to what begins there. */
function edgeOf(text: string): { readonly from: string; readonly open?: true } {
  return text.startsWith(">") ? { from: plain(text.slice(1)), open: true } : { from: plain(text) };
}

function edgesOf(text: (field: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(EDGES.flatMap((key) => (text(key) ? [[key, text(key)]] : [])));
}

function weightsOf(text: (field: string) => string): Readonly<Record<string, string>> {
  const kind = text("weights") || "equal";
  if (kind === "given") return { kind, total: text("weightsTotal") || "one", excluded: text("excluded") || "spread" };
  if (kind !== "level") return { kind };
  return { kind, goal: plain(text("goal")), objective: plain(text("objective")), activity: plain(text("activity")) };
}
