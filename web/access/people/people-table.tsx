import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { listRoles } from "../parts/name-role.ts";
import { accessWords } from "../words.ts";
import type { People } from "./people-data.ts";

export function PeopleTable({ loaded }: { readonly loaded: People }) {
  const t = useText(accessWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <FigureTable
      name={t("people")}
      columns={[
        { key: "person", head: t("person") },
        { key: "roles", head: t("roles"), label: t("roles") },
        { key: "factor", head: t("secondStep"), label: t("secondStep") },
        { key: "used", head: t("lastUsed"), label: t("lastUsed") },
      ]}
      rows={loaded.people.map((person) => ({
        key: person.id,
        cells: {
          person: (
            <>
              <a href={href(paths.person(person.id))}>{person.erased ? t("erasedPerson") : person.name}</a>
              {!person.erased && <p className="note">{person.email}</p>}
              {!person.erased && !person.emailVerified && loaded.sendsLetters && (
                <Mark kind="warning">{t("notConfirmed")}</Mark>
              )}
            </>
          ),
          roles: listRoles(person.holdings, language) || t("noRoles"),
          factor: <Mark kind={person.secondFactor ? "done" : "none"}>{person.secondFactor ? t("yes") : t("no")}</Mark>,
          used: person.lastUsedAt ? formatInstant(person.lastUsedAt, loaded.timeZone, language) : t("notYet"),
        },
      }))}
    />
  );
}
