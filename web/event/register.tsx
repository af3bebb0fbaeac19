import { Button, Checkbox, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { paths } from "../app/paths.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { act, type Refused, readText } from "./parts/act.ts";
import { sayWhen } from "./parts/names.ts";
import { eventWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  const event = await answer(doors, (ctx) => doors.events.openPublicEvent(ctx, args.params.id ?? ""));
  const own = doors.actor.kind === "person" ? doors.actor.name : null;
  return { event, own };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  const form = await args.request.formData();
  const given = {
    eventId: args.params.id ?? "",
    name: readText(form, "name"),
    email: readText(form, "email"),
    places: readText(form, "places"),
    consent: form.has("consent"),
  };
  const acted = await act(doors, form, () => doors.run((ctx) => doors.events.register(ctx, given)));
  return acted.refused ?? { state: acted.done };
}

const FIELDS: Readonly<Record<string, string>> = {
  "registration-email": "email",
  "registration-consent": "consent",
  "registration-large": "places",
};

/** A resident says that they will come. */
export default function Register() {
  const { event, own } = useLoaderData<typeof loader>();
  const acted = useActionData<Refused | { readonly state: "letter" | "confirmed" | "waiting" }>();
  const refused = acted && "code" in acted ? acted : undefined;
  const state = acted && "state" in acted ? acted.state : undefined;
  const t = useText(eventWords);
  const language = useLanguage();
  const title = t("registerTitle", { title: event.title });
  const errors = refused ? [{ field: FIELDS[refused.code] ?? "name", sentence: refused.sentence }] : [];
  return (
    <div className="narrow">
      <title>{title}</title>
      <Crumbs above={[{ path: paths.event(event.id), text: event.title }]} here={t("registerLink")} />
      <h1>{title}</h1>
      <p className="under">
        {sayWhen(event, language)}. {event.places.join("; ")}
      </p>
      {state && (
        <p className="notice" role="status">
          {t(`done_${state}`)}
        </p>
      )}
      <ErrorSummary title={t("problem")} errors={errors} />
      {!state && (
        <Form method="post" className="form">
          <TextInput
            id="name"
            name="name"
            label={t("name")}
            defaultValue={refused?.typed.name ?? own ?? ""}
            autoComplete="name"
          />
          {own === null && (
            <TextInput
              id="email"
              name="email"
              type="email"
              label={t("email")}
              description={t("emailHint")}
              defaultValue={refused?.typed.email ?? ""}
              autoComplete="email"
            />
          )}
          <TextInput
            id="places"
            name="places"
            label={t("places")}
            defaultValue={refused?.typed.places ?? "1"}
            inputMode="numeric"
          />
          <Checkbox id="consent" name="consent" value="yes" label={t("consent")} description={t("consentHint")} />
          <Button type="submit">{t("register")}</Button>
        </Form>
      )}
    </div>
  );
}
