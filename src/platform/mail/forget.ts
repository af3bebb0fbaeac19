import { type Database, inOwnerTransaction, inTenant } from "../database/index.ts";
import { expireLetters, findPlacesWithOldMail } from "./store-sending.ts";

/** Forgets addresses and values of letters that are out of date, in every municipality; answers of how many. */
export async function forgetOldMail(database: Pick<Database, "kysely">, now: Date): Promise<number> {
  const places = await inOwnerTransaction(database, (tx) => findPlacesWithOldMail(tx, now));
  let forgotten = 0;
  for (const place of places) forgotten += await inTenant(database, place, (tx) => expireLetters(tx, place, now));
  return forgotten;
}
