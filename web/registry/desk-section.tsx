import "./registry.css";
import type { OwnAssociations as Own } from "../../src/registry/list/views.ts";
import type { Doors } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { paths } from "../app/paths.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { WarningList } from "./parts/warning-list.tsx";
import { registryWords } from "./words.ts";

/** So many associations stand on the desk; the register has the rest. */
const SHOWN = 5;

/** What the desk of a settlement's officer or a chair shows of their associations; null for everybody else. */
export async function loadOwnAssociations(doors: Doors): Promise<Own | null> {
  const { actor } = doors;
  if (actor.kind !== "person") return null;
  const isOwn = actor.holdings.some(({ role, subjectId }) => subjectId && (role === "settlement" || role === "chair"));
  if (!isOwn) return null;
  return doors.run((ctx) => doors.registry.listMostWarned(ctx, SHOWN));
}

/** The officer's or the chair's own associations, those with most to mend first. */
export function OwnAssociations({ page }: { readonly page: Own }) {
  const t = useText(registryWords);
  const href = useHref();
  const { rows } = page;
  return (
    <section className="part">
      <h2>{t(page.count === 1 ? "deskChair" : "deskOwn")}</h2>
      <p className="note">{t("deskOwnUnder")}</p>
      {rows.map((row) => (
        <div key={row.id} className="section">
          <h3>
            <a href={href(paths.associationCard(row.id))}>
              <Words>{row.name}</Words>
            </a>
          </h3>
          {row.warnings.length > 0 ? (
            <WarningList warnings={row.warnings} id={row.id} />
          ) : (
            <p className="note">{t("deskFine")}</p>
          )}
        </div>
      ))}
      {page.count > rows.length && (
        <p className="links">
          <a href={href(paths.registry)}>{t("deskMore")}</a>
        </p>
      )}
    </section>
  );
}
