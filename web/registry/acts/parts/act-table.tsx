import type { ActRow } from "../../../../src/registry/act/views.ts";
import { useHref } from "../../../app/link.ts";
import { FigureTable } from "../../../ui/figure-table.tsx";
import { useLanguage } from "../../../ui/language.ts";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text.ts";
import { capitalise } from "../../../ui/typography.ts";
import { Words } from "../../../ui/words.tsx";
import { actWords } from "../words.ts";
import { EFFECT_MARKS, REVISION_MARKS, sayAct, sayEffect, sayRevision } from "./say.ts";

interface Props {
  readonly rows: readonly ActRow[];
  readonly name: string;
  /** The address of an act's page, without its language. */
  readonly pathOf: (id: string) => string;
  /** What waits is for those who work on it. */
  readonly showsRevision: boolean;
}

/** Acts, a row each, which opens the act. */
export function ActTable({ rows, name, pathOf, showsRevision }: Props) {
  const t = useText(actWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <div className="first-wide">
      <FigureTable
        name={name}
        columns={[
          { key: "act", head: t("act") },
          { key: "subject", head: t("subject"), label: t("subject") },
          { key: "effect", head: t("effect"), label: t("effect") },
          ...(showsRevision ? [{ key: "revision", head: t("revision"), label: t("revision") }] : []),
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: {
            act: (
              <div>
                <a href={href(pathOf(row.id))}>{capitalise(sayAct(row, language))}</a>
                <span className="place">
                  <Words>{row.title}</Words>
                </span>
                <span className="note place">
                  {row.issuer}
                  {row.settlement && `, ${row.settlement}`}
                </span>
              </div>
            ),
            subject: t(`subject-${row.subject}`),
            effect: <State kind={EFFECT_MARKS[row.effect.state]} text={sayEffect(row.effect, language)} />,
            revision: row.revision && (
              <State kind={REVISION_MARKS[row.revision.state]} text={sayRevision(row.revision, language)} />
            ),
          },
        }))}
      />
    </div>
  );
}

/** A state of several words may break over lines. */
export function State({ kind, text }: { readonly kind: Parameters<typeof Mark>[0]["kind"]; readonly text: string }) {
  return (
    <Mark kind={kind}>
      <span className="wraps">{text}</span>
    </Mark>
  );
}
