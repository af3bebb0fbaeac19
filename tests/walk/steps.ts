import { listRoutes } from "./calls.ts";
import { listCalls } from "./row.ts";
import { ROWS } from "./rows/index.ts";
import type { Step } from "./walk.ts";

export const KNOWN = listRoutes();

/** Every call of every route. */
export const STEPS: readonly Step[] = ROWS.flatMap((route) => {
  const known = KNOWN.find((one) => one.route === route.route);
  return listCalls(route).map((call) => ({ route, ...call, hasData: known?.isPage ?? false }));
});

const named = (steps: readonly Step[]) =>
  steps.map((step): [string, Step] => [`${step.route.route} ${step.call}`, step]);

/** With names, for `test.each`. */
export const READS = named(STEPS.filter(({ call }) => call === "GET"));
export const WRITES = named(STEPS.filter(({ call }) => call !== "GET"));
