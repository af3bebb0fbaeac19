import { Button, Textarea } from "@mantine/core";
import { Form } from "react-router";
import type { EventPageView } from "../../../../src/event/views.ts";
import { useText } from "../../../ui/text.ts";
import type { Refused } from "../../parts/act.ts";
import { Paragraphs } from "../../parts/paragraphs.tsx";
import { eventWords } from "../../words.ts";

/** What came of the event, once it has begun: results for everybody, minutes for the administration. */
export function Outcome({ event, refused }: { readonly event: EventPageView; readonly refused: Refused | undefined }) {
  const t = useText(eventWords);
  const typed = refused?.intent === "outcome" ? refused.typed : undefined;
  const isOpen = event.mayKeep && event.hasBegun && event.state !== "confirmed" && event.state !== "cancelled";
  if (!isOpen && event.results === "" && event.minutes === "") return null;
  return (
    <section className="part" id="outcome">
      <h2>{t("outcome")}</h2>
      {isOpen ? (
        <Form method="post" className="form">
          <input type="hidden" name="intent" value="outcome" />
          <input type="hidden" name="version" value={event.version} />
          <Textarea name="results" label={t("resultsField")} defaultValue={typed?.results ?? event.results} rows={3} />
          <Textarea
            name="minutes"
            label={t("minutesField")}
            description={t("minutesHint")}
            defaultValue={typed?.minutes ?? event.minutes}
            rows={6}
          />
          <Button type="submit" variant="outline">
            {t("save")}
          </Button>
        </Form>
      ) : (
        <>
          <Paragraphs text={event.results} />
          <h3>{t("minutesField")}</h3>
          <Paragraphs text={event.minutes || "—"} />
        </>
      )}
    </section>
  );
}
