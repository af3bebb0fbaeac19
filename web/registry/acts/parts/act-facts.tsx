import type { ActView } from "../../../../src/registry/act/views.ts";
import { formatDate } from "../../../ui/dates.ts";
import { Facts } from "../../../ui/facts.tsx";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import { Words } from "../../../ui/words.tsx";
import { actWords } from "../words.ts";
import { State } from "./act-table.tsx";
import { EFFECT_MARKS, REVISION_MARKS, sayEffect, sayRevision } from "./say.ts";

/** The act's particulars and how it stands. */
export function ActFacts({ act, showsRevision }: { readonly act: ActView; readonly showsRevision: boolean }) {
  const t = useText(actWords);
  const language = useLanguage();
  const day = (date: string | null) => date && formatDate(date, language);
  return (
    <Facts
      items={[
        [
          t("effect"),
          <State key="effect" kind={EFFECT_MARKS[act.effect.state]} text={sayEffect(act.effect, language)} />,
        ],
        [
          t("revision"),
          showsRevision && act.revision && (
            <State kind={REVISION_MARKS[act.revision.state]} text={sayRevision(act.revision, language)} />
          ),
        ],
        [t("issuer"), <Words key="issuer">{act.issuer}</Words>],
        [t("kind"), t(`kind-${act.kind}`)],
        [t("number"), act.number],
        [t("date"), day(act.date)],
        [t("subject"), t(`subject-${act.subject}`)],
        [t("settlement"), act.settlement],
        [t("clause"), act.clause && <Words>{act.clause}</Words>],
        [t("inForceFrom"), day(act.inForceFrom)],
        [t("inForceUntil"), day(act.inForceUntil)],
        [
          t("link"),
          act.link && (
            <a href={act.link} rel="noopener noreferrer nofollow">
              {new URL(act.link).hostname}
            </a>
          ),
        ],
      ]}
    />
  );
}
