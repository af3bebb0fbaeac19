import { Button, TextInput } from "@mantine/core";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import type { Person } from "./person-data.ts";
import { personWords } from "./words.ts";

/** What the administrator does with a person's data when they ask on paper. */
export function PersonalData({ person }: { readonly person: Person }) {
  const t = useText(personWords);
  const href = useHref();
  return (
    <section className="part" id="personal-data">
      <h2>{t("data")}</h2>
      {person.mayExport && (
        <>
          <h3>{t("export")}</h3>
          <p className="note">{t("exportLead")}</p>
          {/* A plain form: what comes back is a file, not a page. */}
          <form method="post" action={href(paths.personFile(person.id))} className="form narrow">
            <TextInput
              id="export-basis"
              name="basis"
              label={t("exportBasis")}
              description={t("exportHint")}
              maxLength={500}
              pattern=".*\S.*"
              required
              withAsterisk={false}
            />
            <Button type="submit" variant="outline">
              {t("exportSubmit")}
            </Button>
          </form>
        </>
      )}
      {person.mayErase && (
        <>
          <h3>{t("erase")}</h3>
          <p className="note">{t("eraseLead")}</p>
          <p>
            <a href={href(paths.personErasure(person.id))}>{t("eraseLink")}</a>
          </p>
        </>
      )}
    </section>
  );
}
