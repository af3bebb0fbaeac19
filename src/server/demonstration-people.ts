import { randomBytes } from "node:crypto";
import { addDemonstrationPerson, type Role } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { RegistryDoor } from "../registry/index.ts";

/** The account of a first start; its password is shown once and stored only as a hash. */
export interface FirstAccount {
  readonly email: string;
  readonly password: string;
}

const COORDINATOR = "coordinator@example.org";

/** Invented, one for each role; the mark stands wherever the name does. */
const NAMES: Readonly<Record<Role, string>> = {
  coordinator: "Н. А. Воронцова",
  accountant: "Е. С. Климова",
  operator: "Д. О. Рыбаков",
  settlement: "П. И. Гусев",
  juror: "О. В. Савельева",
  chair: "Т. Ю. Лапина",
  resident: "А. М. Мельников",
  auditor: "С. Л. Орехов",
  administrator: "К. А. Зимин",
};

/**
 * The people who are entered with one click; the coordinator has a password too. The chair's and the settlement officer's
 * roles are held in the first active association of the register and in its settlement, the juror's in the call that is open.
 */
export async function fillPeople(ownerCtx: Context<Tx>, registry: RegistryDoor, openCall: Id): Promise<FirstAccount> {
  const first = (await registry.listAssociations(ownerCtx)).find(({ state }) => state === "active");
  const subjects: Partial<Record<Role, string | undefined>> = {
    chair: first?.id,
    settlement: first?.settlementId,
    juror: openCall,
  };
  const password = randomBytes(12).toString("base64url");
  for (const role of Object.keys(NAMES) as Role[]) {
    await addDemonstrationPerson(ownerCtx, {
      role,
      name: `${NAMES[role]} (пример)`,
      email: role === "coordinator" ? COORDINATOR : `${role}@demonstration.example.org`,
      subjectId: subjects[role] ?? null,
      password: role === "coordinator" ? password : null,
    });
  }
  return { email: COORDINATOR, password };
}
