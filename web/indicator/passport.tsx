import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { DIRECTIONS, LEVELS } from "../../src/indicator/method/contract.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { type RefusedForm, readTyped, submitForm } from "../app/form.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { oneLine } from "../ui/typography.ts";
import { Words } from "../ui/words.tsx";
import { WayFields } from "./parts/way-fields.tsx";
import { readComputation, readTicked, type Ticked, tickedBy } from "./read-passport.ts";
import { indicatorWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const line = { kind: args.params.kind ?? "", id: args.params.id ?? "" };
  return { form: await answer(doors, (ctx) => doors.indicators.getPassport(ctx, line)) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const line = { kind: args.params.kind ?? "", id: args.params.id ?? "" };
  const form = await args.request.formData();
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const words = {
    direction: text("direction"),
    level: text("level"),
    printed: text("printed"),
    reason: text("reason"),
  };
  const given = { line, version: text("version"), computation: readComputation(form), ...words };
  const { refused } = await submitForm(doors, form, (ctx) => doors.indicators.setPassport(ctx, given));
  if (refused) return data({ ...refused.data, ticked: readTicked(form) }, refused.init ?? {});
  return redirect(inLanguage(paths.actual(line.kind, line.id), doors.language));
}

/** How an indicator's actual is computed, and how an assessment takes it. */
export default function IndicatorPassport() {
  const { form } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm & { readonly ticked: Ticked }>();
  const t = useText(indicatorWords);
  const { line, passport } = form;
  const typed = refused?.typed ?? {};
  const choices = <Key extends string>(keys: readonly Key[], prefix: "direction" | "level") =>
    keys.map((key) => ({ value: key, label: t(`${prefix}-${key}` as "direction-more") }));
  return (
    <>
      <title>{t("passportTitle")}</title>
      <Crumbs
        above={[
          { path: paths.actuals(), text: t("indicators") },
          { path: paths.actual(line.kind, line.id), text: line.number ?? String(line.position) },
        ]}
        here={t("passportVersion")}
      />
      <h1>{t("passportTitle")}</h1>
      <p className="lead">
        <Words>{oneLine(line.name)}</Words>
      </p>
      <p className="under">{t("passportUnder")}</p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form narrow wider">
        <input type="hidden" name="version" value={passport?.version ?? 0} />
        <WayFields form={form} typed={typed} ticked={refused?.ticked ?? tickedBy(passport?.computation ?? null)} />
        <NativeSelect
          name="direction"
          label={t("direction")}
          data={choices(DIRECTIONS, "direction")}
          defaultValue={typed.direction ?? passport?.direction ?? "more"}
        />
        <NativeSelect
          name="level"
          label={t("level")}
          data={choices(LEVELS, "level")}
          defaultValue={typed.level ?? passport?.level ?? "objective"}
        />
        <Textarea
          name="printed"
          label={t("printed")}
          description={t("printedHint")}
          maxLength={2000}
          defaultValue={typed.printed ?? passport?.printed ?? ""}
        />
        <TextInput
          id="reason"
          name="reason"
          label={t("passportReason")}
          maxLength={1000}
          defaultValue={typed.reason ?? ""}
        />
        <Button type="submit">{t("savePassport")}</Button>
      </Form>
    </>
  );
}

const fieldOf = (code: string) => (code === "passport-reason" ? "reason" : "way");
