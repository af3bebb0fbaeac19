import type { ReactNode } from "react";
import type { RelationView } from "../../../../src/registry/act/views.ts";
import { useHref } from "../../../app/link.ts";
import { formatDate } from "../../../ui/dates.ts";
import { useLanguage } from "../../../ui/language.ts";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text.ts";
import { Words } from "../../../ui/words.tsx";
import { actWords } from "../words.ts";
import { sayAct } from "./say.ts";

interface Props {
  readonly relations: readonly RelationView[];
  /** Whether the act of the page acts, or is acted on. */
  readonly side: "relation" | "passive";
  readonly pathOf: (id: string) => string;
  /** What can be done about one. */
  readonly after?: (relation: RelationView) => ReactNode;
}

/** What acts do to each other, a line each. */
export function Relations({ relations, side, pathOf, after }: Props) {
  const t = useText(actWords);
  const href = useHref();
  const language = useLanguage();
  if (relations.length === 0) return null;
  return (
    <section className="part">
      <h2>{t(side === "relation" ? "doesTo" : "undergoes")}</h2>
      <ul className="relations">
        {relations.map((relation) => (
          <li key={relation.id}>
            <span>{t(`${side}_${relation.kind}`)} </span>
            <a href={href(pathOf(relation.other.id))}>{sayAct(relation.other, language)}</a>
            <span className="place">
              <Words>{relation.other.title}</Words>
            </span>
            <span className="note place">
              <time dateTime={relation.holdsFrom}>{formatDate(relation.holdsFrom, language)}</time>
              {relation.bringsUpToDate && `, ${t("upToDate")}`}
              {relation.note && `. ${relation.note}`}
            </span>
            {relation.isPlanned && <Mark kind="note">{t("planned")}</Mark>}
            {after?.(relation)}
          </li>
        ))}
      </ul>
    </section>
  );
}
