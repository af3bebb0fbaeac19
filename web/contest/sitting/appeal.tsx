import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
  useSearchParams,
} from "react-router";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { juryWords } from "../jury/words.ts";
import { contestWords } from "../words.ts";
import { SittingFields } from "./fields.tsx";
import type { loader } from "./load.ts";

export { loader } from "./load.ts";

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const callId = args.params.id ?? "";
  const form = await args.request.formData();
  const { applicationId = "", receivedOn = "", essence = "", heldOn = "", agenda = "" } = readTyped(form);
  const present = form.getAll("present").filter((value) => typeof value === "string");
  const given = { callId, applicationId, receivedOn, essence, heldOn, agenda, present };
  const { refused } = await submitForm(doors, form, (ctx) => doors.contests.openAppeal(ctx, given));
  return refused ?? redirect(inLanguage(paths.callSitting(callId), doors.language));
}

/** An appeal against a decided sitting: what it is about, and the sitting that looks at it. */
export default function Appeal() {
  const { call, decided, open, keeps, jury } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(juryWords);
  const words = useText(contestWords);
  const href = useHref();
  const mayOpen = keeps && jury.own === null && decided !== undefined && open === undefined;
  return (
    <div className="narrow wider">
      <title>{t("appeal")}</title>
      <Crumbs
        above={[
          { path: paths.deskContests, text: words("contests") },
          { path: paths.deskCall(call.id), text: String(call.year) },
          { path: paths.callSitting(call.id), text: t("sittingTitle") },
        ]}
        here={t("appeal")}
      />
      <p className="kicker">
        <Words>{`${call.contest.name}, ${call.year}`}</Words>
      </p>
      <h1>{t("appeal")}</h1>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "appeal", sentence: refused.sentence }] : []} />
      {mayOpen ? (
        <AppealForm refused={refused} />
      ) : (
        <p className="under">
          {t(open ? "appealOpen" : "appealNot")} <a href={href(paths.callSitting(call.id))}>{t("sittingTitle")}</a>
        </p>
      )}
    </div>
  );
}

function AppealForm({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { applications, today } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const t = useText(juryWords);
  const busy = useNavigation().state === "submitting";
  const typed = refused?.typed;
  return (
    <>
      <ul className="points measure">
        {(["appealHolds", "appealMarks", "appealAgreed"] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <Form method="post" className="form" id="appeal">
        <NativeSelect
          name="applicationId"
          label={t("appealFrom")}
          defaultValue={typed?.applicationId ?? query.get("application") ?? ""}
          data={applications
            .filter(({ number }) => number !== null)
            .map(({ id, number, title, association }) => ({
              value: id,
              label: `№ ${number} «${title}»${association ? `, ${association}` : ""}`,
            }))}
        />
        <TextInput
          name="receivedOn"
          type="date"
          label={t("appealDay")}
          description={t("appealDayHint")}
          max={today}
          defaultValue={typed?.receivedOn ?? today}
        />
        <Textarea
          name="essence"
          label={t("appealEssence")}
          description={t("appealEssenceHint")}
          rows={3}
          maxLength={700}
          defaultValue={typed?.essence ?? ""}
        />
        <h2>{t("appealSitting")}</h2>
        <SittingFields refused={refused} />
        <Button type="submit" name="intent" value="appeal" loading={busy}>
          {t("appealDo")}
        </Button>
      </Form>
    </>
  );
}
