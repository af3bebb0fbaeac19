import type { Computation } from "../../../src/indicator/contract.ts";

/** The key of the sentence that says from which records an actual is computed. */
export function wayOf(computation: Computation) {
  switch (computation.kind) {
    case "people":
      return computation.count === "distinct" ? "way-people-distinct" : "way-people-visits";
    case "money":
      return computation.fact === "paid" ? "way-money-paid" : "way-money-net";
    case "seats":
      return computation.rule === "mean" ? "way-seats-mean" : "way-seats-year-end";
    case "own":
      return computation.take === "last" ? "way-own-last" : "way-own-sum";
    case "events":
      return "way-events";
    case "publications":
      return "way-publications";
    case "acts":
      return "way-acts";
    case "awards":
      return "way-awards";
    case "contests":
      return "way-contests";
  }
}
