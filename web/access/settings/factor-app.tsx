import { Button, TextInput } from "@mantine/core";
import { Form } from "react-router";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { PasswordField } from "../parts/fields.tsx";
import { accessWords } from "../words.ts";
import type { Factor, FactorIntent } from "./factor-data.ts";

/** The app with codes: its state, and the one next step. */
export function AppPart({ factor }: { readonly factor: Factor }) {
  const t = useText(accessWords);
  return (
    <section className="part narrow">
      <h2>{t("app")}</h2>
      <p>
        <Mark kind={factor.app ? "done" : "none"}>{factor.app ? t("appOn") : t("appOff")}</Mark>
      </p>
      {!factor.app && <p className="under">{t("appLead")}</p>}
      {factor.setUp && <SetUp {...factor.setUp} />}
      {!factor.app && !factor.setUp && <ProveForm factor={factor} intent="start" label={t("appStart")} filled />}
      {factor.app && (
        <ProveForm factor={factor} intent="remove" label={t("appRemove")}>
          <input type="hidden" name="factor" value="app" />
        </ProveForm>
      )}
    </section>
  );
}

function SetUp({ qrSvg, secret }: NonNullable<Factor["setUp"]>) {
  const t = useText(accessWords);
  return (
    <>
      <p>{t("appScan")}</p>
      {/* An SVG drawn by our own server; as an image nothing in it could run. */}
      <img className="qr" alt={t("appQr")} src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`} />
      <p>{t("appSecret")}</p>
      <p>
        <code className="secret">{secret.match(/.{4}/g)?.join(" ")}</code>
      </p>
      <Form method="post" className="form" id="verify-form">
        <input type="hidden" name="intent" value={"verify" satisfies FactorIntent} />
        <TextInput
          id="code"
          name="code"
          label={t("appCode")}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
        />
        <Button type="submit">{t("appVerify")}</Button>
      </Form>
    </>
  );
}

interface ProveProps {
  readonly factor: Factor;
  readonly intent: FactorIntent;
  readonly label: string;
  readonly filled?: boolean;
  readonly children?: React.ReactNode;
}

/** A step that takes the password once more. */
export function ProveForm({ factor, intent, label, filled = false, children }: ProveProps) {
  const t = useText(accessWords);
  return (
    <Form method="post" className="form" id={`${intent}-form`}>
      <input type="hidden" name="intent" value={intent} />
      {children}
      {factor.hasPassword ? (
        <PasswordField id={`${intent}-password`} label={t("confirmPassword")} />
      ) : (
        <p className="note">{t("freshNote")}</p>
      )}
      <Button type="submit" variant={filled ? "filled" : "outline"}>
        {label}
      </Button>
    </Form>
  );
}
