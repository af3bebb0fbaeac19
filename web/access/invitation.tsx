import { Button, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { doorsOf } from "../app/doors.ts";
import { useHref } from "../app/link.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { formatInstant } from "../ui/dates.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { attempt, go, readForm } from "./parts/attempt.ts";
import { NewPasswordField } from "./parts/fields.tsx";
import { LinkVoid } from "./parts/link-void.tsx";
import { listRoles } from "./parts/name-role.ts";
import { accessWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { access, actor, language, municipality } = doorsOf(args);
  const secret = args.params.secret ?? "";
  const card = await access.readInvitation(secret);
  return {
    card: card && { ...card, expiresAt: card.expiresAt.toISOString() },
    name: actor.kind === "person" ? actor.name : null,
    here: inLanguage(paths.invitation(secret), language),
    secret,
    providers: access.providers,
    timeZone: municipality.timeZone,
  };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const field = await readForm(args.request);
  const intent = field("intent");
  const secret = args.params.secret ?? "";
  return attempt(doors, intent, async () => {
    if (intent === "self") {
      await doors.access.acceptAsSelf(secret);
      return go(doors, paths.desk);
    }
    const account = { secret, name: field("name"), password: field("next") };
    return go(doors, paths.desk, await doors.access.acceptInvitation(account));
  });
}

/** Who was invited, to what, and how to accept. */
export default function Invitation() {
  const t = useText(accessWords);
  const { card, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  if (!card) return <LinkVoid>{t("invitedVoid")}</LinkVoid>;
  return (
    <div className="narrow wider">
      <title>{t("invitedTitle")}</title>
      <h1>{t("invitedTitle")}</h1>
      <ErrorSummary
        title={t("wrong")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Card />
      {name === null ? <AcceptAsNew /> : <AcceptAsSelf name={name} />}
    </div>
  );
}

function fieldOf(code: string): string {
  if (code === "name-missing") return "name";
  return code.startsWith("password") ? "next" : "known";
}

function Card() {
  const t = useText(accessWords);
  const language = useLanguage();
  const { card, timeZone } = useLoaderData<typeof loader>();
  if (!card) return null;
  return (
    <dl className="facts">
      <dt>{t("email")}</dt>
      <dd>{card.email}</dd>
      <dt>{t("invitedRoles")}</dt>
      <dd>{listRoles(card.roles, language)}</dd>
      <dt>{t("invitedBasis")}</dt>
      <dd>
        <Words>{card.basis}</Words>
      </dd>
      <dt>{t("invitedUntil")}</dt>
      <dd>{formatInstant(card.expiresAt, timeZone, language)}</dd>
    </dl>
  );
}

function AcceptAsNew() {
  const language = useLanguage();
  const t = useText(accessWords);
  const href = useHref();
  const { here, providers, secret } = useLoaderData<typeof loader>();
  return (
    <>
      <section className="part">
        <h2>{t("invitedNewTitle")}</h2>
        <Form method="post" className="form">
          <TextInput
            id="name"
            name="name"
            label={t("invitedName")}
            autoComplete="name"
            maxLength={200}
            required
            withAsterisk={false}
          />
          <NewPasswordField id="next" />
          <Button type="submit">{t("invitedSubmit")}</Button>
        </Form>
        <div className="buttons">
          {providers.map(({ id, label }) => (
            <Button
              key={id}
              component="a"
              variant="outline"
              href={`${paths.goToProvider(id)}?${new URLSearchParams({ invitation: secret, language, next: href(paths.desk) })}`}
            >
              {t("invitedWith", { provider: label })}
            </Button>
          ))}
        </div>
      </section>
      <section className="part" id="known">
        <h2>{t("invitedKnownTitle")}</h2>
        <p className="under">{t("invitedKnown")}</p>
        <Button component="a" variant="outline" href={`${href(paths.signIn)}?${new URLSearchParams({ next: here })}`}>
          {t("submit")}
        </Button>
      </section>
    </>
  );
}

function AcceptAsSelf({ name }: { readonly name: string }) {
  const t = useText(accessWords);
  return (
    <Form method="post" className="form" id="known">
      <Button type="submit" name="intent" value="self">
        {t("invitedSelf", { name })}
      </Button>
    </Form>
  );
}
