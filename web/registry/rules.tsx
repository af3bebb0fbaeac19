import { Button, NativeSelect, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { FOUNDING_FORMS } from "../../src/registry/record/fields.data.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { formatDate } from "../ui/dates.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { FigureTable } from "../ui/figure-table.tsx";
import { useLanguage } from "../ui/language.ts";
import { useText } from "../ui/text.ts";
import { readTyped, runFor } from "./parts/act.ts";
import { choiceName } from "./parts/value.tsx";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const rules = await doors.run((ctx) => doors.registry.listQuorumRules(ctx));
  return { rules, mayRule: doors.may("registry.rule") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { refused } = await runFor(doors, form, (ctx) => doors.registry.addQuorumRule(ctx, readTyped(form)));
  return refused ?? redirect(inLanguage(paths.quorumRules, doors.language));
}

/** «Правила кворума»: law's and the municipality's own, with the days from which they hold. */
export default function Rules() {
  const { rules, mayRule } = useLoaderData<typeof loader>();
  const t = useText(registryWords);
  const language = useLanguage();
  return (
    <>
      <title>{t("rulesTitle")}</title>
      <Crumbs above={[{ path: paths.registry, text: t("register") }]} here={t("rulesTitle")} />
      <h1>{t("rulesTitle")}</h1>
      <p className="under">{t("rulesLead")}</p>
      <p className="notice">{t("rulesCheck")}</p>
      <FigureTable
        name={t("rulesTitle")}
        columns={[
          { key: "form", head: t("ruleForm") },
          { key: "from", head: t("ruleFrom"), label: t("ruleFrom") },
          { key: "share", head: t("ruleShare"), label: t("ruleShare"), number: true },
          { key: "law", head: t("ruleLaw"), label: t("ruleLaw") },
          { key: "whose", head: t("ruleWhose"), label: t("ruleWhose") },
        ]}
        rows={rules.map((rule) => ({
          key: `${rule.form} ${rule.validFrom} ${rule.isOwn}`,
          cells: {
            form: choiceName(rule.form, language),
            from: formatDate(rule.validFrom, language),
            share: `${rule.numerator}/${rule.denominator}`,
            law: rule.law,
            whose: t(rule.isOwn ? "ruleOwn" : "ruleProgramme"),
          },
        }))}
      />
      {mayRule && <NewRule />}
    </>
  );
}

function NewRule() {
  const refused = useActionData<typeof action>();
  const t = useText(registryWords);
  const language = useLanguage();
  const filled = (name: string) => refused?.typed[name] ?? "";
  return (
    <section className="part narrow wider">
      <h2>{t("ruleAdd")}</h2>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "law", sentence: refused.sentence }] : []} />
      <Form method="post" className="form">
        <NativeSelect
          name="form"
          label={t("ruleForm")}
          data={FOUNDING_FORMS.map((form) => ({ value: form, label: choiceName(form, language) }))}
          defaultValue={filled("form")}
        />
        <TextInput name="validFrom" type="date" label={t("ruleFrom")} defaultValue={filled("validFrom")} />
        <TextInput name="numerator" inputMode="numeric" label={t("ruleNumerator")} defaultValue={filled("numerator")} />
        <TextInput
          name="denominator"
          inputMode="numeric"
          label={t("ruleDenominator")}
          defaultValue={filled("denominator")}
        />
        <TextInput id="law" name="law" label={t("ruleLaw")} defaultValue={filled("law")} />
        <Button type="submit">{t("ruleAdd")}</Button>
      </Form>
    </section>
  );
}
