import type { BodyView } from "../../../../src/registry/body/views.ts";
import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { formatDate } from "../../../ui/dates.ts";
import { Facts } from "../../../ui/facts.tsx";
import { useLanguage } from "../../../ui/language.ts";
import { useText } from "../../../ui/text.ts";
import { Words } from "../../../ui/words.tsx";
import { sayAct } from "../../acts/parts/say.ts";
import { bodyWords } from "../words.ts";

/** The body's particulars with its numbers of seats. */
export function BodyFacts({ body }: { readonly body: BodyView }) {
  const t = useText(bodyWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <Facts
      items={[
        [t("kind"), t(`kind-${body.kind}`)],
        [t("authority"), <Words key="authority">{body.authority}</Words>],
        [
          t("act"),
          body.act ? (
            <a key="act" href={href(paths.legalAct(body.act.id))}>
              {sayAct(body.act, language)}
            </a>
          ) : (
            <Words key="act">{body.actWords ?? ""}</Words>
          ),
        ],
        [t("since"), formatDate(body.since, language)],
        [t("until"), body.until && formatDate(body.until, language)],
        [
          t("sizes"),
          body.sizes.map(({ since, seats, basis }) => (
            <span key={since} className="place">
              {t("sizesFrom", { since: formatDate(since, language), seats, basis })}
            </span>
          )),
        ],
        [t("held"), body.heldByAssociations],
        [t("others"), body.heldByOthers],
      ]}
    />
  );
}
