import { createPerson, listMunicipalities } from "../../src/access/index.ts";
import type { Role } from "../../src/access/roles.ts";
import type { Id } from "../../src/kernel/id.ts";
import { inOwnerTransaction, inTenant, openDatabase } from "../../src/platform/database/index.ts";
import type { Portal } from "./portal.ts";

/** Somebody else who can sign in to a running portal, made beside it as the command would. */
export async function addPerson(
  portal: Portal,
  person: { name: string; role: Role },
): Promise<Portal & { readonly id: Id }> {
  const database = await openDatabase({ dataFolder: portal.dataFolder, databaseUrl: null }, "command");
  try {
    const [first] = await inOwnerTransaction(database, listMunicipalities);
    if (!first) throw new Error("the portal has a municipality");
    const [email, password] = [`${person.role}@example.org`, "long enough password"];
    const now = new Date();
    const base = {
      actor: { kind: "system", name: "journey" } as const,
      municipalityId: first.id,
      now,
      language: "ru" as const,
    };
    const today = now.toISOString().slice(0, 10);
    const given = { email, password, name: person.name, roles: [person.role], basis: "проверка" };
    const id = await inTenant(database, first.id, (tx) => createPerson({ ...base, today, tx }, given));
    return { ...portal, email, password, id };
  } finally {
    await database.close();
  }
}
