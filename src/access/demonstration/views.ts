import type { Role } from "../roles.ts";

/** «Демонстрационное лицо»: an invented person who is entered with one click. */
export interface DemonstrationDoor {
  readonly role: Role;
  readonly name: string;
}
