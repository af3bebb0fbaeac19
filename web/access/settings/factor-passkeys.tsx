import { TextInput } from "@mantine/core";
import { Form } from "react-router";
import { formatDayOf } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { PasswordField } from "../parts/fields.tsx";
import { PasskeyButton } from "../parts/passkey.tsx";
import { accessWords } from "../words.ts";
import type { Factor, FactorIntent } from "./factor-data.ts";

const ADD_FORM = "passkey-form";

/** Passkeys: those there are, and a further one. */
export function PasskeyPart({ factor }: { readonly factor: Factor }) {
  const t = useText(accessWords);
  return (
    <section className="part narrow">
      <h2>{t("passkeys")}</h2>
      <p className="under">{t("passkeysLead")}</p>
      {factor.passkeys.length === 0 ? <p className="soft">{t("passkeysNone")}</p> : <List factor={factor} />}
      <form className="form" id={ADD_FORM} onSubmit={(event) => event.preventDefault()}>
        <TextInput
          id="passkey-name"
          name="name"
          label={t("passkeyName")}
          description={t("passkeyNameHint")}
          maxLength={60}
        />
        {factor.hasPassword && <PasswordField id="passkey-password" label={t("confirmPassword")} />}
        <PasskeyButton form={ADD_FORM}>{t("passkeyAdd")}</PasskeyButton>
      </form>
    </section>
  );
}

function List({ factor }: { readonly factor: Factor }) {
  const t = useText(accessWords);
  const language = useLanguage();
  const day = (instant: string) => formatDayOf(instant, factor.timeZone, language);
  return (
    <ul className="passkeys">
      {factor.passkeys.map(({ id, name, madeAt, lastUsedAt }) => (
        <li key={id}>
          <p>
            <strong>{name}</strong>
            <br />
            <span className="note">
              {`${t("passkeyMade")}: ${day(madeAt)}. ${t("passkeyUsed")}: ${lastUsedAt ? day(lastUsedAt) : t("never")}.`}
            </span>
          </p>
          <details>
            <summary>{t("passkeyRemove")}</summary>
            <Form method="post" className="form">
              <input type="hidden" name="intent" value={"remove" satisfies FactorIntent} />
              <input type="hidden" name="factor" value={id} />
              {factor.hasPassword && <PasswordField id={`remove-${id}`} label={t("confirmPassword")} />}
              <button type="submit" className="link">{`${t("passkeyRemove")}: ${name}`}</button>
            </Form>
          </details>
        </li>
      ))}
    </ul>
  );
}
