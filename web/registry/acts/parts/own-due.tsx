import type { ActRow } from "../../../../src/registry/act/views.ts";
import type { Doors } from "../../../app/doors.ts";
import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { useText } from "../../../ui/text.ts";
import { actWords } from "../words.ts";
import { ActTable } from "./act-table.tsx";

/** So many acts stand on the desk; the register has the rest. */
const SHOWN = 5;

/** Acts of a settlement's officer that wait for their revision; null where none does. */
export async function loadOwnDue(doors: Doors): Promise<readonly ActRow[] | null> {
  const { actor } = doors;
  if (actor.kind !== "person" || !actor.holdings.some(({ subjectId }) => subjectId !== null)) return null;
  const rows = await doors.run((ctx) => doors.acts.listOwnDue(ctx));
  return rows.length > 0 ? rows : null;
}

export function OwnDue({ rows }: { readonly rows: readonly ActRow[] }) {
  const t = useText(actWords);
  const href = useHref();
  return (
    <section className="part">
      <h2>{t("deskDue")}</h2>
      <p className="note">{t("deskDueUnder")}</p>
      <ActTable rows={rows.slice(0, SHOWN)} name={t("deskDue")} pathOf={paths.registryAct} showsRevision={true} />
      <p className="links">
        <a href={`${href(paths.registryActs)}?due=yes`}>{t("deskDueAll")}</a>
      </p>
    </section>
  );
}
