import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Files } from "../../platform/files.ts";
import { cleanText } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { readStatementFile } from "./actions-file.ts";
import { insertStatement, selectStatements } from "./store.ts";

const MOST_BYTES = 20_000_000;
const SHOWN = 20;

interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that was read and is kept: what is left is to record that it was taken in. */
export interface ReadFile {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
}

/**
 * Reads and keeps a file before any transaction is open, so that a large one keeps nobody waiting; ask `requireTaker` first.
 * Refuses `ledger-statement-large`, `ledger-statement-unreadable`, and what `office` says of a broken spreadsheet.
 */
export async function readStatement(files: Files, given: GivenFile): Promise<ReadFile> {
  const [name, { bytes }] = [cleanName(given.name), given];
  if (bytes.length > MOST_BYTES) refuseLedger("ledger-statement-large", { megabytes: MOST_BYTES / 1_000_000 });
  if (!(await readStatementFile(bytes))) refuseLedger("ledger-statement-unreadable", { name });
  return { hash: await files.store(bytes), name, size: bytes.length };
}

function cleanName(name: string): string {
  return cleanText(name).slice(0, 300) || "kl_to_1c.txt";
}

/** Who may take a statement in: asked before the file is read, which may take a while. Refuses `not-permitted`. */
export async function requireTaker(ctx: Context<Tx>): Promise<void> {
  requirePermission(ctx, "ledger.pay");
}

/** Takes a file in that `readStatement` has read. The same file again is the same statement. Refuses `not-permitted`. */
export async function takeStatement(ctx: Context<Tx>, { hash, name, size }: ReadFile): Promise<string> {
  requirePermission(ctx, "ledger.pay");
  if (await insertStatement(ctx, { hash, name, bytes: size })) {
    const subject = { kind: "ledger-statement", id: null };
    await writeAudit(ctx, { action: "ledger.take-statement", subject, detail: { hash, name } });
  }
  return hash;
}

/** The statements taken in, the newest first. Refuses `not-permitted`. */
export async function listStatements(ctx: Context<Tx>) {
  requirePermission(ctx, "ledger.read");
  const found = await selectStatements(ctx, SHOWN);
  return found.map(({ takenAt, ...row }) => ({ ...row, takenAt: takenAt.toISOString() }));
}
