import { Button, Textarea } from "@mantine/core";
import { Form } from "react-router";
import type { MessageView } from "../../../src/desk/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { formatBytes } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { deskWords } from "../words.ts";

interface Props {
  readonly message: MessageView;
  readonly refused: Refused | undefined;
}

/** One message: who, when, what, its files and who has read it; the author can correct it. */
export function Message({ message, refused }: Props) {
  const t = useText(deskWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const at = (instant: string) => formatInstant(instant, timeZone, language);
  return (
    <li className="message" id={message.id}>
      <p className="message-head">
        <b>{message.author.name || t("authorErased")}</b> <time dateTime={message.at}>{at(message.at)}</time>
        {message.correctedAt && <span>{t("corrected", { at: at(message.correctedAt) })}</span>}
      </p>
      {message.text && <p className="message-text">{message.text}</p>}
      {message.author.name === "" && <p className="note">{t("messageErased")}</p>}
      {message.files.length > 0 && <Files files={message.files} />}
      {message.readBy.length > 0 && <p className="note">{t("readBy", { names: message.readBy.join(", ") })}</p>}
      {message.earlier.length > 0 && message.author.name !== "" && (
        <details className="fold">
          <summary>{t("earlier")}</summary>
          {message.earlier.map((version) => (
            <p key={version.at + version.text} className="message-text soft">
              <time className="note place" dateTime={version.at}>
                {at(version.at)}
              </time>
              {version.text}
            </p>
          ))}
        </details>
      )}
      {message.isOwn && <Correction message={message} refused={refused} />}
    </li>
  );
}

function Files({ files }: { readonly files: MessageView["files"] }) {
  const href = useHref();
  const language = useLanguage();
  return (
    <ul className="message-files">
      {files.map((file) => (
        <li key={file.id}>
          {file.isPicture && (
            <a href={href(paths.messageFile(file.id))}>
              <img src={href(paths.messageFile(file.id))} alt={file.name} loading="lazy" />
            </a>
          )}
          <a href={href(paths.messageFile(file.id))}>{file.name}</a>{" "}
          <span className="soft nowrap">{formatBytes(file.bytes, language)}</span>
        </li>
      ))}
    </ul>
  );
}

function Correction({ message, refused }: Props) {
  const t = useText(deskWords);
  const own = refused?.intent === "correct" && refused.typed.message === message.id ? refused : undefined;
  return (
    <details className="fold" open={own !== undefined}>
      <summary>{t("correct")}</summary>
      <Form method="post" className="form" key={message.earlier.length}>
        <input type="hidden" name="message" value={message.id} />
        <input type="hidden" name="messageVersion" value={message.earlier.length + 1} />
        <Textarea
          id={`correct-${message.id}`}
          name="text"
          label={t("messageLabel")}
          rows={3}
          defaultValue={own?.typed.text ?? message.text}
          error={own?.sentence}
        />
        <Button type="submit" variant="outline" name="intent" value="correct">
          {t("correctSave")}
        </Button>
      </Form>
    </details>
  );
}
