import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { contestWords } from "../words.ts";
import { NextSteps } from "./next-steps.tsx";
import { JurorTable, ReviewTable } from "./tables.tsx";
import { juryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  return answer(doors, async (ctx) => {
    const { contests } = doors;
    const jury = await contests.getJury(ctx, id);
    const isOffice = jury.own === null;
    return {
      call: await contests.getCall(ctx, id),
      jury,
      reviews: await contests.listReviews(ctx, id),
      applications: isOffice && doors.may("application.read") ? await contests.listApplications(ctx, id) : [],
      obstacles: isOffice && doors.may("jury.read") ? await contests.listObstacles(ctx, id) : [],
      isReopened: isOffice && (await contests.listSittings(ctx, id)).some(({ state }) => state === "open"),
      toDeclare: isOffice ? [] : await contests.listToDeclare(ctx, id),
      keeps: isOffice && doors.may("jury.keep"),
      seesPeople: doors.may("person.read"),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const command = chooseCommand(doors, form, id);
  if (!command) throw data(null, { status: 400 });
  const { refused } = await submitForm<unknown>(doors, form, command);
  return refused ?? redirect(inLanguage(paths.callJury(id), doors.language));
}

function chooseCommand({ contests }: Doors, form: FormData, callId: string) {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const pair = { callId, jurorId: text("jurorId"), applicationId: text("applicationId"), basis: text("basis") };
  const commands: Readonly<Record<string, (ctx: Context<Tx>) => Promise<unknown>>> = {
    invite: (ctx) =>
      contests.inviteJuror(ctx, { callId, personId: text("personId"), isChair: text("isChair") === "yes" }),
    remove: (ctx) => contests.removeJuror(ctx, { callId, jurorId: text("jurorId"), basis: text("basis") }),
    recuse: (ctx) => contests.recuse(ctx, pair),
    assign: (ctx) =>
      contests.assignJurors(ctx, { callId, way: text("way"), perApplication: text("perApplication") || "1" }),
  };
  return Object.hasOwn(commands, text("intent")) ? commands[text("intent")] : undefined;
}

/** Who is on the jury, who reviews what and how far they are; a juror sees their own sheets. */
export default function Jury() {
  const { call, jury, reviews, keeps, seesPeople, obstacles } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(juryWords);
  const words = useText(contestWords);
  const href = useHref();
  const title = jury.jurors.length === 0 ? t("juryNone") : t("title");
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.deskContests, text: words("contests") },
          { path: paths.deskCall(call.id), text: String(call.year) },
        ]}
        here={t("title")}
      />
      <p className="kicker">
        <Words>{`${call.contest.name}, ${call.year}`}</Words>
      </p>
      <h1>{title}</h1>
      <p className="under">
        {jury.jurors.length === 0 ? t("juryNext") : t(call.marksAreOpen ? "marksOpen" : "marksHidden")}
      </p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: refused.intent, sentence: refused.sentence }] : []}
      />
      <NextSteps call={call} obstacles={obstacles} jurors={jury.jurors} here="jury" />
      {jury.own !== null && <Own refused={refused} />}
      {jury.own === null && jury.jurors.length > 0 && (
        <section className="part">
          <JurorTable jury={jury} />
        </section>
      )}
      {keeps && (
        <section className="part">
          {seesPeople && (
            <p className="links">
              <a href={href(paths.people)}>{t("people")}</a>
            </p>
          )}
          <Keeping refused={refused} />
        </section>
      )}
      {jury.own === null && reviews.length > 0 && (
        <section className="part">
          <h2>{t("progress")}</h2>
          <ReviewTable reviews={reviews} jury={jury} />
        </section>
      )}
    </>
  );
}

function Own({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { call, jury, reviews, toDeclare } = useLoaderData<typeof loader>();
  const t = useText(juryWords);
  const href = useHref();
  const own = reviews.filter(({ jurorId }) => jurorId === jury.own);
  return (
    <>
      <section className="part">
        <h2>{t("own")}</h2>
        {own.length === 0 && <p className="under">{t("ownNone")}</p>}
        <ul className="plain">
          {own.map(({ applicationId, number, title, isSubmitted }) => (
            <li key={applicationId} className="section">
              <a href={href(paths.markSheet(call.id, applicationId))}>
                № {number} <Words>{title}</Words>
              </a>{" "}
              — {t(isSubmitted ? "in" : "notIn")}
            </li>
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>{t("declare")}</h2>
        <FoldForm
          intent="recuse"
          summary={t("declareDo")}
          submit={t("declareDo")}
          hint={t("declareUnder")}
          refused={refused}
        >
          <input type="hidden" name="jurorId" value={jury.own ?? ""} />
          <NativeSelect
            name="applicationId"
            label={t("application")}
            data={toDeclare.map(({ applicationId, number, title, association, isRecused }) => ({
              value: applicationId,
              label: `№ ${number} ${title}${association ? `, ${association}` : ""}${isRecused ? ` — ${t("declared")}` : ""}`,
              disabled: isRecused,
            }))}
          />
          <Textarea name="basis" label={t("basis")} rows={2} maxLength={1000} />
        </FoldForm>
      </section>
    </>
  );
}

function Keeping({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { call, jury, applications, isReopened } = useLoaderData<typeof loader>();
  const t = useText(juryWords);
  const seated = jury.jurors.filter(({ isRemoved }) => !isRemoved).map(({ id, name }) => ({ value: id, label: name }));
  const given = applications.map(({ id, number, title }) => ({ value: id, label: `№ ${number ?? "—"} ${title}` }));
  const isOpen = call.state === "announced" || call.state === "review";
  if (!isOpen && !isReopened) return null;
  return (
    <>
      {isOpen && jury.candidates.length > 0 && (
        // The next one is asked for anew: a tick left over would make them the chair too.
        <FoldForm
          key={jury.jurors.length}
          intent="invite"
          summary={t("invite")}
          submit={t("invite")}
          refused={refused}
          isMain
        >
          <NativeSelect
            name="personId"
            label={t("person")}
            data={jury.candidates.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Checkbox name="isChair" value="yes" label={t("isChair")} />
        </FoldForm>
      )}
      {call.state === "review" && (
        <FoldForm intent="assign" summary={t("assign")} submit={t("assign")} hint={t("assignHint")} refused={refused}>
          <NativeSelect
            name="way"
            label={t("way")}
            data={(["everybody", "by-number", "by-balance"] as const).map((way) => ({
              value: way,
              label: t(`way-${way}`),
            }))}
          />
          <TextInput name="perApplication" label={t("perApplication")} inputMode="numeric" defaultValue="3" />
        </FoldForm>
      )}
      {seated.length > 0 && given.length > 0 && (
        <FoldForm intent="recuse" summary={t("recuse")} submit={t("recuse")} hint={t("recuseHint")} refused={refused}>
          <NativeSelect name="jurorId" label={t("juror")} data={seated} />
          <NativeSelect name="applicationId" label={t("application")} data={given} />
          <Textarea name="basis" label={t("basis")} rows={2} maxLength={1000} />
        </FoldForm>
      )}
      {seated.length > 0 && (
        <FoldForm intent="remove" summary={t("remove")} submit={t("remove")} hint={t("removeHint")} refused={refused}>
          <NativeSelect name="jurorId" label={t("juror")} data={seated} />
          <Textarea name="basis" label={t("basis")} rows={2} maxLength={1000} />
        </FoldForm>
      )}
    </>
  );
}
