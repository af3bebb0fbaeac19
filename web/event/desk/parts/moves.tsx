import { Button, Checkbox, TextInput } from "@mantine/core";
import { Form } from "react-router";
import type { EventPageView, MoveView } from "../../../../src/event/views.ts";
import { useText } from "../../../ui/text.ts";
import type { Refused } from "../../parts/act.ts";
import { eventWords } from "../../words.ts";

interface Props {
  readonly event: EventPageView;
  readonly refused: Refused | undefined;
}

/** What can be done with the event now; what cannot yet says why. */
export function Moves({ event, refused }: Props) {
  const shown = event.moves.filter(({ bar }) => bar === null || bar === "not-begun");
  if (shown.length === 0 && !event.mayKeep) return null;
  return (
    <section className="part" id="moves">
      <Waits event={event} />
      <div className="moves">
        {shown.map((one) => (
          <Move key={one.move} one={one} event={event} refused={refused} />
        ))}
      </div>
    </section>
  );
}

/** What must be there before the next step. */
function Waits({ event }: Pick<Props, "event">) {
  const t = useText(eventWords);
  if (event.state === "planned" && event.missing.length > 0) {
    const missing = event.missing.map((need) => t(`need_${need}`)).join(", ");
    return <p className="notice">{t("missing", { missing })}</p>;
  }
  if (event.state !== "held") return null;
  const undocumented = event.undocumented.map((need) => t(`need_${need}`)).join(", ");
  return (
    <>
      {undocumented !== "" && <p className="notice">{t("undocumented", { missing: undocumented })}</p>}
      {!event.isCounted && <p className="notice">{t("uncounted")}</p>}
    </>
  );
}

function Move({ one: { move, bar }, event, refused }: Props & { readonly one: MoveView }) {
  const t = useText(eventWords);
  const asksReason = move === "cancel" || move === "reopen";
  const isPlain = !asksReason;
  return (
    <Form method="post" className={isPlain ? undefined : "form"} id={move}>
      <input type="hidden" name="intent" value={move} />
      {asksReason && (
        <TextInput
          name="reason"
          label={`${t(`move_${move}`)}: ${t("reason").toLowerCase()}`}
          error={refused?.intent === move ? refused.sentence : undefined}
        />
      )}
      {event.rule && (move === "announce" || move === "cancel") && (
        <Checkbox name="following" value="yes" label={t("alsoFollowing")} />
      )}
      <Button type="submit" variant={isPlain ? "filled" : "outline"} disabled={bar !== null}>
        {t(`move_${move}`)}
      </Button>
      {bar === "not-begun" && <p className="note">{t("bar_not-begun")}</p>}
    </Form>
  );
}
