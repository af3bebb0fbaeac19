import type { MoveRow } from "../../../src/ledger/request/views.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { requestWords } from "./words.ts";

/** What happened to a request, the oldest first. */
export function RequestHistory({ moves }: { readonly moves: readonly MoveRow[] }) {
  const t = useText(requestWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  return (
    <section className="part">
      <h2>{t("history")}</h2>
      <ol className="plain">
        {moves.map(({ version, move, reason, at, by }) => (
          <li key={version}>
            {t(`move_${move}`)} — {formatInstant(at, timeZone, language)}, {by}
            {reason && <q className="place quote">{reason}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}
