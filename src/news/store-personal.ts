import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { withNewsTables } from "./tables.ts";

const isTheirs = (personId: Id, name: string) =>
  sql<boolean>`(created_by_person_id = ${personId} or (${name} <> '' and lower(author_name) = lower(${name})))`;

/** What a person wrote or is named the author of, the oldest first. */
export function selectWritten(ctx: Context<Tx>, personId: Id, name: string) {
  return withNewsTables(ctx.tx)
    .selectFrom("publication")
    .select(["number", "title", "state", "published_on", "author_name"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where(isTheirs(personId, name))
    .orderBy("number")
    .execute();
}

/** Takes the name of an author off; the publication stays. */
export async function forgetAuthor(ctx: Context<Tx>, personId: Id, name: string): Promise<void> {
  await sql`update publication set author_name = null, version = version + 1
    where municipality_id = ${ctx.municipalityId} and author_name is not null and ${isTheirs(personId, name)}`.execute(
    ctx.tx,
  );
}
