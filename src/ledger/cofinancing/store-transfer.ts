import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withLedgerTables } from "../tables.ts";
import type { TransferKind } from "./contract.ts";
import { countPaper, recordedBy } from "./store.ts";

export interface StoredTransfer {
  readonly id: Id;
  readonly number: number;
  readonly numberYear: number;
  readonly agreementId: Id;
  readonly kind: TransferKind;
  readonly year: number;
  readonly date: string;
  readonly kopecks: Kopecks;
  readonly basis: string;
  readonly note: string | null;
  readonly ofTransferId: Id | null;
  readonly at: Date;
  readonly byPersonId: Id | null;
  readonly byName: string | null;
  readonly isReversed: boolean;
}

function selectRows(ctx: Context<Tx>) {
  return withLedgerTables(ctx.tx)
    .selectFrom("cofinancing_transfer as transfer")
    .where("transfer.municipality_id", "=", ctx.municipalityId)
    .select([
      "transfer.id",
      "transfer.number",
      "transfer.number_year as numberYear",
      "transfer.agreement_id as agreementId",
      "transfer.kind",
      "transfer.year",
      "transfer.date",
      "transfer.kopecks",
      "transfer.basis",
      "transfer.note",
      "transfer.of_transfer_id as ofTransferId",
      "transfer.at",
      "transfer.by_person_id as byPersonId",
      "transfer.by_name as byName",
    ])
    .select(
      sql<boolean>`exists (select from cofinancing_transfer as reversal
        where reversal.municipality_id = transfer.municipality_id and reversal.of_transfer_id = transfer.id)`.as(
        "isReversed",
      ),
    );
}

/** Transfers of a year of an agreement up to a day, the oldest first. */
export function selectTransfers(
  ctx: Context<Tx>,
  { agreementId, year, on }: { readonly agreementId: Id; readonly year: number; readonly on: string },
): Promise<readonly StoredTransfer[]> {
  return selectRows(ctx)
    .where("transfer.agreement_id", "=", agreementId)
    .where("transfer.year", "=", year)
    .where("transfer.date", "<=", on)
    .orderBy("transfer.date")
    .orderBy("transfer.id")
    .execute();
}

export function findTransfer(ctx: Context<Tx>, id: Id): Promise<StoredTransfer | undefined> {
  return selectRows(ctx).where("transfer.id", "=", id).executeTakeFirst();
}

export async function findTransferByKey(ctx: Context<Tx>, key: string) {
  return withLedgerTables(ctx.tx)
    .selectFrom("cofinancing_transfer")
    .select(["id", "number", "digest"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("key", "=", key)
    .executeTakeFirst();
}

/** What came of a year and went back, as the database keeps it. */
export async function findHolding(
  ctx: Context<Tx>,
  { agreementId, year }: { readonly agreementId: Id; readonly year: number },
): Promise<{ readonly received: Kopecks; readonly returned: Kopecks }> {
  const row = await withLedgerTables(ctx.tx)
    .selectFrom("cofinancing_holding")
    .select(["received", "returned"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("agreement_id", "=", agreementId)
    .where("year", "=", year)
    .executeTakeFirst();
  return row ?? { received: 0n, returned: 0n };
}

export interface TransferDraft
  extends Omit<StoredTransfer, "number" | "numberYear" | "at" | "byPersonId" | "byName" | "isReversed"> {
  readonly key: string;
  readonly digest: string;
}

/** Writes the transfer; the database moves what is held. Its number. */
export async function insertTransfer(ctx: Context<Tx>, draft: TransferDraft): Promise<number> {
  const number = await countPaper(ctx, "transfer");
  const { agreementId: agreement_id, ofTransferId: of_transfer_id, ...own } = draft;
  const place = { municipality_id: ctx.municipalityId, number, number_year: Number(ctx.today.slice(0, 4)) };
  await withLedgerTables(ctx.tx)
    .insertInto("cofinancing_transfer")
    .values({ ...place, ...own, agreement_id, of_transfer_id, at: ctx.now, ...recordedBy(ctx) })
    .execute();
  return number;
}
