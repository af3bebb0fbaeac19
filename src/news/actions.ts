import { requirePermission, writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, isId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { selectKnownActivities } from "../programme/index.ts";
import { registry } from "../registry/index.ts";
import { listBelonging, requirePublication } from "./actions-require.ts";
import { EDITABLE } from "./contract.ts";
import { type PublicationFields, type PublicationInput, parsePublication } from "./input.ts";
import { refuseNews } from "./refusals.ts";
import { findByLink, insertPublication, updatePublication } from "./store.ts";
import { setTold } from "./store-link.ts";
import { selectOutlets } from "./store-outlet.ts";

/**
 * Begins a publication as a draft. Whoever writes for an association or a settlement names one of theirs. Refuses what the form
 * lacks, `publication-belongs`, `outlet-unknown`, `publication-link-known`.
 */
export async function draftPublication(ctx: Context<Tx>, input: PublicationInput): Promise<Id> {
  await requireWriter(ctx, input);
  const { fields, associations } = await parseFields(ctx, input);
  await refuseSameLink(ctx, fields, null);
  const { id, number } = await insertPublication(ctx, fields);
  await setTold(ctx, id, associations);
  const after = toTrail(fields, associations);
  await writeAudit(ctx, { action: "news.write", subject: { kind: "publication", id }, detail: { number }, after });
  return id;
}

/** Saves a draft anew. Refuses as `draftPublication`, `publication-closed` and `publication-changed`. */
export async function editPublication(
  ctx: Context<Tx>,
  input: PublicationInput & { readonly id: string; readonly version: string },
): Promise<void> {
  const was = await requirePublication(ctx, input.id, "news.write");
  const { fields, associations } = await parseFields(ctx, input);
  if (!EDITABLE.includes(was.state)) refuseNews("publication-closed");
  await refuseSameLink(ctx, fields, was.id);
  const version = /^\d{1,9}$/.test(input.version) ? Number(input.version) : 0;
  if (!(await updatePublication(ctx, { id: was.id, version }, fields))) refuseNews("publication-changed");
  await setTold(ctx, was.id, associations);
  await writeAudit(ctx, {
    action: "news.write",
    subject: { kind: "publication", id: was.id },
    detail: { version: version + 1 },
    before: { title: was.title, outlet: was.outletId, link: was.link, publishedOn: was.publishedOn },
    after: toTrail(fields, associations),
  });
}

async function requireWriter(ctx: Context<Tx>, { associationIds }: PublicationInput): Promise<void> {
  requirePermission(ctx, "news.write", await listBelonging(ctx, associationIds));
}

async function parseFields(ctx: Context<Tx>, input: PublicationInput) {
  const plain = parsePublication(input, ctx.today);
  const { outletId } = plain;
  if (outletId !== null && !(await selectOutlets(ctx)).some(({ id }) => id === outletId)) refuseNews("outlet-unknown");
  const activityId = input.activityId.trim() || null;
  const activities = activityId === null ? [] : await selectKnownActivities(ctx);
  if (activityId !== null && !activities.some(({ id, inForce }) => id === activityId && inForce))
    refuseNews("publication-belongs");
  const associations = [...new Set(input.associationIds.filter((id) => id !== ""))];
  const known = await registry.nameAssociations(ctx, associations.filter(isId));
  if (known.length !== associations.length) refuseNews("publication-belongs");
  return { fields: { ...plain, activityId }, associations };
}

async function refuseSameLink(ctx: Context<Tx>, { linkKey }: PublicationFields, but: Id | null): Promise<void> {
  const same = linkKey === null ? undefined : await findByLink(ctx, linkKey, but);
  if (same) refuseNews("publication-link-known", { number: same.number, title: same.title });
}

/** What a publication tells the trail; nobody's name, and of the text its length. */
function toTrail(
  { kind, title, outletId, link, publishedOn, activityId, text }: PublicationFields,
  associations: readonly Id[],
) {
  const own = { kind, title, outlet: outletId, link, publishedOn, activity: activityId };
  return { ...own, characters: text?.length ?? 0, associations: associations.join(" ") };
}
