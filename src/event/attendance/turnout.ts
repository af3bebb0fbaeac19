import type { Id } from "../../kernel/id.ts";
import type { SiteTurnout, Turnout } from "./views.ts";

/** What is kept of a site. */
export interface KeptTurnout {
  readonly siteId: Id;
  readonly named: number;
  readonly counted: number | null;
  readonly late: number;
}

/**
 * Visits of a site: those marked by name are among those counted by head, so the larger of the two figures, never their sum.
 */
export function countVisits({ named, counted }: Pick<KeptTurnout, "named" | "counted">): number {
  return Math.max(named, counted ?? 0);
}

/** Adds up the sites of an event; `distinctNamed` comes from the marks, since one person may be at several sites. */
export function addUpTurnout(kept: readonly KeptTurnout[], distinctNamed: number): Turnout {
  const sites: readonly SiteTurnout[] = kept.map((site) => ({ ...site, visits: countVisits(site) }));
  const visits = sites.reduce((sum, site) => sum + site.visits, 0);
  const named = sites.reduce((sum, site) => sum + site.named, 0);
  return { sites, visits, distinctNamed, unnamed: visits - named };
}
