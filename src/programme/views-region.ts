import type { FundingSource } from "./contract.ts";
import type { Consolidation } from "./views.ts";

/** What is added up by itself: a source, the cost of activities that name none, and the whole. */
export const REGION_LINES = [
  "federal",
  "regional",
  "local",
  "settlement",
  "extrabudgetary",
  "unnamed",
  "cost",
] as const satisfies readonly (FundingSource | "unnamed" | "cost")[];
export type RegionLine = (typeof REGION_LINES)[number];

/** The programme in force of a district, as the district published it. */
export interface DistrictProgramme {
  readonly slug: string;
  readonly title: string;
  readonly years: readonly number[];
  readonly edition: number;
  /** ISO instant. */
  readonly approvedAt: string;
  readonly demonstration: boolean;
  /** Kopecks by line and by year (and `total`). */
  readonly money: Consolidation & Readonly<Record<"unnamed", Readonly<Record<string, bigint>>>>;
  readonly activities: number;
  readonly indicators: number;
  readonly findings: Readonly<Record<"error" | "warning" | "note", number>>;
}

/** A municipality of a region; null where it has published no programme yet. */
export interface DistrictView {
  readonly id: string;
  readonly name: string;
  readonly programme: DistrictProgramme | null;
}
