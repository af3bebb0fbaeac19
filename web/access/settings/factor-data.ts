import type { Doors } from "../../app/doors.ts";
import { listTabs } from "./settings-nav.tsx";

/** One's own second step as its page shows it. */
export async function loadFactor({ access, actor, gate, municipality }: Doors) {
  const factor = await access.readFactor();
  const passkeys = factor.passkeys.map(({ id, name, madeAt, lastUsedAt }) => ({
    id,
    name,
    madeAt: madeAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
  return { ...factor, tabs: listTabs(actor), passkeys, gate, timeZone: municipality.timeZone };
}

export type Factor = Awaited<ReturnType<typeof loadFactor>>;

/** What the page's forms ask for. */
export type FactorIntent = "start" | "verify" | "remove" | "renew" | "begin-passkey" | "passkey";
