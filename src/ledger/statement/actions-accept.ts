import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Files } from "../../platform/files.ts";
import type { FundingSource } from "../../programme/contract.ts";
import { openPayments, payWithin } from "../commitment/actions-payment.ts";
import { lockLedger } from "../entry/store.ts";
import { parseMoved } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { sayRoubles, sumParts } from "../sums.ts";
import { recognise } from "./actions.ts";
import { loadFile, readDocuments } from "./actions-columns.ts";
import { listKeys, nameDocuments } from "./known.ts";
import { type BankDocument, markOf } from "./reading.ts";

/** What a person accepted: a document by its line, and the obligation and split that they saw. */
export interface AcceptedRow {
  readonly line: number;
  readonly commitmentId: string;
  readonly sums: Readonly<Partial<Record<FundingSource, string>>>;
}

interface Acceptance {
  readonly hash: string;
  readonly accepted: readonly AcceptedRow[];
}

/**
 * Posts the accepted documents as payments, all or none; what the ledger has already stays one payment. How many it posted.
 * The file is in roubles whatever the sums, so that nobody is asked about thousands. Refuses as `pay`,
 * `ledger-statement-unknown`, `ledger-statement-empty`, `ledger-statement-sum`, `ledger-statement-changed`.
 */
export async function acceptStatement(ctx: Context<Tx>, files: Files, { hash, accepted }: Acceptance): Promise<number> {
  requirePermission(ctx, "ledger.pay");
  if (accepted.length === 0) refuseLedger("ledger-statement-empty");
  const { file } = await loadFile(ctx, files, hash);
  const reading = await readDocuments(ctx, file);
  await lockLedger(ctx);
  const { recognised } = await recognise(ctx, reading);
  const byLine = new Map(reading.documents.map((document) => [document.line, document]));
  const names = nameDocuments(reading.documents);
  const batch = await openPayments(ctx, {
    keys: [...names.values()].flatMap(listKeys),
    commitmentIds: accepted.map(({ commitmentId }) => commitmentId),
  });
  let posted = 0;
  for (const row of accepted) {
    const document = byLine.get(row.line);
    const date = document && markOf(document);
    if (!document || !date) return refuseLedger("ledger-statement-changed", { line: row.line });
    const known = recognised.get(document);
    if (known?.differs) refuseLedger("ledger-statement-changed", { line: row.line });
    if (known) continue;
    requireWhole(document, row);
    const { commitmentId, sums } = row;
    const basis = `платёжное поручение от ${printDay(document.date ?? date)} № ${document.number}`;
    const own = {
      key: listKeys(names.get(document) ?? "").find((key) => !batch.made.has(key)) ?? "",
      date,
      basis,
      note: document.purpose,
    };
    if (payWithin(ctx, batch, { ...own, commitmentId, sums, confirmed: true })) posted += 1;
  }
  await batch.close();
  return posted;
}

/** A payment is the whole of its document, whichever sources it comes from. */
function requireWhole({ kopecks, number }: BankDocument, { sums }: AcceptedRow): void {
  const sum = sumParts(parseMoved(sums));
  if (sum === kopecks) return;
  refuseLedger("ledger-statement-sum", { number, sum: sayRoubles(sum), said: sayRoubles(kopecks) });
}
