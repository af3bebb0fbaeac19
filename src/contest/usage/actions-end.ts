import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { isDay } from "../../kernel/times.ts";
import type { LedgerDoor } from "../../ledger/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type GrantParts, reportTask, requireGrant } from "../agreement/actions.ts";
import { ENDING_GROUNDS } from "../agreement/contract.ts";
import { lockAgreement } from "../agreement/store.ts";
import { findEnding, insertEnding } from "../agreement/store-ending.ts";
import { hasUpheld } from "../appeal/store.ts";
import { refuseContest } from "../refusals.ts";
import { openRefund } from "./actions-refund.ts";
import { selectRefunds } from "./store.ts";

interface EndParts {
  readonly desk: GrantParts["desk"];
  readonly ledger: Pick<LedgerDoor, "endRequest">;
}

export interface EndingInput {
  readonly id: string;
  readonly ground: string;
  readonly endedOn: string;
  readonly reason: string;
  /** By when what was paid is to be given back. */
  readonly dueOn: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
}

const FILE_BYTES = 25 * 1024 * 1024;

/**
 * «Расторжение»: ends an agreement by the parties' document, or after an appeal that was upheld. The ledger gives back to the limit
 * what is reserved and unpaid; what was paid and is not demanded yet becomes a refund demand. Refuses `grant-unknown`,
 * `agreement-missing`, `agreement-ended`, `ending-form`, `ending-appeal`, and as the ledger's `endRequest`.
 */
export async function endAgreement(ctx: Context<Tx>, { desk, ledger }: EndParts, input: EndingInput): Promise<void> {
  requirePermission(ctx, "agreement.keep");
  const { view, agreement } = await requireGrant(ctx, input.id);
  if (!agreement) return refuseContest("agreement-missing");
  const { applicationId } = view;
  await lockAgreement(ctx, applicationId);
  if (await findEnding(ctx, applicationId)) refuseContest("agreement-ended");
  const { ground, reason, endedOn, dueOn } = parseEnding(ctx, input, agreement.date);
  if (ground === "appeal" && !(await hasUpheld(ctx, agreement.callId))) refuseContest("ending-appeal");
  const { name, hash } = await desk.keepFile(input.file);
  const basis = `расторжение соглашения о гранте от ${printDay(agreement.date)} № ${agreement.number}`;
  const { requestId } = agreement;
  const paid = requestId === null ? 0n : await ledger.endRequest(ctx, { requestId, date: ctx.today, basis, reason });
  const file = { name, hash };
  if (!(await insertEnding(ctx, applicationId, { ground, reason, endedOn, file, paid })))
    refuseContest("agreement-ended");
  await writeAudit(ctx, {
    action: "agreement.keep",
    subject: { kind: "contest-agreement", id: applicationId },
    basis: reason,
    after: { ended: endedOn, ground, file: hash, paid: String(paid) },
  });
  const demanded = (await selectRefunds(ctx, applicationId))
    .filter(({ settled }) => settled?.as !== "withdrawn")
    .reduce((all, { kopecks }) => all + kopecks, 0n);
  if (paid > demanded)
    await openRefund(ctx, desk, view, {
      ground: "ended",
      kopecks: paid - demanded,
      dueOn,
      reason: `${basis}: ${reason}`.slice(0, 2_000),
    });
  if (paid === 0n)
    await desk.settleTask(ctx, { ...reportTask(applicationId), as: "cancel", reason: "соглашение расторгнуто" });
  await raiseRevision(ctx);
}

function parseEnding(ctx: Context<Tx>, input: EndingInput, agreedOn: string) {
  const ground = ENDING_GROUNDS.find((known) => known === input.ground) ?? refuseContest("ending-form");
  const reason = input.reason.trim();
  const { endedOn, dueOn, file } = input;
  const areDays = isDay(endedOn) && endedOn <= ctx.today && endedOn >= agreedOn && isDay(dueOn) && dueOn >= ctx.today;
  const isFile = file.bytes.length > 0 && file.bytes.length <= FILE_BYTES;
  if (!areDays || !isFile || reason === "" || reason.length > 2_000) refuseContest("ending-form");
  return { ground, reason, endedOn, dueOn };
}
