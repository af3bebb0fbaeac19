import type { Id } from "../../kernel/id.ts";
import type { Role } from "../roles.ts";

/** In what a role is held rather than in the whole municipality: a settlement, an association, a call. */
export interface RoleSubject {
  readonly id: Id;
  readonly name: string;
  /** Whether the role can be given in it now; what has ended keeps its name. */
  readonly open: boolean;
}

/** A role that is given within a subject, and the subjects that one can choose from. */
export interface SubjectChoice {
  readonly role: Role;
  readonly subjects: readonly Pick<RoleSubject, "id" | "name">[];
}

/** A role as pages name it; `subject` is the name of what it is held in. */
export interface NamedRole {
  readonly role: Role;
  readonly subject: string | null;
}
