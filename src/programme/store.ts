import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Severity } from "../kernel/finding.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { decodeFindings, decodeProgramme, encodeFindings, encodeProgramme } from "./codec.ts";
import type { Programme, ProgrammeFinding, Question, Reading } from "./contract.ts";
import type { Carry } from "./identity.ts";
import { withProgrammeTables } from "./tables.ts";

/** Who did something: a person by id, the command on the server by name. */
export interface Doer {
  readonly personId: Id | null;
  readonly name: string | null;
}

export interface StoredFile {
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
}

export interface StoredReading {
  readonly id: Id;
  readonly slug: string;
  readonly file: StoredFile;
  readonly content: Programme;
  readonly findings: readonly ProgrammeFinding[];
  readonly questions: readonly Question[];
  readonly readAt: Date;
  readonly readBy: Doer;
  readonly state: "open" | "approved" | "discarded";
  readonly version: number;
  /** Of a submitted draft: which lines go on. Null for a document that was read. */
  readonly carry: Carry | null;
}

/** A reading without its content. */
export interface ReadingHead {
  readonly id: Id;
  readonly slug: string;
  readonly fileName: string;
  readonly readAt: Date;
  readonly readBy: Doer;
  readonly state: StoredReading["state"];
  readonly version: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

export async function insertDocument(ctx: Context<Tx>, file: Omit<StoredFile, "name">): Promise<void> {
  await withProgrammeTables(ctx.tx)
    .insertInto("programme_document")
    .values({ municipality_id: ctx.municipalityId, hash: file.hash, bytes: BigInt(file.bytes), stored_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The new reading's id, or null where the same file is being looked at already. */
export async function insertReading(
  ctx: Context<Tx>,
  given: { slug: string; file: StoredFile; reading: Reading; carry: Carry | null },
): Promise<Id | null> {
  const id = newId();
  const doer = describeDoer(ctx);
  const row = await withProgrammeTables(ctx.tx)
    .insertInto("programme_reading")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      slug: given.slug,
      file_name: given.file.name,
      file_hash: given.file.hash,
      content: encodeProgramme(given.reading.programme),
      findings: encodeFindings(given.reading.findings),
      questions: JSON.stringify(given.reading.questions),
      read_at: ctx.now,
      read_by_person_id: doer.personId,
      read_by_name: doer.name,
      carry: given.carry && JSON.stringify(given.carry),
    })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "file_hash"]).where("state", "=", "open").doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return row ? id : null;
}

export async function findOpenReading(ctx: Context<Tx>, fileHash: string): Promise<Id | undefined> {
  const row = await withProgrammeTables(ctx.tx)
    .selectFrom("programme_reading")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("file_hash", "=", fileHash)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row?.id;
}

export async function findReading(ctx: Context<Tx>, id: Id): Promise<StoredReading | undefined> {
  const row = await selectReadings(ctx).where("programme_reading.id", "=", id).executeTakeFirst();
  return row && toStoredReading(row);
}

function selectReadings(ctx: Context<Tx>) {
  return withProgrammeTables(ctx.tx)
    .selectFrom("programme_reading")
    .innerJoin("programme_document", (join) =>
      join
        .onRef("programme_document.municipality_id", "=", "programme_reading.municipality_id")
        .onRef("programme_document.hash", "=", "programme_reading.file_hash"),
    )
    .selectAll("programme_reading")
    .select("programme_document.bytes")
    .where("programme_reading.municipality_id", "=", ctx.municipalityId);
}

type ReadingRow = Awaited<ReturnType<ReturnType<typeof selectReadings>["execute"]>>[number];

function toStoredReading(row: ReadingRow): StoredReading {
  return {
    id: row.id,
    slug: row.slug,
    file: { name: row.file_name, hash: row.file_hash, bytes: Number(row.bytes) },
    content: decodeProgramme(row.content),
    findings: decodeFindings(row.findings),
    questions: row.questions as readonly Question[],
    readAt: row.read_at,
    readBy: { personId: row.read_by_person_id, name: row.read_by_name },
    state: row.state,
    version: row.version,
    carry: row.carry as Carry | null,
  };
}

/** The newest first; findings are counted in the database, content stays there. */
export async function selectReadingHeads(ctx: Context<Tx>): Promise<readonly ReadingHead[]> {
  const count = (severity: Severity) =>
    sql<number>`jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity == $severity)', ${JSON.stringify({ severity })}))`;
  const rows = await withProgrammeTables(ctx.tx)
    .selectFrom("programme_reading")
    .select(["id", "slug", "file_name", "read_at", "read_by_person_id", "read_by_name", "state", "version"])
    .select([count("error").as("errors"), count("warning").as("warnings"), count("note").as("notes")])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    fileName: row.file_name,
    readAt: row.read_at,
    readBy: { personId: row.read_by_person_id, name: row.read_by_name },
    state: row.state,
    version: row.version,
    findings: { error: row.errors, warning: row.warnings, note: row.notes },
  }));
}

/** Closes an open reading of this very version; false where it was changed meanwhile. */
export async function closeReading(
  ctx: Context<Tx>,
  given: { id: Id; version: number; state: "approved" | "discarded" },
): Promise<boolean> {
  const row = await withProgrammeTables(ctx.tx)
    .updateTable("programme_reading")
    .set((eb) => ({ state: given.state, version: eb("version", "+", 1), closed_at: ctx.now }))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", given.id)
    .where("state", "=", "open")
    .where("version", "=", given.version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The programme of these years and the number of its next edition. The row stays locked until the transaction ends, so numbers never meet. */
export async function countEdition(
  ctx: Context<Tx>,
  given: { slug: string; years: readonly number[] },
): Promise<{ programmeId: Id; number: number }> {
  const row = await withProgrammeTables(ctx.tx)
    .insertInto("programme")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      slug: given.slug,
      first_year: Math.min(...given.years),
      last_year: Math.max(...given.years),
      last_edition: 1,
      created_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "slug"])
        .doUpdateSet({ last_edition: sql<number>`programme.last_edition + 1` }),
    )
    .returning(["id", "last_edition"])
    .executeTakeFirstOrThrow();
  return { programmeId: row.id, number: row.last_edition };
}

export function describeDoer(ctx: Context<Tx>): Doer {
  if (ctx.actor.kind === "person") return { personId: ctx.actor.personId, name: null };
  return { personId: null, name: ctx.actor.kind === "system" ? ctx.actor.name : "stranger" };
}
