import type { SubjectChoice } from "../../../src/access/people/views.ts";
import { ROLE_NAMES } from "../../../src/access/roles.ts";
import { useLanguage } from "../../ui/language.ts";

const BETWEEN = ":";

/** A role and, where it takes one, its subject as one value of a list: a form needs no script to choose both. */
export function readRole(value: string): { readonly role: string; readonly subjectId: string | null } {
  const [role = "", subjectId = ""] = value.split(BETWEEN);
  return { role, subjectId: subjectId || null };
}

/** The roles that are held within something, each with all that one can choose from. */
export function RoleOptions({ choices }: { readonly choices: readonly SubjectChoice[] }) {
  const language = useLanguage();
  return choices
    .filter(({ subjects }) => subjects.length > 0)
    .map(({ role, subjects }) => (
      <optgroup key={role} label={ROLE_NAMES[role][language]}>
        {subjects.map(({ id, name }) => (
          <option key={id} value={`${role}${BETWEEN}${id}`}>
            {`${ROLE_NAMES[role][language]} — ${name}`}
          </option>
        ))}
      </optgroup>
    ));
}
