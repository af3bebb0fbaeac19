import {
  findInstallation,
  insertInstallation,
  listMunicipalities,
  lockInstallation,
  renewCode,
} from "../access/index.ts";
import { Refusal } from "../kernel/refusal.ts";
import { inOwnerTransaction, type Tx } from "../platform/database/index.ts";
import type { FirstAccount } from "./demonstration-people.ts";
import { fillEmptyDatabase } from "./first-start.ts";
import type { Parts } from "./parts.ts";
import type { ServerRefusalCode } from "./refusals.ts";

/** What a start found or made. */
export interface Opened {
  readonly kind: "demonstration" | "clean";
  /** Where the data are, for people. */
  readonly place: string;
  /** Of the demonstration's first start alone. */
  readonly firstAccount: FirstAccount | null;
  /** A clean installation that nobody has set up gets a new code at each start. */
  readonly setUpCode: Awaited<ReturnType<typeof renewCode>> | null;
}

/** Says of an empty database what it will be, fills a demonstration, and prepares the set-up of a clean one. `secret` is the installation's key. Refuses `installation-demonstration` where a clean one is asked for and the database holds the other. */
export async function openInstallation(parts: Parts, secret: string): Promise<Opened> {
  const { config, database } = parts;
  const firstAccount = await fillEmptyDatabase(parts);
  const now = new Date();
  const found = await inOwnerTransaction(database, async (tx) => {
    await lockInstallation(tx);
    const isEmpty = (await listMunicipalities(tx)).length === 0;
    const kind = await findKind(tx, { isEmpty, now });
    if (config.empty && kind === "demonstration") {
      throw new Refusal<ServerRefusalCode>("installation-demonstration", { place: database.description });
    }
    return { kind, setUpCode: isEmpty ? await renewCode(tx, secret, now) : null };
  });
  return { ...found, firstAccount, place: database.description };
}

/** A database with a municipality of which nothing is said got it by the command: it is clean, and set up. */
async function findKind(tx: Tx, { isEmpty, now }: { readonly isEmpty: boolean; readonly now: Date }) {
  const found = await findInstallation(tx);
  if (found) return found.kind;
  await insertInstallation(tx, { kind: "clean", at: now, setUpAt: isEmpty ? null : now });
  return "clean" as const;
}
