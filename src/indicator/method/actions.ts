import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { refuseIndicator } from "../refusals.ts";
import { requireMethod } from "./actions-parse.ts";
import type { Method } from "./contract.ts";
import { findPreset, PRESET_KEYS } from "./presets.ts";
import { insertMethod, selectMethods } from "./store.ts";
import type { MethodCard } from "./views.ts";

/** Own methods first, then those that come with the program. Refuses `not-permitted`. */
export async function listMethods(ctx: Context<Tx>): Promise<readonly MethodCard[]> {
  requirePermission(ctx, "indicator.read");
  const own = (await selectMethods(ctx)).map(({ id, version, method, reason }): MethodCard => {
    return { key: id, version, isOwn: true, method, reason };
  });
  const presets = PRESET_KEYS.flatMap((key): MethodCard[] => {
    const method = findPreset(key);
    return method ? [{ key, version: 1, isOwn: false, method, reason: "" }] : [];
  });
  return [...own, ...presets];
}

/** One of them by its key: the name of a preset, the id of an own one. Refuses `not-permitted`, `method-unknown`. */
export async function getMethod(ctx: Context<Tx>, key: string): Promise<MethodCard> {
  return (await listMethods(ctx)).find((card) => card.key === key) ?? refuseIndicator("method-unknown");
}

/** A method as a form sends it. `key` is empty for a new one; `version` is that of the method seen, 0 where there was none. */
export interface MethodInput {
  readonly key: string;
  readonly version: string;
  readonly method: unknown;
  readonly reason: string;
}

/**
 * Keeps a municipality's own method, or its next version. Refuses `not-permitted`, `method-malformed`, `method-unknown`,
 * `method-changed`, `passport-reason`.
 */
export async function saveMethod(ctx: Context<Tx>, input: MethodInput): Promise<Id> {
  requirePermission(ctx, "indicator.method");
  const method: Method = requireMethod(input.method);
  const reason = input.reason.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();
  if (reason === "" || reason.length > 1000) refuseIndicator("passport-reason");
  const known = (await selectMethods(ctx)).find(({ id }) => id === input.key);
  if (input.key !== "" && !known) refuseIndicator("method-unknown");
  if (input.version !== String(known?.version ?? 0)) refuseIndicator("method-changed");
  const version = (known?.version ?? 0) + 1;
  const id = known?.id ?? newId();
  if (!(await insertMethod(ctx, { id, version, method, reason }))) refuseIndicator("method-changed");
  await writeAudit(ctx, {
    action: "indicator.method",
    subject: { kind: "method", id },
    detail: { version },
    basis: reason,
    ...(known && { before: { method: JSON.stringify(known.method) } }),
    after: { method: JSON.stringify(method) },
  });
  return id;
}
