import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { decodeActivities } from "./codec.ts";
import type { Activity } from "./contract.ts";

/** An edition in force of a district, without its content. */
export interface DistrictEditionHead {
  readonly municipalityId: Id;
  readonly editionId: Id;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly years: readonly number[];
  readonly approvedAt: Date;
  readonly demonstration: boolean;
}

/** The editions in force of the districts of the context's municipality; none where it is no region. */
export async function selectDistrictEditions(ctx: Context<Tx>): Promise<readonly DistrictEditionHead[]> {
  const { rows } = await sql<{
    municipality_id: Id;
    edition_id: Id;
    slug: string;
    number: number;
    title: string;
    years: number[];
    approved_at: Date;
    demonstration: boolean;
  }>`select * from list_district_editions()`.execute(ctx.tx);
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    editionId: row.edition_id,
    slug: row.slug,
    number: row.number,
    title: row.title,
    years: row.years,
    approvedAt: row.approved_at,
    demonstration: row.demonstration,
  }));
}

export interface DistrictFigures {
  readonly activities: readonly Activity[];
  readonly indicators: number;
  readonly findings: Readonly<Record<"error" | "warning" | "note", number>>;
}

/** What a district published in an edition in force; undefined of anything else. */
export async function selectDistrictFigures(
  ctx: Context<Tx>,
  { municipalityId, editionId }: Pick<DistrictEditionHead, "municipalityId" | "editionId">,
): Promise<DistrictFigures | undefined> {
  const { rows } = await sql<{
    activities: unknown;
    indicators: number;
    errors: number;
    warnings: number;
    notes: number;
  }>`select * from read_district_edition(${municipalityId}, ${editionId})`.execute(ctx.tx);
  const [row] = rows;
  return (
    row && {
      activities: decodeActivities(row.activities),
      indicators: row.indicators,
      findings: { error: row.errors, warning: row.warnings, note: row.notes },
    }
  );
}
