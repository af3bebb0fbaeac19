import { NativeSelect } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { fieldOf } from "./parts/field-of.ts";
import { Rule } from "./parts/rule.tsx";
import { actWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const rules = await answer(doors, (ctx) => doors.acts.listRules(ctx));
  const plan = await answer(doors, (ctx) => doors.acts.getPlanChoice(ctx, "acts"));
  return { rules, plan, mayChange: doors.may("revision.rule") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const { refused } = await submitForm(doors, form, (ctx) =>
    text("intent") === "plan"
      ? doors.acts.choosePlan(ctx, { purpose: "acts", activityId: text("activityId") })
      : doors.acts.changeRule(ctx, {
          key: text("key"),
          version: text("version"),
          adoptedBefore: text("adoptedBefore"),
          dueDate: text("dueDate"),
          holdsFrom: text("holdsFrom"),
          holdsUntil: text("holdsUntil"),
          subjects: form.getAll("subjects").map(String),
          source: text("source"),
          checked: text("checked") === "yes",
        }),
  );
  return refused ?? redirect(inLanguage(paths.revisionRules, doors.language));
}

/** By which laws the municipality's acts are revised, and which activity plans it. */
export default function Rules() {
  const { rules, plan, mayChange } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(actWords);
  const chosen = plan.activities.find(({ id }) => id === plan.chosen)?.name;
  return (
    <>
      <title>{t("rulesTitle")}</title>
      <Crumbs above={[{ path: paths.registryActs, text: t("acts") }]} here={t("rules")} />
      <h1>{t("rulesTitle")}</h1>
      <p className="under">{t("rulesUnder")}</p>
      <ErrorSummary
        title={t("ruleProblem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      {rules.map((one) => (
        <Rule key={one.rule.key} {...one} mayChange={mayChange} refused={refused} />
      ))}
      <section className="part">
        <h2>{t("planChoice")}</h2>
        <p className="measure">{t("planHint", { name: chosen ?? t("planNone") })}</p>
        {mayChange && plan.activities.length > 0 && (
          <FoldForm intent="plan" summary={t("planSubmit")} submit={t("planSubmit")} refused={refused}>
            <NativeSelect
              id="activityId"
              name="activityId"
              label={t("planChoice")}
              data={plan.activities.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={plan.chosen ?? ""}
            />
          </FoldForm>
        )}
      </section>
    </>
  );
}
