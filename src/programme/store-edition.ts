import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { decodeFindings, decodeProgramme, encodeFindings, encodeProgramme } from "./codec.ts";
import type { Programme, ProgrammeFinding } from "./contract.ts";
import { type Doer, describeDoer, type StoredFile, type StoredReading } from "./store.ts";
import { withProgrammeTables } from "./tables.ts";

export interface NewEdition {
  readonly id: Id;
  readonly programmeId: Id;
  readonly number: number;
  readonly reading: StoredReading;
  readonly title: string;
  readonly years: readonly number[];
  readonly basis: string;
  readonly demonstration: boolean;
}

/** An edition as lists need it: without its content. */
export interface EditionHead {
  readonly id: Id;
  readonly programmeId: Id;
  readonly readingId: Id;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly years: readonly number[];
  readonly approvedAt: Date;
  readonly fileHash: string;
}

export interface StoredEdition extends EditionHead {
  readonly content: Programme;
  readonly findings: readonly ProgrammeFinding[];
  readonly file: StoredFile;
  readonly readAt: Date;
  readonly approvedBy: Doer;
  readonly basis: string;
  readonly demonstration: boolean;
}

export async function insertEdition(ctx: Context<Tx>, edition: NewEdition): Promise<void> {
  const { reading } = edition;
  const doer = describeDoer(ctx);
  await withProgrammeTables(ctx.tx)
    .insertInto("edition")
    .values({
      municipality_id: ctx.municipalityId,
      id: edition.id,
      programme_id: edition.programmeId,
      number: edition.number,
      reading_id: reading.id,
      title: edition.title,
      years: [...edition.years],
      content: encodeProgramme(reading.content),
      findings: encodeFindings(reading.findings),
      file_name: reading.file.name,
      file_hash: reading.file.hash,
      read_at: reading.readAt,
      approved_at: ctx.now,
      approved_by_person_id: doer.personId,
      approved_by_name: doer.name,
      basis: edition.basis,
      demonstration: edition.demonstration,
    })
    .execute();
}

/** Heads of all editions of the municipality, by programme, the newest programme and edition first. */
export async function selectEditionHeads(ctx: Context<Tx>): Promise<readonly EditionHead[]> {
  const rows = await joinProgramme(ctx)
    .select([
      "edition.id",
      "edition.programme_id",
      "edition.reading_id",
      "programme.slug",
      "edition.number",
      "edition.title",
      "edition.years",
      "edition.approved_at",
      "edition.file_hash",
    ])
    .orderBy("programme.last_year", "desc")
    .orderBy("programme.slug")
    .orderBy("edition.number", "desc")
    .execute();
  return rows.map(toHead);
}

export async function findEdition(ctx: Context<Tx>, id: Id): Promise<StoredEdition | undefined> {
  const row = await joinProgramme(ctx)
    .innerJoin("programme_document", (join) =>
      join
        .onRef("programme_document.municipality_id", "=", "edition.municipality_id")
        .onRef("programme_document.hash", "=", "edition.file_hash"),
    )
    .selectAll("edition")
    .select(["programme.slug", "programme_document.bytes"])
    .where("edition.id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...toHead(row),
    content: decodeProgramme(row.content),
    findings: decodeFindings(row.findings),
    file: { name: row.file_name, hash: row.file_hash, bytes: Number(row.bytes) },
    readAt: row.read_at,
    approvedBy: { personId: row.approved_by_person_id, name: row.approved_by_name },
    basis: row.basis,
    demonstration: row.demonstration,
  };
}

function joinProgramme(ctx: Context<Tx>) {
  return withProgrammeTables(ctx.tx)
    .selectFrom("edition")
    .innerJoin("programme", (join) =>
      join
        .onRef("programme.municipality_id", "=", "edition.municipality_id")
        .onRef("programme.id", "=", "edition.programme_id"),
    )
    .where("edition.municipality_id", "=", ctx.municipalityId);
}

function toHead(row: {
  readonly id: string;
  readonly programme_id: string;
  readonly reading_id: string;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly years: readonly number[];
  readonly approved_at: Date;
  readonly file_hash: string;
}): EditionHead {
  return {
    id: row.id,
    programmeId: row.programme_id,
    readingId: row.reading_id,
    slug: row.slug,
    number: row.number,
    title: row.title,
    years: row.years,
    approvedAt: row.approved_at,
    fileHash: row.file_hash,
  };
}
