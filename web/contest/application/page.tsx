import { type ActionFunctionArgs, data, redirect, useActionData, useLoaderData } from "react-router";
import { WRITABLE } from "../../../src/contest/application/contract.ts";
import { termsShape } from "../../../src/contest/call/contract.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { type RefusedForm, submitForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { MessagesLink } from "../../app/messages-link.tsx";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { Appeals } from "../appeal/part.tsx";
import { ApplicationMark } from "../parts/state.tsx";
import { contestWords } from "../words.ts";
import { Admission } from "./admission.tsx";
import { chooseApplicationCommand } from "./command.ts";
import { ApplicationForm } from "./form.tsx";
import type { loader } from "./load.ts";
import { Papers } from "./papers.tsx";
import { readApplication } from "./read-form.ts";
import { Reading } from "./reading.tsx";
import { sayFault } from "./say-fault.ts";
import { History, Standing } from "./standing.tsx";
import { SubmitPart } from "./submit-part.tsx";
import { applicationWords } from "./words.ts";

export { loader } from "./load.ts";

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const refusedSave = await saveBefore(doors, form, id);
  if (refusedSave) return refusedSave;
  const command = await chooseApplicationCommand(doors, form, id);
  if (!command) throw data(null, { status: 400 });
  const { refused } = await submitForm<unknown>(doors, form, command.run);
  if (refused?.data.code === "application-faults")
    return redirect(inLanguage(`${paths.application(id)}?check=1#check`, doors.language));
  return refused ?? redirect(inLanguage(paths.application(id) + command.at, doors.language));
}

/** What is submitted is what stands in the form: it is saved first, by itself, so that a refused submission loses nothing. */
async function saveBefore(doors: Doors, form: FormData, id: string) {
  if (form.get("intent") !== "submit" || !form.has("title")) return undefined;
  const given = { id, version: String(form.get("version") ?? ""), ...readApplication(form) };
  const { done, refused } = await submitForm(doors, form, (ctx) => doors.contests.saveApplication(ctx, given));
  // Pressed twice: it is submitted already, and gives the same receipt.
  if (refused) return refused.data.code === "application-closed" ? undefined : refused;
  form.set("version", String(done));
  return undefined;
}

/** An application: the form for who writes it, else as it reads; its admission for who checks it. */
export default function ApplicationPage() {
  const { application, call, writes, checklist, isChecked, isGranted } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(applicationWords);
  const words = useText(contestWords);
  const language = useLanguage();
  const href = useHref();
  const terms = termsShape.parse(call.terms);
  const isEdited = writes && WRITABLE.includes(application.state);
  const named = application.content.title || t("untitled");
  const faults = application.faults.map((fault) => ({
    field: fault.where,
    sentence: sayFault(fault, terms, language),
  }));
  return (
    <>
      <title>{named}</title>
      <Crumbs
        above={[
          { path: paths.deskContests, text: words("contests") },
          { path: paths.deskCall(call.id), text: String(call.year) },
        ]}
        here={application.number === null ? t("untitled") : `№ ${application.number}`}
      />
      <p className="kicker">
        <Words>{`${call.contest.name}, ${call.year}`}</Words>
      </p>
      <h1>
        <Words>{named}</Words>
      </h1>
      <p className="links">
        <ApplicationMark state={application.state} />
        {call.state === "decided" && isGranted && <a href={href(paths.grant(application.id))}>{t("grant")}</a>}
        {(writes || checklist) && <MessagesLink kind="contest-application" id={application.id} />}
        {application.applicant && <Words>{application.applicant.association}</Words>}
      </p>
      <Standing />
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: refused.intent, sentence: refused.sentence }] : isEdited && isChecked ? faults : []}
      />
      {isEdited ? (
        <>
          <ApplicationForm terms={terms} />
          <Papers terms={terms} isEdited />
          <SubmitPart faults={faults} />
        </>
      ) : (
        <>
          {checklist && <Admission lines={checklist} refused={refused} />}
          <Reading terms={terms} />
          <Papers terms={terms} isEdited={false} />
          {writes && <SubmitPart faults={[]} />}
        </>
      )}
      <Appeals refused={refused} />
      <History />
    </>
  );
}
