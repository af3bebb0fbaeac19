import { listMunicipalities } from "../access/index.ts";
import { inOwnerTransaction } from "../platform/database/index.ts";
import { asSystem } from "./as-system.ts";
import type { Parts } from "./parts.ts";

/** Reminds who comes tomorrow, asks whether what is over was held, and takes away visitors' data whose time is over. */
export async function lookAtEvents({ database, events }: Pick<Parts, "database" | "events">): Promise<void> {
  for (const { id } of await inOwnerTransaction(database, listMunicipalities)) {
    await asSystem(database, id, async (ctx) => {
      await events.remindVisitors(ctx);
      await events.askForOutcomes(ctx);
      await events.retainVisitors(ctx);
    });
  }
}

/** Reminds of what is due, in every municipality by its own date; a second time on a day it says nothing new. */
export async function remindAll({ database, desk }: Pick<Parts, "database" | "desk">): Promise<void> {
  for (const { id } of await inOwnerTransaction(database, listMunicipalities)) {
    await asSystem(database, id, (ctx) => desk.remind(ctx));
  }
}

/** Once a week: what waits of every municipality's reports, indicators and money, by letter. */
export async function sendDigests({ database, reports }: Pick<Parts, "database" | "reports">): Promise<void> {
  for (const { id } of await inOwnerTransaction(database, listMunicipalities)) {
    await asSystem(database, id, (ctx) => reports.sendDigest(ctx));
  }
}
