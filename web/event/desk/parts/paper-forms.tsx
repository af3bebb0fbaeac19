import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { PAPER_KINDS } from "../../../../src/event/contract.ts";
import type { EventPageView, PaperView } from "../../../../src/event/views.ts";
import { useText } from "../../../ui/text.ts";
import { Papers } from "../../parts/papers.tsx";
import { eventWords } from "../../words.ts";

/** Files of an event, and the forms to attach and to take away. */
export function PaperForms({ event }: { readonly event: EventPageView }) {
  const t = useText(eventWords);
  const isOpen = event.mayKeep && event.state !== "confirmed" && event.state !== "cancelled";
  const kinds = PAPER_KINDS.map((kind) => ({ value: kind, label: t(`paper_${kind}`) }));
  return (
    <section className="part" id="paper">
      <h2>{t("papers")}</h2>
      {event.papers.length === 0 && <p className="soft">{t("papersNone")}</p>}
      <Papers papers={event.papers} beside={isOpen ? (paper) => <Remove paper={paper} /> : () => null} />
      {isOpen && (
        <Form method="post" encType="multipart/form-data" className="form">
          <input type="hidden" name="intent" value="paper" />
          <NativeSelect name="kind" label={t("paperKind")} data={kinds} defaultValue="photo" />
          <div>
            <label htmlFor="files">{t("paperFile")}</label>
            <input id="files" className="file" type="file" name="files" multiple aria-describedby="files-hint" />
            <p className="note" id="files-hint">
              {t("paperHint")}
            </p>
          </div>
          <TextInput name="caption" label={t("caption")} maxLength={500} />
          <Checkbox name="isPublic" value="yes" label={t("isPublic")} />
          <Checkbox name="keepsPlace" value="yes" label={t("keepsPlace")} />
          <Button type="submit" variant="outline">
            {t("addPaper")}
          </Button>
        </Form>
      )}
    </section>
  );
}

function Remove({ paper }: { readonly paper: PaperView }) {
  const t = useText(eventWords);
  return (
    <Form method="post" className="inline">
      <input type="hidden" name="intent" value="remove-paper" />
      <input type="hidden" name="paper" value={paper.id} />
      <button type="submit" className="link">
        {t("remove")}
      </button>
      {paper.isPublic && <span className="soft"> · {t("isPublic")}</span>}
    </Form>
  );
}
