import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatDayOf } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { attempt, cookieHeaders, readForm } from "../parts/attempt.ts";
import { EmailField, NewPasswordField, PasswordField } from "../parts/fields.tsx";
import { Done } from "../parts/notice.tsx";
import { accessWords } from "../words.ts";
import { listTabs } from "./settings-nav.tsx";
import { SignInTabs } from "./tabs.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { access, municipality } = doors;
  const { hasPassword } = await access.readFactor();
  const links = await access.listProviderLinks();
  return {
    tabs: listTabs(doors.actor),
    hasPassword,
    sendsLetters: access.sendsLetters,
    providers: access.providers,
    timeZone: municipality.timeZone,
    language: await answer(doors, (ctx) => access.readOwnLanguage(ctx)),
    links: links.map(({ id, label, madeAt }) => ({ id, label, madeAt: madeAt.toISOString() })),
  };
}

type Intent = "password" | "email" | "unlink" | "language";

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { access } = doors;
  const field = await readForm(args.request);
  const password = field("password");
  const intent = field("intent") as Intent;
  return attempt(doors, intent, async () => {
    if (intent === "password") {
      const cookies = await access.changePassword({ current: password, next: field("next") });
      return data({ done: "passwordChanged" as const }, { headers: cookieHeaders(cookies) });
    }
    if (intent === "language") {
      await doors.run((ctx) => access.chooseOwnLanguage(ctx, field("language")));
      return { done: "languageSaved" as const };
    }
    if (intent === "unlink") {
      await access.removeProviderLink({ id: field("id"), password });
      return { done: "unlinked" as const };
    }
    await access.askEmailChange({ email: field("email"), password });
    return { done: "emailAsked" as const };
  });
}

/** One's own password, address and other ways in. */
export default function Account() {
  const t = useText(accessWords);
  const { providers, links, tabs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refused" in answer ? answer.refused : undefined;
  return (
    <>
      <title>{t("accountTitle")}</title>
      <SignInTabs tabs={tabs} />
      <h1>{t("accountTitle")}</h1>
      <ErrorSummary
        title={t("wrong")}
        errors={refused ? [{ field: `${refused.intent}-form`, sentence: refused.sentence }] : []}
      />
      <Done>{answer && "done" in answer ? t(answer.done) : null}</Done>
      <PasswordForm />
      <EmailForm />
      <LanguageForm />
      {(providers.length > 0 || links.length > 0) && <Links />}
    </>
  );
}

function PasswordForm() {
  const t = useText(accessWords);
  const { hasPassword } = useLoaderData<typeof loader>();
  const title = hasPassword ? t("changePassword") : t("setPassword");
  return (
    <section className="part narrow">
      <h2>{title}</h2>
      <Form method="post" className="form" id="password-form">
        <input type="hidden" name="intent" value={"password" satisfies Intent} />
        {hasPassword ? <PasswordField id="current" label={t("currentPassword")} /> : <p>{t("freshNote")}</p>}
        <NewPasswordField id="next" />
        <Button type="submit">{title}</Button>
      </Form>
    </section>
  );
}

function EmailForm() {
  const t = useText(accessWords);
  const { hasPassword, sendsLetters } = useLoaderData<typeof loader>();
  return (
    <section className="part narrow">
      <h2>{t("changeEmail")}</h2>
      {sendsLetters ? (
        <>
          <p className="under">{t("changeEmailHint")}</p>
          <Form method="post" className="form" id="email-form">
            <input type="hidden" name="intent" value={"email" satisfies Intent} />
            <EmailField id="new-email" label={t("newEmail")} />
            {hasPassword && <PasswordField id="email-password" label={t("currentPassword")} />}
            <Button type="submit" variant="outline">
              {t("changeEmailSubmit")}
            </Button>
          </Form>
        </>
      ) : (
        <p>{t("emailNeedsMail")}</p>
      )}
    </section>
  );
}

function LanguageForm() {
  const t = useText(accessWords);
  const { language } = useLoaderData<typeof loader>();
  return (
    <section className="part narrow">
      <h2>{t("lettersLanguage")}</h2>
      <Form method="post" className="form" id="language-form">
        <input type="hidden" name="intent" value={"language" satisfies Intent} />
        <div>
          <label className="field-label" htmlFor="letters-language">
            {t("lettersIn")}
          </label>
          <select id="letters-language" name="language" className="select" defaultValue={language} key={language}>
            <option value="ru" lang="ru">
              по-русски
            </option>
            <option value="en" lang="en">
              in English
            </option>
          </select>
        </div>
        <Button type="submit" variant="outline">
          {t("lettersSave")}
        </Button>
      </Form>
    </section>
  );
}

function Links() {
  const t = useText(accessWords);
  const href = useHref();
  const language = useLanguage();
  const { providers, links, timeZone, hasPassword } = useLoaderData<typeof loader>();
  return (
    <section className="part narrow" id="unlink-form">
      <h2>{t("links")}</h2>
      {links.length === 0 && <p className="under">{t("linksNone")}</p>}
      {links.map(({ id, label, madeAt }) => (
        <Form method="post" className="form" key={id}>
          <p>
            {label}, <span className="soft">{`${t("linkedOn")}: ${formatDayOf(madeAt, timeZone, language)}`}</span>
          </p>
          <input type="hidden" name="intent" value={"unlink" satisfies Intent} />
          <input type="hidden" name="id" value={id} />
          {hasPassword && <PasswordField id={`unlink-${id}`} label={t("currentPassword")} />}
          <Button type="submit" variant="outline">
            {t("unlink")}
          </Button>
        </Form>
      ))}
      <div className="buttons">
        {providers.map(({ id, label }) => (
          <Button
            key={id}
            component="a"
            variant="outline"
            href={`${paths.goToProvider(id)}?${new URLSearchParams({ link: "", language, next: href(paths.account) })}`}
          >
            {t("link", { provider: label })}
          </Button>
        ))}
      </div>
    </section>
  );
}
