import { writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import { findRefusalText } from "../refusals.ts";

/** What a rule or the permission table forbade; a slip of the pen in a form, a missing page and too much of something are no attempts. */
const ATTEMPTS: ReadonlySet<number> = new Set([401, 403, 409]);

/** Where it was attempted: the page without what was asked of it, which may hold a person's name. */
export interface Attempt {
  readonly method: string;
  readonly path: string;
}

type Run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => Promise<T>;

/**
 * Watches what a request does: an attempt that is refused stands in the trail, in a transaction of its own, since the first is
 * rolled back. A stranger who only asks for a page and is sent to sign in has attempted nothing.
 */
export function watchRefusals(run: Run, attempt: Attempt): <T>(deed: () => Promise<T>) => Promise<T> {
  return async (deed) => {
    try {
      return await deed();
    } catch (error) {
      if (error instanceof Refusal && isAttempt(error, attempt)) await run((ctx) => writeRefused(ctx, error, attempt));
      throw error;
    }
  };
}

function isAttempt(refusal: Refusal, { method }: Attempt): boolean {
  const status = findRefusalText(refusal.code)?.status;
  if (status === undefined || !ATTEMPTS.has(status)) return false;
  return method === "POST" || status === 403;
}

function writeRefused(ctx: Context<Tx>, { code, values }: Refusal, { method, path }: Attempt): Promise<void> {
  const action = typeof values.action === "string" ? values.action : "request";
  return writeAudit(ctx, {
    action,
    subject: { kind: "page", id: null },
    detail: { method, path: path.slice(0, 300) },
    refusal: code,
  });
}
