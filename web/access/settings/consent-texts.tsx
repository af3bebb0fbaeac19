import { Button } from "@mantine/core";
import { Form } from "react-router";
import { PURPOSE_TEXTS, PURPOSES, type Purpose } from "../../../src/access/personal/purposes.ts";
import type { ConsentTextView } from "../../../src/access/personal/views.ts";
import { useRootData } from "../../app/root-data.ts";
import { formatInstant } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { settingsWords } from "./words.ts";

interface Props {
  readonly texts: readonly ConsentTextView[];
  /** The wording to begin with, by purpose. */
  readonly drafts: Readonly<Record<Purpose, string>>;
  readonly mayPublish: boolean;
}

/** The documents that people sign, one for each purpose. */
export function ConsentTexts({ texts, drafts, mayPublish }: Props) {
  const t = useText(settingsWords);
  const language = useLanguage();
  return (
    <section id="publish">
      <h2>{t("textsTitle")}</h2>
      <p className="note">{t("textsLead")}</p>
      {PURPOSES.map((purpose) => {
        const text = texts.find((known) => known.purpose === purpose);
        return (
          <div key={purpose} className="item">
            <h3>{PURPOSE_TEXTS[purpose].title[language]}</h3>
            <Version text={text} />
            {mayPublish && <PublishForm purpose={purpose} body={text?.body ?? drafts[purpose]} />}
          </div>
        );
      })}
    </section>
  );
}

function Version({ text }: { readonly text: ConsentTextView | undefined }) {
  const t = useText(settingsWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  if (!text) return <p className="note">{t("textNone")}</p>;
  const at = formatInstant(text.publishedAt.toISOString(), timeZone, language);
  return <p className="note">{t("textVersion", { version: text.version, at })}</p>;
}

function PublishForm({ purpose, body }: { readonly purpose: Purpose; readonly body: string }) {
  const t = useText(settingsWords);
  return (
    <details>
      <summary>{t("textEdit")}</summary>
      <Form method="post" className="form">
        <input type="hidden" name="purpose" value={purpose} />
        <div>
          <label htmlFor={`body-${purpose}`}>{t("textBody")}</label>
          <textarea id={`body-${purpose}`} name="body" rows={14} defaultValue={body} lang="ru" />
        </div>
        <Button type="submit" name="intent" value="publish" variant="outline">
          {t("textPublish")}
        </Button>
      </Form>
    </details>
  );
}
