import { listHoldersOf, loadContact } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { queueMail } from "../../platform/mail/index.ts";
import type { ReportSources } from "../compose/actions.ts";
import { reportLetters } from "../letters.ts";
import { listWaiting } from "./actions.ts";
import { sayItems } from "./say.ts";
import { selectExecutors } from "./store.ts";
import type { WaitingItem } from "./views.ts";

/** Where the municipality's pages stand; null where there is no mail. */
export type FindRoot = ((ctx: Context<Tx>) => Promise<string>) | null;

/**
 * A letter to each who answers for something that waits: to the coordinators all of it, to an executor's people what is theirs.
 * A second time on a day says nothing. Returns how many letters were queued.
 */
export async function sendDigest(ctx: Context<Tx>, sources: ReportSources, findRoot: FindRoot): Promise<number> {
  if (!findRoot) return 0;
  const { items } = await listWaiting(ctx, sources);
  const letters = await addressItems(ctx, items);
  const root = letters.size === 0 ? "" : await findRoot(ctx);
  for (const [personId, own] of letters) await queueOne(ctx, { personId, own, root });
  return letters.size;
}

async function addressItems(ctx: Context<Tx>, items: readonly WaitingItem[]): Promise<ReadonlyMap<Id, WaitingItem[]>> {
  const letters = new Map<Id, WaitingItem[]>();
  if (items.length === 0) return letters;
  for (const personId of await listHoldersOf(ctx, "coordinator", null)) letters.set(personId, [...items]);
  for (const { name, role, personId } of await selectExecutors(ctx)) {
    const own = items.filter(({ who }) => who?.split(", ").includes(name));
    if (own.length === 0) continue;
    const people = personId ? [personId] : await listHoldersOf(ctx, role, null);
    for (const id of people) {
      const known = letters.get(id) ?? [];
      letters.set(id, [...known, ...own.filter((item) => !known.includes(item))]);
    }
  }
  return letters;
}

interface One {
  readonly personId: Id;
  readonly own: readonly WaitingItem[];
  readonly root: string;
}

async function queueOne(ctx: Context<Tx>, { personId, own, root }: One): Promise<void> {
  const contact = await loadContact(ctx, personId);
  if (!contact) return;
  const { email, name, language } = contact;
  const link = `${root}${language === "en" ? "/en" : ""}/desk`;
  await queueMail(ctx, reportLetters, {
    to: email,
    personId,
    template: "report-digest",
    language,
    values: { name, count: String(own.length), list: sayItems(own, { language, root }), link },
    key: `report-digest:${ctx.today}:${personId}`,
  });
}
