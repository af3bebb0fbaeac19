import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { deleteApp, deletePasskeys, replaceCodes } from "../factor/store.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { writeAudit } from "../trail/store.ts";
import { HOUR_MS, later, makeLinkSecret } from "./actions-frame.ts";
import { RESET_HOURS } from "./actions-password.ts";
import { findAccountByEmail } from "./store-account.ts";
import { insertToken } from "./store-token.ts";

/**
 * The path of a link that sets a new password, and the second factor taken away where it is lost. Only for the command on the
 * server itself: an administrator of one municipality must not open the account of a person who works in others too.
 * Refuses `email-unknown`.
 */
export async function openAgain(
  ctx: Context<Tx>,
  { email, removeSecondFactor }: { readonly email: string; readonly removeSecondFactor: boolean },
): Promise<string> {
  assert(ctx.actor.kind === "system", "only the command on the server opens an account again");
  const account = await findAccountByEmail(ctx, email);
  if (!account) throw new Refusal<AccessRefusalCode>("email-unknown", { email });
  const { secret, hash } = makeLinkSecret();
  const expiresAt = later(ctx.now, RESET_HOURS * HOUR_MS);
  await insertToken(ctx, { purpose: "reset-password", personId: account.id, email: null, hash, expiresAt });
  if (removeSecondFactor) {
    await deleteApp(ctx, account.id);
    await deletePasskeys(ctx, account.id);
    await replaceCodes(ctx, account.id, []);
  }
  await writeAudit(ctx, {
    action: "sign-in.open-again",
    subject: { kind: "person", id: account.id },
    detail: { secondFactorRemoved: removeSecondFactor },
  });
  return `/new-password/${secret}`;
}
