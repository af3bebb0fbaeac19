import { listHoldersOf, loadContact } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectExecutors } from "./store.ts";
import type { WaitingItem } from "./views.ts";

/** So many holders of a role are named. */
const NAMED = 3;

/** The same items with the names of those who answer; `who` may name several executors, parted by commas. */
export async function namePeople(
  ctx: Context<Tx>,
  items: readonly Omit<WaitingItem, "people">[],
): Promise<readonly WaitingItem[]> {
  const executors = await selectExecutors(ctx);
  const holders = new Map<string, readonly string[]>();
  for (const role of new Set(["coordinator", ...executors.map((own) => own.role)]))
    holders.set(role, await listNames(ctx, role));
  return items.map((item) => {
    if (item.who === null) return { ...item, people: holders.get("coordinator") ?? [] };
    const own = executors.filter(({ name }) => item.who?.split(", ").includes(name));
    const people = own.flatMap(({ personName, role }) => (personName ? [personName] : (holders.get(role) ?? [])));
    return { ...item, people: [...new Set(people)] };
  });
}

async function listNames(ctx: Context<Tx>, role: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (const id of (await listHoldersOf(ctx, role, null)).slice(0, NAMED)) {
    const contact = await loadContact(ctx, id);
    if (contact) names.push(contact.name);
  }
  return names;
}
