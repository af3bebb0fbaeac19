import { useHref } from "../../../app/link.ts";
import { paths } from "../../../app/paths.ts";
import { formatInstant } from "../../../ui/dates.ts";
import { useLanguage } from "../../../ui/language.ts";
import { Mark } from "../../../ui/mark.tsx";
import { useText } from "../../../ui/text.ts";
import { isUnsent } from "../device/mark.ts";
import type { SheetFacts } from "../load.ts";
import type { SheetState } from "../use-sheet.ts";
import { sheetWords } from "../words.ts";

interface Props {
  readonly facts: SheetFacts;
  readonly state: SheetState;
  readonly send: () => Promise<void>;
}

/** What is only on the device and what has been sent, and why not where it has not. */
export function SendBar({ facts, state, send }: Props) {
  const t = useText(sheetWords);
  const language = useLanguage();
  const { readAt, isSending, isReady } = state;
  const unsent = state.marks.filter(isUnsent).length;
  return (
    <section className="callout send-bar" aria-label={t("send")}>
      <div role="status">
        <p>
          <Mark kind={unsent > 0 ? "warning" : "done"}>
            {unsent > 0 ? t("waiting", { count: unsent }) : t("allSent")}
          </Mark>
        </p>
        <Why facts={facts} state={state} />
      </div>
      <p className="note">
        {readAt ? t("sentAt", { when: formatInstant(readAt, facts.timeZone, language) }) : t("neverRead")}{" "}
        {isReady ? t("ready") : t("notReady")}
      </p>
      <button type="button" className="plain-button" onClick={() => void send()} disabled={isSending}>
        {isSending ? t("sending") : t("send")}
      </button>
    </section>
  );
}

function Why({ facts, state: { sent } }: Pick<Props, "facts" | "state">) {
  const t = useText(sheetWords);
  const href = useHref();
  if (sent?.state === "offline") return <p>{t("offline")}</p>;
  if (sent?.state === "refused") return <p>{t("serverSaid", { sentence: sent.sentence })}</p>;
  if (sent?.state !== "signed-out") return null;
  const next = new URLSearchParams({ next: href(paths.sheet(facts.id)) });
  return (
    <p>
      {t("signedOut")} <a href={`${href(paths.signIn)}?${next}`}>{t("signIn")}</a>
    </p>
  );
}
