import type { Computation } from "../../src/indicator/contract.ts";

/** What the form of a passport says of the computation; the action judges it. */
export function readComputation(form: FormData): unknown {
  const text = (name: string) => String(form.get(name) ?? "");
  const all = (name: string) => form.getAll(name).map(String);
  const eventKinds = all("eventKinds");
  const ways: Readonly<Record<string, unknown>> = {
    "way-people-distinct": { kind: "people", count: "distinct", eventKinds, of: ofPopulation(form) },
    "way-people-visits": { kind: "people", count: "visits", eventKinds, of: ofPopulation(form) },
    "way-events": { kind: "events", eventKinds },
    "way-money-paid": money("paid"),
    "way-money-net": money("net"),
    "way-publications": { kind: "publications", kinds: all("kinds") },
    "way-acts": { kind: "acts" },
    "way-seats-year-end": seats("year-end"),
    "way-seats-mean": seats("mean"),
    "way-awards": { kind: "awards", contestIds: all("contestIds") },
    "way-contests": { kind: "contests", contestIds: all("contestIds") },
    "way-own-sum": { kind: "own", take: "sum" },
    "way-own-last": { kind: "own", take: "last" },
  };
  return Object.hasOwn(ways, text("way")) ? ways[text("way")] : null;

  function money(fact: "paid" | "net") {
    return { kind: "money", activityIds: all("activityIds"), fact, unit: text("unit") };
  }
  function seats(rule: "year-end" | "mean") {
    const value = text("denominator").trim();
    const given = { kind: "given", value: Number(value), words: text("denominatorWords") };
    return { kind: "seats", rule, denominator: value === "" ? { kind: "all-seats" } : given };
  }
}

/** The boxes of the form, by name, as they were ticked. */
export const BOXES = ["eventKinds", "activityIds", "kinds", "contestIds", "of"] as const;
export type Ticked = Readonly<Record<(typeof BOXES)[number], readonly string[]>>;

/** What a form had ticked. */
export function readTicked(form: FormData): Ticked {
  return Object.fromEntries(BOXES.map((name) => [name, form.getAll(name).map(String)])) as unknown as Ticked;
}

/** What a passport has ticked. */
export function tickedBy(computation: Computation | null): Ticked {
  const none = { eventKinds: [], activityIds: [], kinds: [], contestIds: [], of: [] };
  if (computation === null) return none;
  const { kind: _, ...own } = computation;
  return { ...none, ...own, of: "of" in own && own.of === "population" ? ["population"] : [] };
}

const ofPopulation = (form: FormData) => (form.get("of") === "population" ? "population" : "none");

export const WAYS = [
  "way-people-distinct",
  "way-people-visits",
  "way-events",
  "way-money-paid",
  "way-money-net",
  "way-publications",
  "way-acts",
  "way-seats-year-end",
  "way-seats-mean",
  "way-awards",
  "way-contests",
  "way-own-sum",
  "way-own-last",
] as const;
