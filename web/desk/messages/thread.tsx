import { Button, Textarea } from "@mantine/core";
import { Form, useNavigation } from "react-router";
import { TEXT_LIMIT } from "../../../src/desk/contract.ts";
import type { ThreadView } from "../../../src/desk/views.ts";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { deskWords } from "../words.ts";
import { Message } from "./message.tsx";

interface Props {
  readonly thread: ThreadView;
  readonly refused: Refused | undefined;
  /** Where the page itself is named after the messages. */
  readonly untitled?: boolean;
}

/** The messages on a record and the form to write one; works without scripts. */
export function Thread({ thread, refused, untitled = false }: Props) {
  const t = useText(deskWords);
  return (
    <section id="messages" className="part">
      {!untitled && <h2>{t("messages")}</h2>}
      {thread.messages.length === 0 && <p className="under">{t("messagesNone")}</p>}
      <ol className="messages">
        {thread.messages.map((message) => (
          <Message key={message.id} message={message} refused={refused} />
        ))}
      </ol>
      {thread.mayWrite ? (
        <WriteMessage key={thread.messages.length} refused={refused?.intent === "message" ? refused : undefined} />
      ) : (
        <p className="note">{t("mayNotWrite")}</p>
      )}
    </section>
  );
}

function WriteMessage({ refused }: { readonly refused: Refused | undefined }) {
  const t = useText(deskWords);
  const busy = useNavigation().state === "submitting";
  return (
    <Form method="post" encType="multipart/form-data" className="form">
      <input type="hidden" name="intent" value="message" />
      <Textarea
        id="text"
        name="text"
        label={t("messageLabel")}
        rows={3}
        maxLength={TEXT_LIMIT}
        defaultValue={refused?.typed.text ?? ""}
        error={refused?.sentence}
      />
      <div>
        <label htmlFor="files" className="small">
          {t("filesLabel")}
        </label>
        <p className="note" id="files-hint">
          {t("filesHint")}
        </p>
        <input id="files" name="files" type="file" multiple aria-describedby="files-hint" className="file" />
      </div>
      <Button type="submit" variant="outline" loading={busy}>
        {t("send")}
      </Button>
    </Form>
  );
}
