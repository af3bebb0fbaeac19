import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { LETTER_DEFAULTS, NOTICE_KINDS, type NoticeKind } from "../contract.ts";
import type { NoticeView } from "../views.ts";
import { markRead, selectChoices, selectNotices, upsertChoices } from "./store.ts";

export const NOTICE_PAGE_ROWS = 50;

/** The person whose notices these are. Refuses `not-signed-in`. */
export function requireOwnDesk(ctx: Context<Tx>): Id {
  const own = ctx.actor.kind === "person" ? [ctx.actor.personId] : [];
  requirePermission(ctx, "notice.read", own);
  return own[0] ?? "";
}

/** One page of one's own notices, the newest first. `next` is null on the last. */
export async function listNotices(
  ctx: Context<Tx>,
  before: string | null,
): Promise<{ readonly rows: readonly NoticeView[]; readonly next: Id | null }> {
  const personId = requireOwnDesk(ctx);
  if (personId === "") return { rows: [], next: null };
  const range = { unread: false, limit: NOTICE_PAGE_ROWS + 1, ...(before && isId(before) && { before }) };
  const found = await selectNotices(ctx, personId, range);
  const rows = found.slice(0, NOTICE_PAGE_ROWS);
  return { rows, next: found.length > rows.length ? (rows.at(-1)?.id ?? null) : null };
}

/** Marks one's own notices as read: all, or one. */
export async function readNotices(ctx: Context<Tx>, id: string | null): Promise<void> {
  const personId = requireOwnDesk(ctx);
  if (personId === "" || (id !== null && !isId(id))) return;
  await markRead(ctx, personId, id === null ? {} : { id });
}

export type LetterChoices = Readonly<Record<NoticeKind, boolean>>;

/** Which notices the person gets by letter too. */
export async function loadLetterChoices(ctx: Context<Tx>): Promise<LetterChoices> {
  const personId = requireOwnDesk(ctx);
  const chosen = personId === "" ? [] : await selectChoices(ctx, [personId]);
  const own = Object.fromEntries(chosen.map(({ kind, byLetter }) => [kind, byLetter]));
  return { ...LETTER_DEFAULTS, ...own };
}

/** The kinds named come by letter from now on, the others do not; names that are none are left out. */
export async function chooseLetters(ctx: Context<Tx>, kinds: readonly string[]): Promise<void> {
  const personId = requireOwnDesk(ctx);
  if (personId === "") return;
  const choices = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, kinds.includes(kind)])) as LetterChoices;
  const before = await loadLetterChoices(ctx);
  await upsertChoices(ctx, personId, choices);
  await writeAudit(ctx, {
    action: "notice.choose",
    subject: { kind: "person", id: personId },
    before,
    after: choices,
  });
}
