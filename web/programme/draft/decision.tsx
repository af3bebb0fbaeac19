import { Button } from "@mantine/core";
import { type FormEvent, type MouseEvent, useRef, useState } from "react";
import { Form } from "react-router";
import type { DraftView } from "../../../src/programme/views-draft.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";
import type { Snapshot } from "./session.ts";

interface Props {
  readonly draft: DraftView;
  readonly snapshot: Snapshot;
  readonly flush: () => Promise<void>;
}

/** What becomes of the draft: it goes to be approved, or is put aside. */
export function Decision(props: Props) {
  return (
    <section className="draft-decision">
      <Submission {...props} />
      <Discarding draft={props.draft} />
    </section>
  );
}

/** What is not saved yet goes first. */
function Submission({ draft, snapshot, flush }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const form = useRef<HTMLFormElement>(null);
  const saveFirst = (event: FormEvent | MouseEvent, then: () => void) => {
    if (snapshot.saving === "saved") return;
    event.preventDefault();
    void flush().then(then);
  };
  const link = (path: string, word: "compareWithForce" | "actFromDraft" | "takeIn" | "history") => (
    <a href={href(path)} onClick={(event) => saveFirst(event, () => window.location.assign(href(path)))}>
      {t(word)}
    </a>
  );
  return (
    <Form method="post" ref={form} onSubmit={(event) => saveFirst(event, () => form.current?.requestSubmit())}>
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="version" value={snapshot.version} />
      <div className="buttons">
        <Button type="submit" id="submit" disabled={snapshot.saving === "offline" || !snapshot.isChanged}>
          {t("submitDraft")}
        </Button>
      </div>
      <p className="note">{t("submitNote")}</p>
      <p className="links">
        {link(paths.draftComparison(draft.slug), "compareWithForce")}
        {link(paths.act(draft.slug, { was: null, became: "draft" }), "actFromDraft")}
        {link(paths.draftAct(draft.slug), "takeIn")}
        {link(paths.draftHistory(draft.slug), "history")}
      </p>
    </Form>
  );
}

/** Asked twice, because others may work on it. The two buttons are two elements: one that became the other would submit by the same click. */
function Discarding({ draft }: Pick<Props, "draft">) {
  const t = useText(programmeWords);
  const [sure, setSure] = useState(false);
  return (
    <Form method="post">
      <input type="hidden" name="id" value={draft.id} />
      <div className="buttons">
        {sure ? (
          <Button key="sure" type="submit" name="intent" value="discard" variant="outline">
            {t("discardSure")}
          </Button>
        ) : (
          <Button key="ask" type="button" variant="outline" onClick={() => setSure(true)}>
            {t("discardDraft")}
          </Button>
        )}
      </div>
      <p className="note">{t("discardNote")}</p>
    </Form>
  );
}
