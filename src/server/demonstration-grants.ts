import type { ContestDoor } from "../contest/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { LedgerDoor } from "../ledger/index.ts";
import type { Tx } from "../platform/database/index.ts";
import type { RegistryDoor } from "../registry/index.ts";
import { APPLIED, REPORT_RETURNED, UNSPENT } from "./demonstration-contest.data.ts";
import { onDay } from "./demonstration-day.ts";
import { GRANTS } from "./demonstration-money.data.ts";
import { fillRequest } from "./demonstration-money.ts";

export interface ContestDoors {
  readonly contests: ContestDoor;
  readonly ledger: LedgerDoor;
  readonly registry: Pick<RegistryDoor, "listAssociations">;
}

type Granted = (typeof GRANTS)[number];

/** Agreements in the order of places, each asked for, approved and paid in the ledger, reported and accepted. */
export async function fillGrants(
  ctx: Context<Tx>,
  { contests, ledger }: Pick<ContestDoors, "contests" | "ledger">,
  { applications }: { readonly callId: Id; readonly applications: readonly Id[] },
): Promise<void> {
  for (const [at, granted] of GRANTS.entries()) {
    const id = applications[at] ?? "";
    const concluded = onDay(ctx, granted.date);
    await contests.openAgreement(concluded, {
      ...{ applicationId: id, date: granted.date, payee: granted.payee, details: "", reportDue: "2024-12-02" },
      instalments: listInstalments(granted),
    });
    await signAgreement(concluded, contests, { id, granted });
    const requestId = await contests.askForGrant(concluded, id);
    await fillRequest(ctx, ledger, { ...granted, key: `demonstration grant ${at}`, requestId });
    await fillReport(ctx, contests, { id, at });
  }
}

async function signAgreement(
  ctx: Context<Tx>,
  contests: ContestDoors["contests"],
  { id, granted }: { readonly id: Id; readonly granted: Granted },
): Promise<void> {
  const { callId, agreement } = await contests.getGrant(ctx, id);
  const [document] = agreement?.documents ?? [];
  const name = `${document?.name.replace(/\.docx$/, "") ?? ""}, подписано.pdf`;
  await contests.signDocument(ctx, {
    ...{ callId, documentId: document?.id ?? "", kind: "paper", signedOn: granted.date },
    ...{ signer: "Сергеев Олег Павлович (пример)", office: "глава района" },
    file: { name, bytes: Buffer.from(`%PDF-1.4 ${name} (пример)`) },
  });
}

/** What was paid on one day is one instalment. */
function listInstalments({ payments }: Granted) {
  return [...Map.groupBy(payments, ({ date }) => date)].map(([payBy, own]) => ({
    payBy,
    sums: Object.fromEntries(
      own.flatMap(({ regional, local }) => [
        ...(regional ? [["regional", regional]] : []),
        ...(local ? [["local", local]] : []),
      ]),
    ),
  }));
}

async function fillReport(
  ctx: Context<Tx>,
  contests: ContestDoors["contests"],
  { id, at }: { readonly id: Id; readonly at: number },
): Promise<void> {
  const applied = APPLIED[at];
  if (!applied) return;
  const rest = UNSPENT[applied.tos] ?? 0;
  const written = onDay(ctx, "2024-11-25");
  const story = `Проект выполнен: ${applied.summary} (пример)`;
  await contests.saveUsage(written, { id, version: "1", story, spent: [`${applied.rubles - rest},00`, ""] });
  const bytes = Buffer.from(`%PDF-1.4 чек ${at} (пример)`);
  await contests.addUsageFile(written, { id, kind: "receipt", line: "0", name: "Товарный чек.pdf", bytes });
  await contests.submitUsage(written, { id, version: "2" });
  let version = 3;
  const returned = REPORT_RETURNED[applied.tos];
  if (returned) {
    await contests.returnUsage(onDay(ctx, "2024-11-28"), { id, version: "3", reason: returned, until: "2024-12-10" });
    const mended = onDay(ctx, "2024-12-06");
    await contests.addUsageFile(mended, { id, kind: "receipt", line: "0", name: "Акт приёмки.pdf", bytes });
    await contests.submitUsage(mended, { id, version: "4" });
    version = 5;
  }
  await contests.acceptUsage(onDay(ctx, "2024-12-20"), { id, version: String(version) });
  if (rest > 0) await fillRefund(ctx, contests, { id, rest });
}

/** The entry of the refund is the ledger's, made with the payment that it returns. */
async function fillRefund(
  ctx: Context<Tx>,
  contests: ContestDoors["contests"],
  { id, rest }: { readonly id: Id; readonly rest: number },
): Promise<void> {
  const reason = "неиспользованный остаток по отчёту получателя (пример)";
  const demand = { id, ground: "unspent", sum: String(rest), dueOn: "2024-12-20", reason };
  const refundId = await contests.demandRefund(onDay(ctx, "2024-12-09"), demand);
  await contests.settleRefund(onDay(ctx, "2024-12-16"), {
    ...{ id, refundId, version: "1", as: "returned", on: "2024-12-16" },
    basis: "платёжное поручение от 16.12.2024 № 41 (пример)",
  });
}
