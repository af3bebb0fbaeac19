import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { decodeProgramme, encodeProgramme } from "./codec.ts";
import type { Programme } from "./contract.ts";
import type { Address, Change } from "./draft/edit.ts";
import { encodeChanges, reviveChange } from "./draft/transport.ts";
import { type Doer, describeDoer } from "./store.ts";
import { withProgrammeTables } from "./tables.ts";

/** A draft without its content. */
export interface DraftHead {
  readonly id: Id;
  readonly programmeId: Id;
  readonly slug: string;
  readonly baseEditionId: Id;
  readonly version: number;
  readonly contentVersion: number;
  readonly state: "open" | "submitted" | "discarded";
  readonly openedAt: Date;
  readonly openedBy: Doer;
  readonly changedAt: Date;
}

export interface StoredChange {
  readonly version: number;
  readonly token: string;
  readonly change: Change;
  readonly madeAt: Date;
  readonly madeBy: Doer;
}

/** The new draft's id, or null where one is open already. */
export async function insertDraft(
  ctx: Context<Tx>,
  given: { programmeId: Id; baseEditionId: Id; content: Programme },
): Promise<Id | null> {
  const id = newId();
  const doer = describeDoer(ctx);
  const row = await withProgrammeTables(ctx.tx)
    .insertInto("programme_draft")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      programme_id: given.programmeId,
      base_edition_id: given.baseEditionId,
      content: encodeProgramme(given.content),
      opened_at: ctx.now,
      opened_by_person_id: doer.personId,
      opened_by_name: doer.name,
      changed_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "programme_id"]).where("state", "=", "open").doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return row ? id : null;
}

function selectDrafts(ctx: Context<Tx>) {
  return withProgrammeTables(ctx.tx)
    .selectFrom("programme_draft")
    .innerJoin("programme", (join) =>
      join
        .onRef("programme.municipality_id", "=", "programme_draft.municipality_id")
        .onRef("programme.id", "=", "programme_draft.programme_id"),
    )
    .select([
      "programme_draft.id",
      "programme_draft.programme_id",
      "programme.slug",
      "programme_draft.base_edition_id",
      "programme_draft.version",
      "programme_draft.content_version",
      "programme_draft.state",
      "programme_draft.opened_at",
      "programme_draft.opened_by_person_id",
      "programme_draft.opened_by_name",
      "programme_draft.changed_at",
    ])
    .where("programme_draft.municipality_id", "=", ctx.municipalityId);
}

type DraftRow = Awaited<ReturnType<ReturnType<typeof selectDrafts>["execute"]>>[number];

function toHead(row: DraftRow): DraftHead {
  return {
    id: row.id,
    programmeId: row.programme_id,
    slug: row.slug,
    baseEditionId: row.base_edition_id,
    version: row.version,
    contentVersion: row.content_version,
    state: row.state,
    openedAt: row.opened_at,
    openedBy: { personId: row.opened_by_person_id, name: row.opened_by_name },
    changedAt: row.changed_at,
  };
}

export async function findOpenDraft(ctx: Context<Tx>, slug: string): Promise<DraftHead | undefined> {
  const row = await selectDrafts(ctx)
    .where("programme.slug", "=", slug)
    .where("programme_draft.state", "=", "open")
    .executeTakeFirst();
  return row && toHead(row);
}

export async function findDraft(ctx: Context<Tx>, id: Id): Promise<DraftHead | undefined> {
  const row = await selectDrafts(ctx).where("programme_draft.id", "=", id).executeTakeFirst();
  return row && toHead(row);
}

/** Nobody else saves into the draft until the transaction ends. */
export async function lockDraft(ctx: Context<Tx>, id: Id): Promise<void> {
  await withProgrammeTables(ctx.tx)
    .selectFrom("programme_draft")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
}

/** The content at `contentVersion`. */
export async function readDraftContent(ctx: Context<Tx>, id: Id): Promise<Programme> {
  const row = await withProgrammeTables(ctx.tx)
    .selectFrom("programme_draft")
    .select("content")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return decodeProgramme(row.content);
}

