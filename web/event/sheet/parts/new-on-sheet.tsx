import { useState } from "react";
import { useText } from "../../../ui/text.ts";
import { Paragraphs } from "../../parts/paragraphs.tsx";
import { sheetWords } from "../words.ts";

interface Props {
  readonly consent: string | null;
  readonly enter: (person: { name: string; birthYear: string }) => Promise<void>;
}

/** Somebody who is not on the sheet, with the consent before the eyes. */
export function NewOnSheet({ consent, enter }: Props) {
  const t = useText(sheetWords);
  const [wrong, setWrong] = useState<"nameWrong" | "yearWrong" | "consentWrong" | null>(null);
  if (consent === null) return <p className="notice">{t("noConsentText")}</p>;
  const submit = async (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const [name, birthYear] = ["name", "birthYear"].map((field) => String(fields.get(field) ?? "").trim());
    const fault = judge(name ?? "", birthYear ?? "", fields.has("consent"));
    setWrong(fault);
    if (fault) return;
    form.reset();
    await enter({ name: name ?? "", birthYear: birthYear ?? "" });
  };
  return (
    <details className="fold">
      <summary>{t("enter")}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        {wrong && (
          <p role="alert" className="error">
            {t(wrong)}
          </p>
        )}
        <label className="plain-field">
          {t("name")}
          <input name="name" autoComplete="off" maxLength={200} />
        </label>
        <label className="plain-field">
          {t("birthYear")}
          <small className="soft">{t("birthYearHint")}</small>
          <input name="birthYear" inputMode="numeric" autoComplete="off" maxLength={4} />
        </label>
        <div className="callout">
          <p>
            <strong>{t("consentText")}</strong>
          </p>
          <Paragraphs text={consent} />
        </div>
        <label className="plain-check">
          <input type="checkbox" name="consent" value="yes" /> {t("consent")}
        </label>
        <button type="submit" className="plain-button">
          {t("enterAndMark")}
        </button>
      </form>
    </details>
  );
}

function judge(name: string, birthYear: string, consent: boolean): "nameWrong" | "yearWrong" | "consentWrong" | null {
  if (!/\p{L}/u.test(name)) return "nameWrong";
  if (birthYear !== "" && !/^(19|20)\d\d$/.test(birthYear)) return "yearWrong";
  return consent ? null : "consentWrong";
}
