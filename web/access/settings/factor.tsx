import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { attempt, cookieHeaders, readForm, readJson } from "../parts/attempt.ts";
import { Done } from "../parts/notice.tsx";
import { accessWords } from "../words.ts";
import { AppPart } from "./factor-app.tsx";
import { CodesPart, NewCodes } from "./factor-codes.tsx";
import { type FactorIntent, loadFactor } from "./factor-data.ts";
import { PasskeyPart } from "./factor-passkeys.tsx";
import { SignInTabs } from "./tabs.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return loadFactor(doors);
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { access } = doors;
  const field = await readForm(args.request);
  const [intent, password] = [field("intent") as FactorIntent, field("password")];
  return attempt(doors, intent, async () => {
    if (intent === "start") return access.startApp(password).then(() => ({ started: true }));
    if (intent === "begin-passkey") return { passkey: { make: await access.startPasskey(password) } };
    if (intent === "renew") return { codes: await access.renewCodes(password) };
    if (intent === "remove") {
      await access.removeFactor({ factor: field("factor"), password });
      return { removed: true };
    }
    const { codes, cookies } =
      intent === "verify"
        ? await access.verifyApp(field("code"))
        : await access.addPasskey({ answer: readJson(field("answer")), name: field("name") });
    return data({ codes, on: true }, { headers: cookieHeaders(cookies) });
  });
}

/** One's own second step of signing in. */
export default function SecondFactorPage() {
  const t = useText(accessWords);
  const factor = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  const codes = answer && "codes" in answer ? answer.codes : [];
  const gated = factor.gate === "set-second-factor" && !factor.app && factor.passkeys.length === 0;
  const done = answer && "on" in answer ? t("factorOn") : answer && "removed" in answer ? t("factorOff") : null;
  return (
    <>
      <title>{t("factorTitle")}</title>
      {!gated && <SignInTabs tabs={factor.tabs} />}
      <h1>{t("factorTitle")}</h1>
      <p className="under">{t("factorLead")}</p>
      {gated && <p className="callout">{t("factorRequired")}</p>}
      <ErrorSummary
        title={t("wrong")}
        errors={refused ? [{ field: `${refused.intent}-form`, sentence: refused.sentence }] : []}
      />
      <Done>{done}</Done>
      {codes.length > 0 && <NewCodes codes={codes} />}
      <AppPart factor={factor} />
      <PasskeyPart factor={factor} />
      {(factor.app || factor.passkeys.length > 0) && <CodesPart factor={factor} />}
    </>
  );
}
