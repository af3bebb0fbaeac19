import { Button, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { findNext } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { attempt, cookieHeaders, readForm, readJson } from "./parts/attempt.ts";
import { PasskeyButton } from "./parts/passkey.tsx";
import { accessWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { access, language } = doorsOf(args);
  const challenge = await access.findChallenge();
  if (!challenge) throw redirect(inLanguage(paths.signIn, language));
  return challenge;
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const { access } = doors;
  const field = await readForm(args.request);
  const intent = field("intent");
  return attempt(doors, intent, async () => {
    if (intent === "begin-passkey") return { passkey: { use: await access.askPasskey() } };
    const cookies =
      intent === "passkey"
        ? await access.passPasskey(readJson(field("answer")))
        : await access.passFactor(field("code"));
    return redirect(findNext(args.request), { headers: cookieHeaders(cookies) });
  });
}

/** The second step of signing in. */
export default function SecondFactor() {
  const t = useText(accessWords);
  const href = useHref();
  const { app, passkey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  return (
    <div className="narrow">
      <title>{t("codeTitle")}</title>
      <h1>{t("codeTitle")}</h1>
      <p className="under">{t("codeLead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "code", sentence: refused.sentence }] : []} />
      {passkey && <PasskeyButton variant={app ? "outline" : "filled"}>{t("usePasskey")}</PasskeyButton>}
      <Form method="post" className="form">
        <TextInput
          id="code"
          name="code"
          label={t("code")}
          description={app ? t("codeHintApp") : t("codeHintBackup")}
          autoComplete="one-time-code"
          autoCapitalize="off"
          spellCheck={false}
          required
          withAsterisk={false}
        />
        <Button type="submit" variant={app ? "filled" : "outline"}>
          {t("codeSubmit")}
        </Button>
      </Form>
      <Form method="post" action={href(paths.signOut)} reloadDocument>
        <button type="submit" className="link">
          {t("notMe")}
        </button>
      </Form>
    </div>
  );
}
