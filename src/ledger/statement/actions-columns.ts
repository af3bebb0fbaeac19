import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Files } from "../../platform/files.ts";
import { refuseLedger } from "../refusals.ts";
import { readStatementFile, type StatementFile } from "./actions-file.ts";
import { findData, findMissing, headOf, nameHead, proposeRoles } from "./columns.ts";
import { readTable, type SheetReading } from "./read-table.ts";
import type { StatementReading } from "./reading.ts";
import { findStatement } from "./store.ts";
import { findRoles, insertRoles } from "./store-columns.ts";
import { COLUMN_ROLES, type ColumnRoles, type ColumnsView } from "./views.ts";

const SHOWN_ROWS = 8;

/** A statement's row and its file as read. Refuses `ledger-statement-unknown`. */
export async function loadFile(ctx: Context<Tx>, files: Files, hash: string) {
  const statement = await findStatement(ctx, hash);
  if (!statement) return refuseLedger("ledger-statement-unknown");
  const file = await readStatementFile(await files.read(statement.hash));
  if (!file) return refuseLedger("ledger-statement-unreadable", { name: statement.name });
  return { statement, file };
}

/** What a file says, by the columns that a person named. Refuses `ledger-statement-columns` until somebody has. */
export async function readDocuments(ctx: Context<Tx>, file: StatementFile): Promise<StatementReading> {
  if (file.kind === "exchange") return file.reading;
  const roles = await findRoles(ctx, nameHead(headOf(file.sheet.grid)));
  if (!roles || findMissing(roles).length > 0) return refuseLedger("ledger-statement-columns");
  return readTable(file.sheet, roles);
}

/** Whether a person is to name the columns before a statement can be opened. */
export async function needsColumns(ctx: Context<Tx>, files: Files, hash: string): Promise<boolean> {
  requirePermission(ctx, "ledger.read");
  const { file } = await loadFile(ctx, files, hash);
  return file.kind === "table" && (await findRoles(ctx, nameHead(headOf(file.sheet.grid)))) === undefined;
}

/**
 * The columns of a spreadsheet with what each seems to be: as a person named them under the same head before, else by the
 * head's words. Refuses `not-permitted`, `ledger-statement-unknown`, `ledger-statement-no-table`.
 */
export async function openColumns(ctx: Context<Tx>, files: Files, hash: string): Promise<ColumnsView> {
  requirePermission(ctx, "ledger.read");
  const { statement, sheet } = await loadSheet(ctx, files, hash);
  const head = headOf(sheet.grid);
  const kept = await findRoles(ctx, nameHead(head));
  const data = findData(sheet.grid) ?? 0;
  const rows = sheet.grid.slice(data, data + SHOWN_ROWS);
  const from = kept ? "kept" : "words";
  return { hash, name: statement.name, head, rows, roles: kept ?? proposeRoles(head), from };
}

/**
 * Keeps what each column is, for this head and whatever file has it again. Refuses `not-permitted`,
 * `ledger-columns-missing`, `ledger-columns-twice`, and as `openColumns`.
 */
export async function nameColumns(
  ctx: Context<Tx>,
  files: Files,
  given: { readonly hash: string; readonly roles: readonly string[] },
): Promise<void> {
  requirePermission(ctx, "ledger.pay");
  const { sheet } = await loadSheet(ctx, files, given.hash);
  const head = headOf(sheet.grid);
  const roles: ColumnRoles = head.map((_, at) => COLUMN_ROLES.find((role) => role === given.roles[at]) ?? null);
  const missing = findMissing(roles);
  if (missing.includes("twice")) refuseLedger("ledger-columns-twice");
  if (missing.length > 0) refuseLedger("ledger-columns-missing");
  const before = await findRoles(ctx, nameHead(head));
  if (before && JSON.stringify(before) === JSON.stringify(roles)) return;
  await insertRoles(ctx, nameHead(head), roles);
  const subject = { kind: "ledger-columns", id: null };
  await writeAudit(ctx, {
    action: "ledger.name-columns",
    subject,
    detail: { head: nameHead(head), roles: roles.join(" ") },
  });
}

async function loadSheet(ctx: Context<Tx>, files: Files, hash: string) {
  const { statement, file } = await loadFile(ctx, files, hash);
  const sheet: SheetReading = file.kind === "table" ? file.sheet : refuseLedger("ledger-statement-no-table");
  return { statement, sheet };
}
