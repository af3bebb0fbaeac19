import { Form } from "react-router";
import { formatInstant } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { Mark, type MarkKind } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import type { ShownLetter } from "./shown-letter.ts";
import { mailWords } from "./words.ts";

interface Props {
  readonly letters: readonly ShownLetter[];
  readonly timeZone: string;
}

interface One {
  readonly letter: ShownLetter;
  readonly timeZone: string;
}

/** Letters with their states; on a phone each is a card. */
export function LetterTable({ letters, timeZone }: Props) {
  const t = useText(mailWords);
  const language = useLanguage();
  return (
    <FigureTable
      name={t("letters")}
      columns={[
        { key: "letter", head: t("letter") },
        { key: "receiver", head: t("receiver"), label: t("receiver") },
        { key: "state", head: t("state"), label: t("state") },
        { key: "deeds", head: t("deeds") },
      ]}
      rows={letters.map((letter) => ({
        key: letter.id,
        cells: {
          letter: (
            <>
              {letter.title}
              <p className="note nowrap">{formatInstant(letter.queuedAt, timeZone, language)}</p>
            </>
          ),
          receiver: <Receiver letter={letter} />,
          state: <State letter={letter} timeZone={timeZone} />,
          deeds: <Deeds letter={letter} />,
        },
      }))}
    />
  );
}

function Receiver({ letter: { name, address } }: { readonly letter: ShownLetter }) {
  const t = useText(mailWords);
  return (
    <span>
      {name}
      {name && <br />}
      <span className={name || !address ? "soft hash" : "hash"}>{address ?? t("receiverGone")}</span>
    </span>
  );
}

const MARKS: Readonly<Record<ShownLetter["state"], MarkKind>> = {
  waiting: "none",
  failed: "error",
  "handed-over": "warning",
  sent: "done",
  cancelled: "none",
};

function State({ letter, timeZone }: One) {
  const t = useText(mailWords);
  const language = useLanguage();
  const at = (instant: string) => formatInstant(instant, timeZone, language);
  return (
    <div>
      <Mark kind={MARKS[letter.state]}>{t(`state_${letter.state}`)}</Mark>
      {letter.reason && <p>{letter.reason}</p>}
      {letter.state === "waiting" && letter.attempts > 0 && letter.nextAttemptAt && (
        <p className="note">{t("nextAttempt", { at: at(letter.nextAttemptAt) })}</p>
      )}
      {letter.state === "handed-over" && letter.address && (
        <p className="note">{t("goodUntil", { at: at(letter.expiresAt) })}</p>
      )}
      {letter.state === "sent" && letter.settledAt && <p className="note">{at(letter.settledAt)}</p>}
    </div>
  );
}

function Deeds({ letter }: { readonly letter: ShownLetter }) {
  const t = useText(mailWords);
  if (letter.address === null) return null;
  const isWaiting = letter.state === "waiting";
  return (
    <div className="deeds">
      {letter.state === "handed-over" && letter.hasLink && (
        <Deed letter={letter} deed="handOver" text={t("showLink")} />
      )}
      {(letter.state === "failed" || isWaiting) && (
        <Deed letter={letter} deed="repeat" text={t(isWaiting ? "repeatNow" : "repeat")} />
      )}
      <Deed letter={letter} deed="cancel" text={t(isWaiting ? "cancel" : "forget")} />
    </div>
  );
}

/** A form without scripts too; its button says to those who do not see the row which letter it is about. */
function Deed({ letter, deed, text }: { readonly letter: ShownLetter; readonly deed: string; readonly text: string }) {
  const t = useText(mailWords);
  const receiver = letter.name ?? letter.address ?? "";
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="id" value={letter.id} />
      <button
        type="submit"
        className="link"
        aria-label={t("aboutLetter", { deed: text, letter: letter.title, receiver })}
      >
        {text}
      </button>
    </Form>
  );
}
