import { Button, NativeSelect, TextInput } from "@mantine/core";
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
import { eventWords } from "../words.ts";
import { actForm } from "./act-form.ts";
import { EventFields } from "./fields.tsx";
import { readRecurrence } from "./read-form.ts";
import { fieldOf, NEW_EVENT, valuesTyped } from "./values.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const choices = await answer(doors, (ctx) => doors.events.listEventChoices(ctx));
  return { choices, zone: sayZone(doors.municipality.timeZone, doors.today, doors.language) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const recurrence = readRecurrence(form);
  const acted = await actForm(doors, form, (input) =>
    doors.run((ctx) =>
      recurrence ? doors.events.planSeries(ctx, { input, recurrence }) : doors.events.planEvents(ctx, [input]),
    ),
  );
  if (acted.again) return acted.again;
  return redirect(inLanguage(paths.deskEvent(acted.done?.[0] ?? ""), doors.language));
}

/** Plans one event, or a series. */
export default function NewEvent() {
  const { choices, zone } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const t = useText(eventWords);
  const busy = useNavigation().state === "submitting";
  const values = again ? valuesTyped(again.typed, again.hosts) : NEW_EVENT;
  const refused = again?.refused;
  return (
    <div className="narrow wider">
      <title>{t("newTitle")}</title>
      <Crumbs above={[{ path: paths.deskEvents(), text: t("events") }]} here={t("newTitle")} />
      <h1>{t("newTitle")}</h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form" key={again ? JSON.stringify(again.typed) : "new"}>
        <EventFields choices={choices} values={values} zone={zone} found={again?.found ?? {}} />
        <Repeat typed={again?.typed ?? {}} />
        <Button type="submit" loading={busy}>
          {t("plan")}
        </Button>
      </Form>
    </div>
  );
}

function Repeat({ typed }: { readonly typed: Readonly<Record<string, string>> }) {
  const t = useText(eventWords);
  const frequencies = (["no", "weekly", "monthly", "yearly"] as const).map((one) => ({
    value: one,
    label: t(`repeat_${one}`),
  }));
  const bys = (["date", "weekday", "last-weekday"] as const).map((one) => ({ value: one, label: t(`by_${one}`) }));
  return (
    <fieldset className="row-of-fields">
      <legend>{t("repeat")}</legend>
      <NativeSelect
        id="frequency"
        name="frequency"
        label={t("repeat")}
        data={frequencies}
        defaultValue={typed.frequency ?? "no"}
      />
      <TextInput name="interval" label={t("interval")} defaultValue={typed.interval ?? "1"} inputMode="numeric" />
      <NativeSelect name="by" label={t("by")} data={bys} defaultValue={typed.by ?? "date"} />
      <TextInput id="count" name="count" label={t("count")} defaultValue={typed.count ?? ""} inputMode="numeric" />
      <TextInput name="repeatUntil" type="date" label={t("untilDay")} defaultValue={typed.repeatUntil ?? ""} />
    </fieldset>
  );
}
