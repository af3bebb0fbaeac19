import { loadMunicipality } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { localDate } from "../platform/clock.ts";
import { type Database, inTenant, type Tx } from "../platform/database/index.ts";

/** One transaction of the server's own in a municipality, now by its clock: what jobs do. */
export async function asSystem<T>(
  database: Database,
  municipalityId: Id,
  work: (ctx: Context<Tx>) => Promise<T>,
): Promise<T> {
  const now = new Date();
  return inTenant(database, municipalityId, async (tx) => {
    const base = { tx, actor: { kind: "system", name: "сервер" }, municipalityId, now, language: "ru" } as const;
    const { timeZone } = await loadMunicipality({ ...base, today: "" });
    return work({ ...base, today: localDate(now, timeZone) });
  });
}
