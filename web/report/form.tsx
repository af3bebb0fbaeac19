import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { FACTS, PLANS } from "../../src/indicator/method/contract.ts";
import { REPORT_KINDS, REPORT_PARTS } from "../../src/report/contract.ts";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { type RefusedForm, submitForm } from "../app/form.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { Periods } from "./parts/period-fields.tsx";
import { readReportForm } from "./read-form.ts";
import { reportWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  await answer(doors, async (ctx) => doors.access.requirePermission(ctx, "report.set"));
  return { view: await answer(doors, (ctx) => doors.reports.getForm(ctx, args.params.kind ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const kind = args.params.kind ?? "";
  const form = await args.request.formData();
  const version = String(form.get("version") ?? "");
  const given = { kind, version, form: readReportForm(form) };
  const { refused } = await submitForm(doors, form, (ctx) => doors.reports.setForm(ctx, given));
  return refused ?? redirect(inLanguage(paths.reports(), doors.language));
}

/** A report's settings: to whom, until when, with which parts, and what its figures take. */
export default function ReportFormPage() {
  const { view } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(reportWords);
  const kind = REPORT_KINDS.find((own) => own === view.kind) ?? "council";
  const title = t("setTitle", { kind: t(`kind-${kind}`) });
  const typed = refused?.typed;
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.reports(), text: t("reports") }]} here={t(`kind-${kind}`)} />
      <h1>{title}</h1>
      <p className="under">{t("setUnder")}</p>
      <ErrorSummary title={t("formProblem")} errors={refused ? [{ field: "title", sentence: refused.sentence }] : []} />
      <Form method="post" className="form narrow wider">
        <input type="hidden" name="version" value={view.version} />
        <Words typed={typed} />
        <Periods form={view.form} typed={typed} />
        <Parts typed={typed} />
        <Choices typed={typed} />
        <Button type="submit">{t("formSave")}</Button>
      </Form>
    </>
  );
}

interface Props {
  readonly typed: RefusedForm["typed"] | undefined;
}

function Words({ typed }: Props) {
  const { view } = useLoaderData<typeof loader>();
  const t = useText(reportWords);
  const { form } = view;
  const fields = [
    ["title", t("formTitle"), form.title, 300],
    ["recipient", t("formRecipient"), form.recipient, 300],
    ["basis", t("formBasis"), form.basis, 500],
    ["office", t("formOffice"), form.signatory.office, 200],
    ["name", t("formName"), form.signatory.name, 200],
  ] as const;
  return fields.map(([name, label, value, limit]) => (
    <TextInput key={name} id={name} name={name} label={label} defaultValue={typed?.[name] ?? value} maxLength={limit} />
  ));
}

function Parts({ typed }: Props) {
  const { view } = useLoaderData<typeof loader>();
  const t = useText(reportWords);
  return (
    <fieldset>
      <legend>{t("formParts")}</legend>
      {REPORT_PARTS.map((part) => (
        <Checkbox
          key={part}
          name={`part-${part}`}
          label={t(`part-${part}`)}
          defaultChecked={typed ? `part-${part}` in typed : view.form.parts.includes(part)}
        />
      ))}
    </fieldset>
  );
}

function Choices({ typed }: Props) {
  const { view } = useLoaderData<typeof loader>();
  const t = useText(reportWords);
  const { form, methods } = view;
  const plans = PLANS.filter((plan) => plan !== "budget-decision");
  const choices = [
    { value: "", label: t("noMethod") },
    ...methods.map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <>
      <TextInput
        id="deviation"
        name="deviation"
        label={t("formDeviation")}
        defaultValue={typed?.deviation ?? form.deviation.replace(".", ",")}
        inputMode="decimal"
        maxLength={6}
        maw="12rem"
      />
      <NativeSelect
        name="plan"
        label={t("formPlan")}
        data={plans.map((value) => ({ value, label: t(`plan-${value}`) }))}
        defaultValue={typed?.plan ?? form.plan}
      />
      <NativeSelect
        name="fact"
        label={t("formFact")}
        data={FACTS.map((value) => ({ value, label: t(`fact-${value}`) }))}
        defaultValue={typed?.fact ?? form.fact}
      />
      <fieldset>
        <legend>{t("formMethods")}</legend>
        {[0, 1, 2].map((at) => (
          <NativeSelect
            key={at}
            name="method"
            label={t("formMethod", { number: at + 1 })}
            data={choices}
            defaultValue={form.methods[at] ?? ""}
          />
        ))}
      </fieldset>
    </>
  );
}
