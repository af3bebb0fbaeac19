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
    "way-publications": { kind: "publications", kinds: [] },
    "way-acts": { kind: "acts" },
    "way-seats-year-end": seats("year-end"),
    "way-seats-mean": seats("mean"),
    "way-awards": { kind: "awards", contestIds: [] },
    "way-contests": { kind: "contests", contestIds: [] },
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
