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
 * Reckons the municipality's whole chain anew from what is stored and stops at the first row that does not hold. Rows that are
 * written meanwhile are left for the next time. `anchor` is what was seen of the chain before: cut at its end and mended within
 * itself, it is shorter than that, or another.
 */
export async function checkChain(tx: Tx, municipalityId: Id, anchor: Anchor | null = null): Promise<ChainReport> {
  const end = await loadChainEnd(tx, municipalityId);
  const walk = await walkChain(tx, municipalityId, { end: end.length, watched: anchor?.length ?? 0n });
  const report = { municipalityId, rows: Number(walk.last), head: walk.head.toString("hex") };
  const broken = (found: Partial<BrokenLink> & Pick<BrokenLink, "fault">) => ({
    ...report,
    firstBroken: { number: null, entryId: null, at: null, action: null, ...found },
  });
  if (walk.broken) return broken(walk.broken);
  const unlinked = await findUnlinked(tx, municipalityId);
  if (unlinked) return broken({ fault: "unlinked", ...unlinked });
  const anchored = anchor === null || anchor.length === 0n || walk.seen === anchor.hash;
  const ends = end.length === walk.last && end.hash === report.head && !(await hasLinksBeyondEnd(tx, municipalityId));
  return anchored && ends ? { ...report, firstBroken: null } : broken({ fault: "end", number: walk.last });
}

interface Walk {
  last: bigint;
  head: Buffer;
  /** The hash of the link that is watched for; null where the chain is shorter. */
  seen: string | null;
  broken: (Partial<BrokenLink> & Pick<BrokenLink, "fault">) | null;
}

async function walkChain(tx: Tx, municipalityId: Id, to: { end: bigint; watched: bigint }): Promise<Walk> {
  const walk: Walk = { last: 0n, head: Buffer.alloc(0), seen: null, broken: null };
  for (;;) {
    const links = await readLinks(tx, municipalityId, { after: walk.last, end: to.end });
    for (const link of links) {
      const fault = findFault(link, walk.last, walk.head);
      if (fault) {
        const number = fault === "gap" ? walk.last + 1n : link.number;
        return { ...walk, broken: { fault, ...describeLink(link, number) } };
      }
      walk.head = link.hash;
      walk.last = link.number;
      if (to.watched === walk.last) walk.seen = walk.head.toString("hex");
    }
    if (links.length < Number(BATCH)) return walk;
  }
}

async function hasLinksBeyondEnd(tx: Tx, municipalityId: Id): Promise<boolean> {
  const { rows } = await sql`select 1 from audit_link as link
    where link.municipality_id = ${municipalityId}
      and link.number > (select length from audit_chain where municipality_id = ${municipalityId}) limit 1`.execute(tx);
  return rows.length > 0;
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

async function readLinks(
  tx: Tx,
  municipalityId: Id,
  { after, end }: { after: bigint; end: bigint },
): Promise<readonly StoredLink[]> {
  const { rows } = await sql<StoredLink>`
    select link.number, link.entry_id, link.hash, case when entry.id is null then null else array[
      entry.municipality_id::text, entry.id::text,
      to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      entry.actor_kind, entry.actor_person_id::text, entry.actor_name, entry.action, entry.subject_kind,
      entry.subject_id::text, entry.detail::text, entry.role, entry.basis, entry.outcome, entry.refusal,
      entry.before::text, entry.after::text] end as entry
    from audit_link as link
    left join audit_entry as entry on entry.municipality_id = link.municipality_id and entry.id = link.entry_id
    where link.municipality_id = ${municipalityId} and link.number > ${after} and link.number <= ${end}
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
