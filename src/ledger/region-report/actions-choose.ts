import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { refuseCofinancing } from "../cofinancing/refusals.ts";
import { selectAgreements } from "../cofinancing/store.ts";

/**
 * The agreement whose year is reported: by its number, or the only one of the year. Refuses `not-permitted`,
 * `cofinancing-unknown` where none has the number, `cofinancing-year-none` where none has the year, and
 * `cofinancing-several` where a number must be named.
 */
export async function chooseAgreement(
  ctx: Context<Tx>,
  { year, number }: { readonly year: number; readonly number: string | null },
): Promise<Id> {
  requirePermission(ctx, "ledger.read");
  const named = (await selectAgreements(ctx)).filter((agreement) => number === null || agreement.number === number);
  if (named.length === 0 && number !== null) refuseCofinancing("cofinancing-unknown");
  const found = named.filter(({ versions }) => versions[0]?.years.some((terms) => terms.year === year));
  const [first, ...others] = found;
  if (!first) return refuseCofinancing("cofinancing-year-none", { year });
  if (others.length === 0) return first.id;
  return refuseCofinancing("cofinancing-several", { year, numbers: found.map((one) => one.number).join(", ") });
}
