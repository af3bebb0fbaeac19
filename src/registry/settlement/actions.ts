import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import { readDate } from "../../office/grid/dates.ts";
import type { Tx } from "../../platform/database/index.ts";
import { NAME_LIMIT, type Settlement } from "../contract.ts";
import { refuseRegistry } from "../refusals.ts";
import {
  countAssociations,
  insertSettlement,
  isNameTaken,
  type KeptSettlement,
  selectSettlement,
  selectSettlements,
  updateSettlement,
} from "./store.ts";

/** A settlement as a form sends it. */
export interface SettlementInput {
  readonly name: string;
  readonly oktmo: string;
}

/** Enters a settlement. Refuses `settlement-name`, `settlement-oktmo` and, where one of that name is there, `settlement-known`. */
export async function addSettlement(ctx: Context<Tx>, given: SettlementInput): Promise<Id> {
  requirePermission(ctx, "settlement.keep");
  const settlement = { id: newId(), ...parseSettlement(given) };
  const { name, oktmo } = settlement;
  if (!(await insertSettlement(ctx, settlement))) refuseRegistry("settlement-known", { name });
  await writeAudit(ctx, {
    action: "settlement.keep",
    subject: { kind: "settlement", id: settlement.id },
    after: { name, oktmo },
  });
  return settlement.id;
}

function parseSettlement(given: SettlementInput): Pick<Settlement, "name" | "oktmo"> {
  const name = given.name.trim().replace(/\s+/g, " ");
  if (name === "" || name.length > NAME_LIMIT) refuseRegistry("settlement-name", { limit: NAME_LIMIT });
  const oktmo = given.oktmo.replace(/\s/g, "") || null;
  if (oktmo !== null && !/^\d{8}(\d{3})?$/.test(oktmo)) refuseRegistry("settlement-oktmo");
  return { name, oktmo };
}

/** A settlement by its id; it is public. Refuses `settlement-unknown`. */
export async function getSettlement(ctx: Context<Tx>, id: string): Promise<Settlement> {
  const found = (await selectSettlements(ctx)).find((settlement) => settlement.id === id.toLowerCase());
  return found ?? refuseRegistry("settlement-unknown");
}

/** A settlement for its form, also one that has ended. Refuses `settlement-unknown`. */
export async function getKeptSettlement(ctx: Context<Tx>, id: string): Promise<KeptSettlement> {
  requirePermission(ctx, "settlement.keep");
  return (isId(id) ? await selectSettlement(ctx, id) : undefined) ?? refuseRegistry("settlement-unknown");
}

/**
 * Renames a settlement, or says on which day it ended, «дд.мм.гггг»; what named it still does. Refuses as `addSettlement`,
 * `settlement-unknown`, `settlement-ended`, `settlement-in-use`, and `settlement-changed` where somebody saved since `version`.
 */
export async function changeSettlement(
  ctx: Context<Tx>,
  given: SettlementInput & { readonly id: string; readonly version: number; readonly endedOn: string },
): Promise<void> {
  const { version: _current, ...was } = await getKeptSettlement(ctx, given.id);
  const becomes = { ...was, ...parseSettlement(given), endedOn: readEnd(ctx, given.endedOn) };
  if (becomes.endedOn === null && (await isNameTaken(ctx, becomes))) {
    refuseRegistry("settlement-known", { name: becomes.name });
  }
  const count = becomes.endedOn === null ? 0 : await countAssociations(ctx, was.id);
  if (count > 0) refuseRegistry("settlement-in-use", { count });
  if (!(await updateSettlement(ctx, { ...becomes, version: given.version }))) refuseRegistry("settlement-changed");
  await writeAudit(ctx, {
    action: "settlement.keep",
    subject: { kind: "settlement", id: was.id },
    before: { name: was.name, oktmo: was.oktmo, endedOn: was.endedOn },
    after: { name: becomes.name, oktmo: becomes.oktmo, endedOn: becomes.endedOn },
  });
  await raiseRevision(ctx);
}

function readEnd({ today }: Pick<Context, "today">, text: string): string | null {
  if (text.trim() === "") return null;
  const day = readDate(text);
  return day !== null && day <= today ? day : refuseRegistry("settlement-ended");
}
