import { Form } from "react-router";
import type { Namesakes } from "../../../../src/event/attendance/views.ts";
import { useText } from "../../../ui/text.ts";
import { attendanceWords } from "../words.ts";

interface Props {
  readonly pairs: readonly Namesakes[];
  readonly siteId: string;
}

/** Entries that may be one person, to be joined by who may. */
export function NamesakePairs({ pairs, siteId }: Props) {
  const t = useText(attendanceWords);
  if (pairs.length === 0) return null;
  return (
    <section className="part" id="join">
      <h2>{t("namesakes")}</h2>
      <p>{t("namesakesLead")}</p>
      <ul className="people">
        {pairs.map(({ keepId, aliasId, name }) => (
          <li key={aliasId}>
            <span>{t("recordsOf", { name })}</span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="site" value={siteId} />
              <input type="hidden" name="keep" value={keepId} />
              <input type="hidden" name="alias" value={aliasId} />
              <button type="submit" name="intent" value="join" className="link" aria-label={t("joinWho", { name })}>
                {t("join")}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
