import { NativeSelect } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useText } from "../../ui/text.ts";
import { BodyTable } from "./parts/body-table.tsx";
import { SeatYearsTable } from "./parts/years-table.tsx";
import { bodyWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  await answer(doors, async (ctx) => doors.access.requirePermission(ctx, "act.read"));
  const rows = await answer(doors, (ctx) => doors.bodies.listBodies(ctx));
  const years = await answer(doors, (ctx) => doors.bodies.listSeatYears(ctx));
  const plan = await answer(doors, (ctx) => doors.acts.getPlanChoice(ctx, "seats"));
  return { rows, years, plan, mayKeep: doors.may("body.keep"), mayPlan: doors.may("revision.rule") };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const given = { purpose: "seats" as const, activityId: readTyped(form).activityId ?? "" };
  const { refused } = await submitForm(doors, form, (ctx) => doors.acts.choosePlan(ctx, given));
  return refused ?? redirect(inLanguage(paths.registryBodies, doors.language));
}

/** Bodies and the share of their seats, for those who keep them. */
export default function BodyList() {
  const { rows, years, plan, mayKeep, mayPlan } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(bodyWords);
  const href = useHref();
  const title =
    rows.length === 0
      ? t("none")
      : t("title", { count: rows.filter(({ heldByAssociations }) => heldByAssociations > 0).length });
  const chosen = plan.activities.find(({ id }) => id === plan.chosen)?.name;
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("bodies")} />
      <h1>{title}</h1>
      <p className="under">{rows.length === 0 ? t("noneNext") : t("under")}</p>
      {mayKeep && (
        <p className="links main-action">
          <a href={href(paths.newBody)}>{t("newBody")}</a>
        </p>
      )}
      {rows.length > 0 && <BodyTable rows={rows} pathOf={paths.registryBody} showsWarnings />}
      <section className="part">
        <h2>{t("years")}</h2>
        <p className="measure soft">{t("yearsUnder")}</p>
        <p className="measure soft">{t("planHint", { name: chosen ?? t("planNone") })}</p>
        {mayPlan && plan.activities.length > 0 && (
          <FoldForm intent="plan" summary={t("planSubmit")} submit={t("planSubmit")} refused={refused}>
            <NativeSelect
              name="activityId"
              label={t("planChoice")}
              data={plan.activities.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={plan.chosen ?? ""}
            />
          </FoldForm>
        )}
        <SeatYearsTable years={years} pathOf={paths.registryBody} />
        <p className="links">
          <span className="soft">{t("files")}</span>
          <a href={href(paths.bodiesFile("xlsx"))}>XLSX</a>
          <a href={href(paths.bodiesFile("csv"))}>CSV</a>
        </p>
      </section>
    </>
  );
}
