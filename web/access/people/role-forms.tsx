import { Button, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { ROLE_NAMES, ROLES } from "../../../src/access/roles.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { nameRole } from "../parts/name-role.ts";
import { RoleOptions } from "../parts/role-options.tsx";
import { accessWords } from "../words.ts";
import type { Person } from "./person-data.ts";

interface DayProps {
  readonly id: string;
  readonly label: string;
  readonly today: string;
}

/** A day up to today, and the document on the strength of which. */
function DayAndBasis({ id, label, today }: DayProps) {
  const t = useText(accessWords);
  return (
    <>
      <TextInput
        id={`${id}-on`}
        name="on"
        type="date"
        label={label}
        defaultValue={today}
        max={today}
        required
        withAsterisk={false}
      />
      <TextInput
        id={`${id}-basis`}
        name="basis"
        label={t("basis")}
        description={t("basisHint")}
        maxLength={500}
        required
        withAsterisk={false}
      />
    </>
  );
}

/** Opens only for who wants to end this role. */
export function EndRoleForm({
  holding,
  today,
}: {
  readonly holding: Person["holdings"][number];
  readonly today: string;
}) {
  const t = useText(accessWords);
  const language = useLanguage();
  const name = t("endRoleNamed", { role: nameRole(holding, language) });
  return (
    <details>
      <summary aria-label={name}>{t("endRole")}</summary>
      <Form method="post" className="form narrow">
        <input type="hidden" name="id" value={holding.id} />
        <DayAndBasis id={`end-${holding.id}`} label={t("endOn")} today={today} />
        <Button type="submit" variant="outline" name="intent" value="end">
          {name}
        </Button>
      </Form>
    </details>
  );
}

export function GiveRoleForm({ person }: { readonly person: Person }) {
  const t = useText(accessWords);
  const language = useLanguage();
  const held = new Set<string>(person.holdings.map(({ role }) => role));
  const within = new Set<string>(person.choices.map(({ role }) => role));
  const free = ROLES.filter((role) => !held.has(role) && !within.has(role));
  return (
    <section className="part">
      <h2>{t("giveRole")}</h2>
      <Form method="post" className="form narrow" key={person.holdings.length}>
        <div>
          <label className="field-label" htmlFor="role">
            {t("role")}
          </label>
          <select id="role" name="role" className="select">
            {free.map((role) => (
              <option key={role} value={role}>
                {ROLE_NAMES[role][language]}
              </option>
            ))}
            <RoleOptions choices={person.choices} />
          </select>
        </div>
        <DayAndBasis id="give" label={t("giveOn")} today={person.today} />
        <Button type="submit" name="intent" value="give">
          {t("giveRole")}
        </Button>
      </Form>
    </section>
  );
}
