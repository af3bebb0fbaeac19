import type { RegistrationView } from "../../../../src/event/views.ts";
import { FigureTable } from "../../../ui/figure-table.tsx";
import { useText } from "../../../ui/text.ts";
import { eventWords } from "../../words.ts";

/** Who registered; the look stands in the log of readers. */
export function Registrations({ rows }: { readonly rows: readonly RegistrationView[] }) {
  const t = useText(eventWords);
  const people = rows.filter(({ state }) => state === "confirmed").reduce((sum, { places }) => sum + places, 0);
  return (
    <section className="part">
      <h2>{t("registrations", { people })}</h2>
      {rows.length === 0 ? (
        <p className="soft">{t("registrationsNone")}</p>
      ) : (
        <FigureTable
          name={t("registrations", { people })}
          columns={[
            { key: "name", head: t("name") },
            { key: "email", head: t("email"), label: t("email") },
            { key: "state", head: t("state"), label: t("state") },
            { key: "places", head: t("places"), label: t("places"), number: true },
          ]}
          rows={rows.map(({ id, name, email, state, places }) => ({
            key: id,
            cells: { name: name || "—", email: email || "—", state: t(`reg_${state}`), places },
          }))}
        />
      )}
    </section>
  );
}
