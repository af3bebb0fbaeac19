import { Button, NativeSelect, TextInput } from "@mantine/core";
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
import { act } from "../parts/act.ts";
import { eventWords } from "../words.ts";
import { EventFields } from "./fields.tsx";
import { readEventInput, readRecurrence } from "./read-form.ts";
import { fieldOf, NEW_EVENT, valuesTyped } from "./values.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const choices = await answer(doors, (ctx) => doors.events.listEventChoices(ctx));
  return { choices, timeZone: doors.municipality.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const input = readEventInput(form);
  const recurrence = readRecurrence(form);
  const acted = await act(doors, form, () =>
    doors.run((ctx) =>
      recurrence ? doors.events.planSeries(ctx, { input, recurrence }) : doors.events.planEvents(ctx, [input]),
    ),
  );
  if (acted.refused) {
    const { data: refused, init } = acted.refused;
    return data({ ...refused, hosts: [...(input.hosts ?? [])] }, init ?? undefined);
  }
  return redirect(inLanguage(paths.deskEvent(acted.done[0] ?? ""), doors.language));
}

/** Plans one event, or a series. */
export default function NewEvent() {
  const { choices, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(eventWords);
  const busy = useNavigation().state === "submitting";
  const values = refused ? valuesTyped(refused.typed, refused.hosts) : NEW_EVENT;
  return (
    <div className="narrow wider">
      <title>{t("newTitle")}</title>
      <Crumbs above={[{ path: paths.deskEvents(), text: t("events") }]} here={t("newTitle")} />
      <h1>{t("newTitle")}</h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form" key={refused ? JSON.stringify(refused.typed) : "new"}>
        <EventFields choices={choices} values={values} timeZone={timeZone} />
        <Repeat typed={refused?.typed ?? {}} />
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
