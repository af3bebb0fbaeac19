import { Button, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { PURPOSE_TEXTS } from "../../../src/access/personal/purposes.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import type { Person } from "./person-data.ts";
import { personWords } from "./words.ts";

interface Props {
  readonly person: Person;
}

/** «Согласия» of one person: to what, when, on which paper; what came on paper is recorded here. */
export function Consents({ person }: Props) {
  const t = useText(personWords);
  return (
    <section className="part" id="consents">
      <h2>{t("consents")}</h2>
      {person.consents.length === 0 && <p className="under">{t("consentsNone")}</p>}
      <ul className="holdings">
        {person.consents.map((consent) => (
          <li key={consent.id}>
            <Consent person={person} consent={consent} />
          </li>
        ))}
      </ul>
      {person.mayRecord && <PaperConsentForm person={person} />}
    </section>
  );
}

function Consent({ person, consent }: Props & { readonly consent: Person["consents"][number] }) {
  const t = useText(personWords);
  const href = useHref();
  const language = useLanguage();
  const { purpose, version, givenOn, channel, withdrawnOn, scanHash } = consent;
  const said = [
    t("consentGiven", { on: formatDate(givenOn, language), version }),
    t(channel === "paper" ? "consentPaper" : "consentSite"),
    withdrawnOn && t("consentWithdrawn", { on: formatDate(withdrawnOn, language) }),
  ];
  return (
    <>
      <p>
        <strong>{PURPOSE_TEXTS[purpose].title[language]}</strong>
        <br />
        <span className="note">{said.filter(Boolean).join(", ")}</span>
        {scanHash && (
          <>
            {" "}
            <a href={href(paths.personScan(person.id, consent.id))}>{t("scan")}</a>
          </>
        )}
      </p>
      {person.mayRecord && withdrawnOn === null && <WithdrawalForm person={person} consent={consent} />}
    </>
  );
}

function WithdrawalForm({ person, consent }: Props & { readonly consent: Person["consents"][number] }) {
  const t = useText(personWords);
  const language = useLanguage();
  const purpose = PURPOSE_TEXTS[consent.purpose].title[language];
  return (
    <details>
      <summary aria-label={t("withdrawalNamed", { purpose })}>{t("withdrawal")}</summary>
      <Form method="post" className="form narrow">
        <input type="hidden" name="id" value={consent.id} />
        <TextInput
          id={`withdrawal-${consent.id}-on`}
          name="on"
          type="date"
          label={t("withdrawalOn")}
          defaultValue={person.today}
          min={consent.givenOn}
          max={person.today}
          required
          withAsterisk={false}
        />
        <TextInput
          id={`withdrawal-${consent.id}-basis`}
          name="basis"
          label={t("withdrawalBasis")}
          description={t("withdrawalHint")}
          maxLength={500}
          required
          withAsterisk={false}
        />
        <Button type="submit" variant="outline" name="intent" value="withdrawal">
          {t("withdrawalSubmit")}
        </Button>
      </Form>
    </details>
  );
}

function PaperConsentForm({ person }: Props) {
  const t = useText(personWords);
  const language = useLanguage();
  const href = useHref();
  if (person.texts.length === 0) {
    return (
      <p className="note" id="paper-consent">
        {t("paperNoTexts")} <a href={href(paths.personalData)}>{t("paperTexts")}</a>
      </p>
    );
  }
  return (
    <details id="paper-consent">
      <summary>{t("paper")}</summary>
      <Form method="post" encType="multipart/form-data" className="form narrow" key={person.consents.length}>
        <div>
          <label className="field-label" htmlFor="paper-text">
            {t("paperText")}
          </label>
          <select id="paper-text" name="text" className="select">
            {person.texts.map(({ id, purpose, version }) => (
              <option key={id} value={id}>
                {t("paperVersion", { purpose: PURPOSE_TEXTS[purpose].title[language], version })}
              </option>
            ))}
          </select>
        </div>
        <TextInput
          id="paper-on"
          name="on"
          type="date"
          label={t("paperOn")}
          defaultValue={person.today}
          max={person.today}
          required
          withAsterisk={false}
        />
        <div>
          <label className="field-label" htmlFor="paper-scan">
            {t("paperScan")}
          </label>
          <p className="note">{t("paperScanHint")}</p>
          <input
            id="paper-scan"
            name="scan"
            type="file"
            className="file"
            accept="application/pdf,image/png,image/jpeg,image/webp"
            required
          />
        </div>
        <Button type="submit" name="intent" value="consent">
          {t("paperSubmit")}
        </Button>
      </Form>
    </details>
  );
}
