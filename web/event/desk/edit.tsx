import { Button, Radio } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { sayZone } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { readText } from "../parts/act.ts";
import { eventWords } from "../words.ts";
import { actForm } from "./act-form.ts";
import { findChosen } from "./association-search.ts";
import { EventFields } from "./fields.tsx";
import { fieldOf, valuesOf, valuesTyped } from "./values.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const event = await answer(doors, (ctx) => doors.events.openEvent(ctx, args.params.id ?? ""));
  const choices = await answer(doors, (ctx) => doors.events.listEventChoices(ctx));
  // Where associations are looked for, the form knows by name those that the event has.
  const found = choices.searchesAssociations ? await findChosen(doors, valuesOf(event)) : {};
  return { event, choices, found, zone: sayZone(doors.municipality.timeZone, doors.today, doors.language) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const id = args.params.id ?? "";
  const scope = readText(form, "scope") === "following" ? "following" : "one";
  const version = Number(readText(form, "version"));
  const acted = await actForm(doors, form, (input) =>
    doors.run((ctx) => doors.events.changeEvent(ctx, { id, version, scope, input })),
  );
  if (acted.again) return acted.again;
  return redirect(inLanguage(paths.deskEvent(id), doors.language));
}

/** Changes an event; of a series, if wanted, all that follow. */
export default function EditEvent() {
  const { event, choices, found, zone } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const t = useText(eventWords);
  const busy = useNavigation().state === "submitting";
  const title = t("editTitle", { title: event.title });
  const values = again ? valuesTyped(again.typed, again.hosts) : valuesOf(event);
  const refused = again?.refused;
  return (
    <div className="narrow wider">
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.deskEvents(), text: t("events") },
          { path: paths.deskEvent(event.id), text: event.title },
        ]}
        here={t("edit")}
      />
      <h1>{title}</h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form" key={again ? JSON.stringify(again.typed) : "saved"}>
        {/* After a stale save the form is of the version that stands there now: the next save is meant. */}
        <input type="hidden" name="version" value={event.version} />
        <EventFields choices={choices} values={values} zone={zone} found={again?.found ?? found} />
        {event.rule && (
          <fieldset>
            <legend>{t("scope")}</legend>
            <Radio name="scope" value="one" label={t("scopeThis")} defaultChecked />
            <Radio name="scope" value="following" label={t("scopeFollowing")} />
          </fieldset>
        )}
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </Form>
    </div>
  );
}
