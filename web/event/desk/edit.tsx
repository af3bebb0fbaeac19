import { Button, Radio } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
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
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { act, readText } from "../parts/act.ts";
import { eventWords } from "../words.ts";
import { EventFields } from "./fields.tsx";
import { readEventInput } from "./read-form.ts";
import { fieldOf, valuesOf, valuesTyped } from "./values.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const event = await answer(doors, (ctx) => doors.events.openEvent(ctx, args.params.id ?? ""));
  const choices = await answer(doors, (ctx) => doors.events.listEventChoices(ctx));
  return { event, choices, timeZone: doors.municipality.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const input = readEventInput(form);
  const id = args.params.id ?? "";
  const scope = readText(form, "scope") === "following" ? "following" : "one";
  const version = Number(readText(form, "version"));
  const acted = await act(doors, form, () =>
    doors.run((ctx) => doors.events.changeEvent(ctx, { id, version, scope, input })),
  );
  if (acted.refused) {
    const { data: refused, init } = acted.refused;
    return data({ ...refused, hosts: [...(input.hosts ?? [])] }, init ?? undefined);
  }
  return redirect(inLanguage(paths.deskEvent(id), doors.language));
}

/** Changes an event; of a series, if wanted, all that follow. */
export default function EditEvent() {
  const { event, choices, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(eventWords);
  const busy = useNavigation().state === "submitting";
  const title = t("editTitle", { title: event.title });
  const values = refused ? valuesTyped(refused.typed, refused.hosts) : valuesOf(event);
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
      <Form method="post" className="form" key={refused ? JSON.stringify(refused.typed) : "saved"}>
        {/* After a stale save the form is of the version that stands there now: the next save is meant. */}
        <input type="hidden" name="version" value={event.version} />
        <EventFields choices={choices} values={values} timeZone={timeZone} />
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
