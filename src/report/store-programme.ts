import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";

/** A programme with its years and the executors that its edition in force names. */
export interface ReportedProgramme {
  readonly id: Id;
  readonly slug: string;
  readonly title: string;
  readonly years: readonly number[];
  readonly executors: readonly string[];
}

/** The programmes that have an edition in force, by their short names. */
export async function selectProgrammes(ctx: Context<Tx>): Promise<readonly ReportedProgramme[]> {
  const { rows } = await sql<ReportedProgramme>`
    select programme.id, programme.slug, edition.title, edition.years,
      array(select distinct own.executor from edition_activity as line, unnest(line.executors) as own (executor)
        where line.municipality_id = edition.municipality_id and line.edition_id = edition.id
        order by own.executor) as executors
    from programme join edition on edition.municipality_id = programme.municipality_id
      and edition.programme_id = programme.id and edition.number = programme.last_edition
    where programme.municipality_id = ${ctx.municipalityId}
    order by programme.slug`.execute(ctx.tx);
  return rows;
}

export async function findProgrammeTitle(ctx: Context<Tx>, slug: string): Promise<string> {
  return (await selectProgrammes(ctx)).find((programme) => programme.slug === slug)?.title ?? slug;
}
