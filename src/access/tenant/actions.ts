import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { writeAudit } from "../trail/store.ts";
import type { FieldValues } from "../trail/views.ts";
import { listChanged, particularsShape, populationShape } from "./particulars.ts";
import {
  insertPopulation,
  listMunicipalities,
  loadMunicipality,
  raiseRevision,
  updateLogo,
  updateParticulars,
} from "./store.ts";
import type { Municipality, Particulars } from "./views.ts";

const refuse = (code: AccessRefusalCode, values: Record<string, string | number> = {}): never => {
  throw new Refusal(code, values);
};

/**
 * Saves the municipality's particulars as a form sends them. Refuses `municipality-field-malformed` naming the fields,
 * `municipality-changed` where somebody saved since `version`, naming what they changed, and `host-taken`.
 */
export async function changeMunicipality(ctx: Context<Tx>, given: unknown, version: number): Promise<void> {
  requirePermission(ctx, "municipality.change");
  const asked = particularsShape.safeParse(given);
  if (!asked.success) {
    const fields = new Set(asked.error.issues.map((issue) => String(issue.path[0] ?? "")));
    return refuse("municipality-field-malformed", { fields: [...fields].join(", ") });
  }
  const was = await loadMunicipality(ctx);
  const changed = listChanged(was, asked.data);
  if (was.version !== version) refuse("municipality-changed", { fields: changed.join(", ") });
  if (changed.length === 0) return;
  await requireFreeHost(ctx, was, asked.data.host);
  if (!(await updateParticulars(ctx, asked.data, version)))
    refuse("municipality-changed", { fields: changed.join(", ") });
  await raiseRevision(ctx);
  const pick = (from: Particulars): FieldValues => Object.fromEntries(changed.map((name) => [name, from[name]]));
  const subject = { kind: "municipality", id: ctx.municipalityId };
  await writeAudit(ctx, { action: "municipality.change", subject, before: pick(was), after: pick(asked.data) });
}

async function requireFreeHost(ctx: Context<Tx>, own: Municipality, host: string | null): Promise<void> {
  if (host === null || host === own.host) return;
  const all = await listMunicipalities(ctx.tx);
  if (all.some((other) => other.id !== own.id && other.host === host)) refuse("host-taken", { host });
}

/** Records the population of a year; a year that has one gets a correction, and the former figure stays in the records. Refuses `population-malformed`. */
export async function recordPopulation(ctx: Context<Tx>, given: unknown): Promise<void> {
  requirePermission(ctx, "municipality.change");
  const asked = populationShape.safeParse(given);
  if (!asked.success) return refuse("population-malformed");
  await insertPopulation(ctx, asked.data);
  await raiseRevision(ctx);
  const subject = { kind: "municipality", id: ctx.municipalityId };
  await writeAudit(ctx, { action: "municipality.population", subject, after: { ...asked.data } });
}

/** Sets the municipality's mark, a picture that stands among the files already, or takes it away. */
export async function changeLogo(ctx: Context<Tx>, hash: string | null): Promise<void> {
  requirePermission(ctx, "municipality.change");
  const { logoHash } = await loadMunicipality(ctx);
  if (logoHash === hash) return;
  await updateLogo(ctx, hash);
  await raiseRevision(ctx);
  const subject = { kind: "municipality", id: ctx.municipalityId };
  await writeAudit(ctx, { action: "municipality.logo", subject, before: { hash: logoHash }, after: { hash } });
}
