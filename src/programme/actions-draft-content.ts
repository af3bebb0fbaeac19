import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Programme } from "./contract.ts";
import { applyChange } from "./draft/change.ts";
import { type DraftHead, readDraftContent, selectChanges } from "./store-draft.ts";

interface Known {
  readonly version: number;
  readonly content: Programme;
}

/** The drafts read last, so that a keystroke does not read a whole document; a version is never made twice, so nothing here grows stale. */
const known = new Map<string, Known>();
const MOST = 4;

/** The content of a draft at its version: what is kept in full, and the changes after it made anew. */
export async function loadContent(ctx: Context<Tx>, draft: DraftHead): Promise<Programme> {
  const key = `${ctx.municipalityId}/${draft.id}`;
  const remembered = known.get(key);
  const from =
    remembered && remembered.version >= draft.contentVersion && remembered.version <= draft.version
      ? remembered
      : { version: draft.contentVersion, content: await readDraftContent(ctx, draft.id) };
  const changes = await selectChanges(ctx, draft.id, from.version);
  const content = changes.reduce((now, { change }) => applyChange(now, change).programme, from.content);
  remember(key, { version: draft.version, content });
  return content;
}

/** What is read is committed: a version that a failed transaction made never gets here. */
function remember(key: string, one: Known): void {
  known.delete(key);
  known.set(key, one);
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
}
