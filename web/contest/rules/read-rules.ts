import type { TermsText } from "../../../src/contest/call/contract.ts";
import { freshKey, nest, plain, type Tree, textOf, treesOf } from "../parts/nest.ts";

type Typed = Readonly<Record<string, unknown>>;

export const MEASURE_KINDS = ["mark", "bands", "counter", "yes-no"] as const;
export const CRITERION_KINDS = [...MEASURE_KINDS, "sum", "relative"] as const;

/** From where a criterion's figure comes, as its field says: `juror`, `parts` where each part says it, `own-share`, or a question's key. */
type From = string;

/** What the form of criteria says, for the door to judge: words where numbers belong stay as they were typed. */
export function readRules(form: FormData, was: TermsText): Pick<TermsText, "rules" | "facts"> {
  const root = nest(form);
  const known = new Set(treesOf(root, "criteria").map((node) => textOf(node, "key")));
  const facts: Record<string, From> = {};
  const criteria = treesOf(root, "criteria").map((node) => {
    const key = textOf(node, "key") || freshKey("criterion", known);
    const from = textOf(node, "from") || "juror";
    const measure = readMeasure(childOf(node, "measure"));
    if (from !== "juror" && from !== "parts") facts[key] = from;
    if (from === "parts") Object.assign(facts, factsOfParts(key, childOf(node, "measure")));
    const isJuror = from === "juror";
    return {
      ...{ key, name: textOf(node, "name"), source: isJuror ? "juror" : "fact", measure },
      ...{ weight: plain(textOf(node, "weight")) || "1", mustJustify: textOf(node, "mustJustify") === "yes" },
    };
  });
  return { facts, rules: { ...readCounting(root, was), criteria } as TermsText["rules"] };
}

function factsOfParts(key: string, measure: Tree): Readonly<Record<string, From>> {
  return Object.fromEntries(
    listParts(measure).flatMap((part) => (textOf(part, "from") ? [[`${key}.${part.key}`, textOf(part, "from")]] : [])),
  );
}

/** The parts of a sum that hold anything, each with its key. */
function listParts(measure: Tree): readonly (Tree & { readonly key: string })[] {
  const parts = treesOf(measure, "parts").filter(
    (part) => hasWords(part) || textOf(childOf(part, "measure"), "kind") !== NEW_PART,
  );
  const known = new Set(parts.map((part) => textOf(part, "key")));
  return parts.map((part) => ({ ...part, key: textOf(part, "key") || freshKey("part", known) }));
}

/** The kind of a part that nobody has begun. */
export const NEW_PART = "yes-no";
const CHOICES = new Set(["kind", "key", "from", "above"]);

/** Whether anything was typed into it: what is only chosen does not count. */
function hasWords(node: Tree): boolean {
  return Object.entries(node).some(([name, value]) =>
    typeof value === "string" ? value.trim() !== "" && !CHOICES.has(name) : hasWords(value),
  );
}

const childOf = (node: Tree, name: string): Tree => (typeof node[name] === "object" ? node[name] : {});

function readMeasure(node: Tree): Typed {
  const figure = (name: string) => plain(textOf(node, name));
  const kind = textOf(node, "kind") || "mark";
  const most = figure("most") || null;
  switch (kind) {
    case "bands":
      return { kind, unit: textOf(node, "unit"), bands: treesOf(node, "bands").filter(hasWords).map(readBand) };
    case "counter":
      return { kind, perItem: figure("perItem"), most };
    case "yes-no":
      return { kind, points: figure("points") };
    case "relative":
      return { kind, unit: textOf(node, "unit"), most: figure("most") };
    case "sum": {
      const parts = listParts(node).map((part) => ({
        ...{ key: part.key, name: textOf(part, "name"), measure: readMeasure(childOf(part, "measure")) },
      }));
      return { kind, parts, most };
    }
    default:
      return { kind: "mark", ...readMark(node) };
  }
}

function readMark(node: Tree): Typed {
  const scale = childOf(node, "scale");
  const [min, max, step] = ["min", "max", "step"].map((name) => plain(textOf(scale, name)));
  const levels = treesOf(node, "levels").filter(hasAny);
  return {
    ...((min || max) && { scale: { min, max, step: step || "1" } }),
    levels: levels.map((level) => ({ mark: plain(textOf(level, "mark")), text: textOf(level, "text") })),
  };
}

const hasAny = (node: Tree) => Object.values(node).some((value) => typeof value === "string" && value.trim() !== "");

function readBand(node: Tree): Typed {
  const each = childOf(node, "each");
  const [per, points, most] = ["per", "points", "most"].map((name) => plain(textOf(each, name)));
  return {
    ...{ from: plain(textOf(node, "from")), above: textOf(node, "above") === "yes" },
    points: plain(textOf(node, "points")),
    ...((per || points || most) && { each: { per, points, most } }),
  };
}

/** How marks become totals, totals places, and places money. */
function readCounting(root: Tree, { rules }: TermsText): Typed {
  const [aggregation, rounding] = [childOf(root, "aggregation"), childOf(root, "rounding")];
  const whole = (node: Tree, name: string) => (textOf(node, name) === "" ? null : Number(textOf(node, name)));
  return {
    ...rules,
    aggregation: {
      ...{ order: textOf(aggregation, "order"), by: textOf(aggregation, "by") },
      leastReviews: whole(aggregation, "leastReviews") ?? 1,
    },
    rounding: { total: whole(rounding, "total") ?? Number.NaN, step: whole(rounding, "step") },
    passMark: plain(textOf(root, "passMark")) || null,
    winners: readWinners(childOf(root, "winners"), whole),
    money: { ...rules.money, split: textOf(root, "split") },
    categories: readGroups(root),
    tieBreaks: textsOf(root, "tieBreaks").flatMap(readTie),
    one: textOf(root, "one"),
  };
}

function readWinners(node: Tree, whole: (node: Tree, name: string) => number | null): Typed {
  const amount = childOf(node, "amount");
  const kind = textOf(amount, "kind") || "requested";
  const given = {
    requested: {},
    prizes: { prizes: textsOf(amount, "prizes").map(plain) },
    "share-by-total": {
      shares: treesOf(amount, "shares")
        .filter(hasAny)
        .map((share) => ({ from: plain(textOf(share, "from")), percent: plain(textOf(share, "percent")) })),
    },
  }[kind];
  return { places: whole(node, "places"), amount: { kind, ...given }, overrun: textOf(node, "overrun") };
}

function readGroups(root: Tree): readonly Typed[] {
  const groups = treesOf(root, "categories").filter((node) => textOf(node, "name") !== "");
  const known = new Set(groups.map((node) => textOf(node, "key")));
  return groups.map((node) => ({
    key: textOf(node, "key") || freshKey("group", known),
    name: textOf(node, "name"),
  }));
}

/** The values of fields `name.0`, `name.1` that are not empty. */
const textsOf = (node: Tree, name: string): readonly string[] =>
  Object.values(childOf(node, name)).flatMap((value) =>
    typeof value === "string" && value.trim() !== "" ? [value.trim()] : [],
  );

const CRITERION = "criterion:";
export const tieOfCriterion = (key: string): string => CRITERION + key;

const readTie = (text: string) =>
  text.startsWith(CRITERION) ? [{ by: "higher-criterion", criterion: text.slice(CRITERION.length) }] : [{ by: text }];
