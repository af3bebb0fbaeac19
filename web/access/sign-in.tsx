import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { DemonstrationDoors } from "../app/demonstration-strip.tsx";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { useRootData } from "../app/root-data.ts";
import { findNext } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { attempt, cookieHeaders, readForm } from "./parts/attempt.ts";
import { EmailField, PasswordField } from "./parts/fields.tsx";
import { Done } from "./parts/notice.tsx";
import { accessWords } from "./words.ts";

export function loader(args: LoaderFunctionArgs) {
  const { actor, gate, access, language } = doorsOf(args);
  const next = findNext(args.request);
  if (gate === "pass-second-factor") {
    throw redirect(`${inLanguage(paths.secondFactor, language)}?${new URLSearchParams({ language, next })}`);
  }
  if (actor.kind !== "stranger") throw redirect(next);
  return { next, providers: access.providers, sendsLetters: access.sendsLetters };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const field = await readForm(args.request);
  const email = field("email").trim();
  const intent = field("intent");
  const answer = await attempt(doors, intent, async () => {
    if (intent === "confirm") {
      await doors.access.askConfirmation(email);
      return { sent: true };
    }
    const cookies = await doors.access.signIn({ email, password: field("password") });
    return redirect(findNext(args.request), { headers: cookieHeaders(cookies) });
  });
  return answer;
}

export default function SignIn() {
  const t = useText(accessWords);
  const href = useHref();
  const { sendsLetters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  return (
    <div className="narrow">
      <title>{t("title")}</title>
      <h1>{t("title")}</h1>
      <p className="under">{t("lead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "email", sentence: refused.sentence }] : []} />
      {answer && "sent" in answer && <Done>{t("confirmSent")}</Done>}
      <Form method="post" className="form">
        <EmailField id="email" />
        <PasswordField id="password" />
        <Button type="submit">{t("submit")}</Button>
        {refused?.code === "email-not-confirmed" && (
          <Button type="submit" name="intent" value="confirm" variant="outline" formNoValidate>
            {t("confirmAgain")}
          </Button>
        )}
      </Form>
      {sendsLetters ? (
        <p className="note">
          {t("forgotten")} <a href={href(paths.forgotten)}>{t("forgottenLink")}</a>
        </p>
      ) : (
        <p className="note">{t("noLetters")}</p>
      )}
      <Providers />
      <Demonstration />
    </div>
  );
}

/** The invented people of a demonstration; anywhere else there are none. */
function Demonstration() {
  const t = useText(accessWords);
  const doors = useRootData()?.demonstration ?? [];
  if (doors.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("orDemonstration")}</h2>
      <p className="under">{t("orDemonstrationLead")}</p>
      <DemonstrationDoors />
    </section>
  );
}

function Providers() {
  const language = useLanguage();
  const t = useText(accessWords);
  const { providers, next } = useLoaderData<typeof loader>();
  if (providers.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("orWith")}</h2>
      <div className="buttons">
        {providers.map(({ id, label }) => (
          <Button
            key={id}
            component="a"
            variant="outline"
            href={`${paths.goToProvider(id)}?${new URLSearchParams({ language, next })}`}
          >
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
