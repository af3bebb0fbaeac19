import type { PublicationEventView } from "../../../src/news/contract.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { newsWords } from "../words.ts";

/** Who moved the publication on, and why. */
export function History({ events }: { readonly events: readonly PublicationEventView[] }) {
  const t = useText(newsWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  if (events.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("history")}</h2>
      <ul>
        {events.map(({ move, at, by, reason }) => (
          <li key={at + move}>
            {t(`done-${move}`)}
            <span className="note place">
              {formatInstant(at, timeZone, language)}, {by ?? t("erased")}
            </span>
            {reason && <q className="place quote">{reason}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}
