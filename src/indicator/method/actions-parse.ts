import { refuseIndicator } from "../refusals.ts";
import type { Method } from "./contract.ts";
import { parseMethod } from "./parse.ts";

/** A method as it was stored, sent or typed. Refuses `method-malformed`, naming every place. */
export function requireMethod(given: unknown): Method {
  const read = parseMethod(given);
  if ("method" in read) return read.method;
  const problems = read.problems.map(({ code, at }) => `${at || "—"} (${code})`).join(", ");
  return refuseIndicator("method-malformed", { problems });
}
