import { may } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { findDraft } from "./store-draft.ts";
import { selectEditionHeads } from "./store-edition.ts";

/** The draft of an edition as a record that people talk about: whoever may see drafts may. Null where there is none. */
export async function findDraftSubject(ctx: Context<Tx>, id: Id) {
  const draft = await findDraft(ctx, id);
  if (!draft) return null;
  const base = (await selectEditionHeads(ctx)).find((head) => head.id === draft.baseEditionId);
  return {
    title: base?.title ?? draft.slug,
    href: `/programmes/${draft.slug}/draft`,
    belongsTo: draft.openedBy.personId ? [draft.openedBy.personId] : [],
    may: may(ctx.actor, "programme.read-drafts"),
  };
}