/** The changes after a version, in their order. */
export async function selectChanges(ctx: Context<Tx>, id: Id, after: number): Promise<readonly StoredChange[]> {
  const rows = await withProgrammeTables(ctx.tx)
    .selectFrom("programme_draft_change")
    .selectAll()
    .where("municipality_id", "=", ctx.municipalityId)
    .where("draft_id", "=", id)
    .where("version", ">", after)
    .orderBy("version")
    .execute();
  return rows.map((row) => ({
    version: row.version,
    token: row.token,
    change: reviveChange(row.change),
    madeAt: row.made_at,
    madeBy: { personId: row.made_by_person_id, name: row.made_by_name },
  }));
}

/** Which of the tokens were saved before. */
export async function findTokens(ctx: Context<Tx>, id: Id, tokens: readonly string[]): Promise<ReadonlySet<string>> {
  if (tokens.length === 0) return new Set();
  const rows = await withProgrammeTables(ctx.tx)
    .selectFrom("programme_draft_change")
    .select("token")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("draft_id", "=", id)
    .where("token", "in", [...tokens])
    .execute();
  return new Set(rows.map((row) => row.token));
}

export async function insertChange(
  ctx: Context<Tx>,
  given: { id: Id; version: number; token: string; change: Change },
): Promise<void> {
  const doer = describeDoer(ctx);
  await withProgrammeTables(ctx.tx)
    .insertInto("programme_draft_change")
    .values({
      municipality_id: ctx.municipalityId,
      draft_id: given.id,
      version: given.version,
      token: given.token,
      change: sql`${encodeChanges([given.change]).slice(1, -1)}::jsonb`,
      made_at: ctx.now,
      made_by_person_id: doer.personId,
      made_by_name: doer.name,
    })
    .execute();
}

/** Notes the new version; with `content`, that it stands in full. */
export async function updateDraft(
  ctx: Context<Tx>,
  given: { id: Id; version: number; content: Programme | null; baseEditionId?: Id },
): Promise<void> {
  await withProgrammeTables(ctx.tx)
    .updateTable("programme_draft")
    .set({
      version: given.version,
      changed_at: ctx.now,
      ...(given.content && { content: encodeProgramme(given.content), content_version: given.version }),
      ...(given.baseEditionId && { base_edition_id: given.baseEditionId }),
    })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", given.id)
    .execute();
}

/** Closes an open draft. */
export async function closeDraft(
  ctx: Context<Tx>,
  given: { id: Id; state: "submitted" | "discarded"; readingId: Id | null },
): Promise<void> {
  await withProgrammeTables(ctx.tx)
    .updateTable("programme_draft")
    .set({ state: given.state, closed_at: ctx.now, reading_id: given.readingId })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", given.id)
    .execute();
}

export interface Presence {
  readonly visitor: string;
  readonly doer: Doer;
  readonly place: Address | null;
}

/** Notes that a window is there. */
export async function notePresence(
  ctx: Context<Tx>,
  given: { id: Id; visitor: string; place: Address | null },
): Promise<void> {
  const doer = describeDoer(ctx);
  const seen = { seen_at: ctx.now, place: given.place && JSON.stringify(given.place) };
  await withProgrammeTables(ctx.tx)
    .insertInto("programme_draft_presence")
    .values({
      municipality_id: ctx.municipalityId,
      draft_id: given.id,
      visitor: given.visitor,
      person_id: doer.personId,
      name: doer.name,
      ...seen,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "draft_id", "visitor"]).doUpdateSet(seen))
    .execute();
}

/** The other windows from which something was heard since `since`; longer silent ones are forgotten. */
export async function selectPresence(
  ctx: Context<Tx>,
  given: { id: Id; visitor: string; since: Date },
): Promise<readonly Presence[]> {
  const here = withProgrammeTables(ctx.tx);
  await here
    .deleteFrom("programme_draft_presence")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("draft_id", "=", given.id)
    .where("seen_at", "<", given.since)
    .execute();
  const rows = await here
    .selectFrom("programme_draft_presence")
    .select(["visitor", "person_id", "name", "place"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("draft_id", "=", given.id)
    .where("visitor", "<>", given.visitor)
    .orderBy("visitor")
    .execute();
  return rows.map((row) => ({
    visitor: row.visitor,
    doer: { personId: row.person_id, name: row.name },
    place: row.place as Address | null,
  }));
}
