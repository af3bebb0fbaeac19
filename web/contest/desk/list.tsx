import { NativeSelect, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { CONTEST_KINDS } from "../../../src/contest/call/contract.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { contestWords } from "../words.ts";
import { CallTable } from "./call-table.tsx";
import { DateFields } from "./date-fields.tsx";
import type { loader } from "./load-list.ts";
import { OwnPart } from "./own-part.tsx";
import { callWords } from "./words.ts";

export { loader } from "./load-list.ts";

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const days = {
    year: text("closesOn").slice(0, 4),
    ...{ opensOn: text("opensOn"), opensTime: text("opensTime"), closesOn: text("closesOn") },
    ...{ closesTime: text("closesTime"), reviewUntil: text("reviewUntil") },
  };
  const { intent } = typed;
  const { done, refused } = await submitForm(doors, form, async (ctx) => {
    if (intent === "add") {
      const given = { kind: text("kind"), name: text("name"), activityId: text("activityId") };
      await doors.contests.addContest(ctx, given);
      return paths.deskContests;
    }
    if (intent === "start")
      return paths.deskCall(await doors.contests.startCall(ctx, { ...days, contestId: text("contestId") }));
    const begun = { callId: text("callId"), associationId: text("associationId"), kind: text("applicant") };
    return paths.application(await doors.contests.beginApplication(ctx, begun));
  });
  return refused ?? redirect(inLanguage(done, doors.language));
}

/** Contests with their calls: to keep them, to apply, to sit on a jury. */
export default function Contests() {
  const { calls, keeps, contests, activities } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(callWords);
  const words = useText(contestWords);
  const href = useHref();
  const title = calls.length === 0 && contests.length === 0 ? t("none") : t("title");
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[]} here={t("title")} />
      <h1>{title}</h1>
      <p className="under">{calls.length > 0 ? t("under") : keeps ? t("noneUnder") : t("noneOpen")}</p>
      <ErrorSummary
        title={words("problem")}
        errors={refused ? [{ field: refused.intent, sentence: refused.sentence }] : []}
      />
      <OwnPart />
      {calls.length > 0 && <CallTable calls={calls} />}
      {keeps && (
        <section className="part">
          <p className="links">
            <a href={href(paths.grantTemplate)}>{t("template")}</a>
          </p>
          {contests.length > 0 && (
            <FoldForm
              intent="start"
              summary={t("startCall")}
              submit={t("start")}
              hint={t("startHint")}
              refused={refused}
              isMain
            >
              <NativeSelect
                name="contestId"
                label={t("contest")}
                data={contests.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <DateFields filled={refused?.intent === "start" ? refused.typed : {}} />
            </FoldForm>
          )}
          <FoldForm intent="add" summary={t("addContest")} submit={t("addContest")} refused={refused}>
            <TextInput name="name" label={t("name")} maxLength={300} defaultValue={refused?.typed.name ?? ""} />
            <NativeSelect
              name="kind"
              label={t("kind")}
              data={CONTEST_KINDS.map((kind) => ({ value: kind, label: words(`kind-${kind}`) }))}
            />
            <NativeSelect
              name="activityId"
              label={t("activity")}
              data={[
                { value: "", label: t("noActivity") },
                ...activities.map(({ id, name, position }) => ({ value: id, label: `${position}. ${name}` })),
              ]}
            />
          </FoldForm>
        </section>
      )}
    </>
  );
}
