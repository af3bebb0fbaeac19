import type { RouteRow } from "../row.ts";

export const portalRows: readonly RouteRow[] = [
  { route: "accessibility", calls: { GET: "everybody" } },
  { route: "privacy", calls: { GET: "everybody" } },
  { route: "own-programme", calls: { GET: "everybody" } },
  { route: "*", at: () => "/nothing/stands/here", calls: { GET: { asks: "everybody", status: 404 } } },
];
