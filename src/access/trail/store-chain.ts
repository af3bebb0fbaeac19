import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";
import type { BrokenLink, ChainReport } from "./views.ts";

const BATCH = 5_000n;

/** A link with its row, every field as text in the form that is hashed; `entry` null where the row is gone. */
interface StoredLink {
  readonly number: bigint;
  readonly entry_id: Id;
  readonly hash: Buffer;
  readonly entry: readonly (string | null)[] | null;
}

/** Where the chain stood when it was last looked at from outside the database. */
export interface Anchor {
  readonly length: bigint;
  readonly hash: string;
}

/** The end of the municipality's chain as the database has it. */
export async function loadChainEnd(tx: Tx, municipalityId: Id): Promise<Anchor> {
  const row = await withAccessTables(tx)
    .selectFrom("audit_chain")
    .select(["length", "head"])
    .where("municipality_id", "=", municipalityId)
    .executeTakeFirst();
  return { length: row?.length ?? 0n, hash: row?.head.toString("hex") ?? "" };
}

/**
 * Reckons the municipality's whole chain anew from what is stored and stops at the first row that does not hold.
 * `anchor` is what was seen of it before: a chain cut at its end and mended within itself is shorter than that, or another.
 */
export async function checkChain(tx: Tx, municipalityId: Id, anchor: Anchor | null = null): Promise<ChainReport> {
  let head: Buffer = Buffer.alloc(0);
  let last = 0n;
  let anchored = anchor === null || anchor.length === 0n;
  const report = (broken: Partial<BrokenLink> & Pick<BrokenLink, "fault">): ChainReport => ({
    municipalityId,
    rows: Number(last),
    head: head.toString("hex"),
    firstBroken: { number: null, entryId: null, at: null, action: null, ...broken },
  });
  for (;;) {
    const links = await readLinks(tx, municipalityId, last);
    for (const link of links) {
      const fault = findFault(link, last, head);
      if (fault) return report({ fault, ...describeLink(link, fault === "gap" ? last + 1n : link.number) });
      head = link.hash;
      last = link.number;
      if (anchor?.length === last) anchored = anchor.hash === head.toString("hex");
    }
    if (links.length < Number(BATCH)) break;
  }
  const unlinked = await findUnlinked(tx, municipalityId);
  if (unlinked) return report({ fault: "unlinked", ...unlinked });
  const end = await loadChainEnd(tx, municipalityId);
  if (!anchored || end.length !== last || end.hash !== head.toString("hex"))
    return report({ fault: "end", number: last });
  return { municipalityId, rows: Number(last), head: head.toString("hex"), firstBroken: null };
}

function findFault(link: StoredLink, last: bigint, head: Buffer): BrokenLink["fault"] | null {
  if (link.number !== last + 1n) return "gap";
  if (!link.entry) return "missing";
  return hashLink(head, link.entry).equals(link.hash) ? null : "altered";
}

/** The same as `audit_hash` of migration 0008, reckoned without the database. */
function hashLink(previous: Buffer, fields: readonly (string | null)[]): Buffer {
  const written = fields.map((field) => (field === null ? "-" : `${Buffer.byteLength(field)}:${field}`)).join("");
  return createHash("sha256").update(previous).update(written, "utf8").digest();
}

const AT = 2;
const ACTION = 6;

function describeLink(link: StoredLink, number: bigint): Partial<BrokenLink> {
  const at = link.entry?.[AT];
  return { number, entryId: link.entry_id, at: at ? new Date(at) : null, action: link.entry?.[ACTION] ?? null };
}

async function readLinks(tx: Tx, municipalityId: Id, after: bigint): Promise<readonly StoredLink[]> {
  const { rows } = await sql<StoredLink>`
    select link.number, link.entry_id, link.hash, case when entry.id is null then null else array[
      entry.municipality_id::text, entry.id::text,
      to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      entry.actor_kind, entry.actor_person_id::text, entry.actor_name, entry.action, entry.subject_kind,
      entry.subject_id::text, entry.detail::text, entry.role, entry.basis, entry.outcome, entry.refusal,
      entry.before::text, entry.after::text] end as entry
    from audit_link as link
    left join audit_entry as entry on entry.municipality_id = link.municipality_id and entry.id = link.entry_id
    where link.municipality_id = ${municipalityId} and link.number > ${after}
    order by link.number limit ${BATCH}`.execute(tx);
  return rows;
}

async function findUnlinked(tx: Tx, municipalityId: Id): Promise<Partial<BrokenLink> | undefined> {
  const row = await withAccessTables(tx)
    .selectFrom("audit_entry as entry")
    .leftJoin("audit_link as link", (join) =>
      join.onRef("link.municipality_id", "=", "entry.municipality_id").onRef("link.entry_id", "=", "entry.id"),
    )
    .select(["entry.id", "entry.at", "entry.action"])
    .where("entry.municipality_id", "=", municipalityId)
    .where("link.number", "is", null)
    .orderBy("entry.at")
    .orderBy("entry.id")
    .executeTakeFirst();
  return row && { entryId: row.id, at: row.at, action: row.action };
}
