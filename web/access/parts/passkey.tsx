import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useFetcher, useSubmit } from "react-router";
import { useText } from "../../ui/text.ts";
import { accessWords } from "../words.ts";

type Library = typeof import("@simplewebauthn/browser");
type Registration = Parameters<Library["startRegistration"]>[0]["optionsJSON"];
type Authentication = Parameters<Library["startAuthentication"]>[0]["optionsJSON"];

/** What the page's action answers when it is asked to begin. */
interface Begun {
  readonly passkey?: { readonly make: Registration } | { readonly use: Authentication };
  readonly refused?: { readonly sentence: string };
}

interface Props {
  /** Names the form whose fields go along. */
  readonly form?: string;
  readonly variant?: "filled" | "outline";
  readonly children: ReactNode;
}

/** A button that has the browser make or use a passkey: asks the page's action to begin, and hands the answer back to it. */
export function PasskeyButton({ form, variant = "outline", children }: Props) {
  const t = useText(accessWords);
  const fetcher = useFetcher<Begun>();
  const submit = useSubmit();
  const [failed, setFailed] = useState(false);
  const begun = fetcher.data;
  useEffect(() => {
    if (!begun?.passkey) return;
    const fields = form ? readFields(form) : {};
    // Whoever closes the browser's question has not used a passkey: the page says so.
    answerWith(begun.passkey).then(
      (answer) => submit({ ...fields, intent: "passkey", answer: JSON.stringify(answer) }, { method: "post" }),
      () => setFailed(true),
    );
  }, [begun, form, submit]);
  const begin = () => {
    setFailed(false);
    fetcher.submit({ ...(form ? readFields(form) : {}), intent: "begin-passkey" }, { method: "post" });
  };
  const problem = begun?.refused?.sentence ?? (failed ? t("passkeyFailed") : null);
  return (
    <div>
      <Button type="button" variant={variant} onClick={begin} loading={fetcher.state !== "idle"}>
        {children}
      </Button>
      <p role="alert" className="error note">
        {problem}
      </p>
      <noscript>
        <p className="note">{t("passkeyNeedsScripts")}</p>
      </noscript>
    </div>
  );
}

function readFields(form: string): Record<string, string> {
  const element = document.getElementById(form);
  if (!(element instanceof HTMLFormElement)) return {};
  return Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)]));
}

/** The library is loaded only by who presses the button. */
async function answerWith(passkey: NonNullable<Begun["passkey"]>) {
  const library = await import("@simplewebauthn/browser");
  return "make" in passkey
    ? library.startRegistration({ optionsJSON: passkey.make })
    : library.startAuthentication({ optionsJSON: passkey.use });
}
