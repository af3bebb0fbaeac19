import { Textarea } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { CALL_MOVES, type CallMove, canMoveCall, termsShape } from "../../../src/contest/call/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { FoldForm } from "../../app/fold-form.tsx";
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { MessagesLink } from "../../app/messages-link.tsx";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { CallFacts } from "../parts/call-facts.tsx";
import { CriteriaTable } from "../parts/criteria-table.tsx";
import { CallMark } from "../parts/state.tsx";
import { contestWords } from "../words.ts";
import { ApplicationTable } from "./application-table.tsx";
import { callWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const call = await answer(doors, (ctx) => doors.contests.getCall(ctx, id));
  const reads = doors.may("application.read");
  return {
    call,
    applications: reads ? await answer(doors, (ctx) => doors.contests.listApplications(ctx, id)) : [],
    rights: {
      reads,
      applies: doors.may("application.write"),
      talks: doors.may("contest.read"),
      keeps: doors.may("contest.keep"),
      jury: doors.may("jury.read") || doors.mayOver("review.write", [id]),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const { intent = "", version = "", reason = "" } = readTyped(form);
  const given = { id, version, move: intent, reason };
  const { refused } = await submitForm(doors, form, (ctx) => doors.contests.moveCall(ctx, given));
  return refused ?? redirect(inLanguage(paths.deskCall(id), doors.language));
}

/** One call for whoever works with it: its terms, its applications, what comes next. */
export default function Call() {
  const { call, applications, rights } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(callWords);
  const words = useText(contestWords);
  const href = useHref();
  const terms = termsShape.parse(call.terms);
  const title = t("one", { name: call.contest.name, year: call.year });
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.deskContests, text: t("title") }]} here={String(call.year)} />
      <h1>
        <Words>{title}</Words>
      </h1>
      <p className="links">
        <CallMark call={call} />
        {rights.keeps && call.state === "draft" && <a href={href(paths.editCall(call.id))}>{t("edit")}</a>}
        {rights.keeps && call.state === "draft" && <a href={href(paths.editCriteria(call.id))}>{t("editCriteria")}</a>}
        {rights.jury && <a href={href(paths.callJury(call.id))}>{t("jury")}</a>}
        {rights.jury && <a href={href(paths.callSitting(call.id))}>{t("sitting")}</a>}
        {call.state !== "draft" && <a href={href(paths.contest(call.id))}>{t("public")}</a>}
        {rights.applies && call.state === "announced" && <a href={href(paths.applyByFile(call.id))}>{t("byFile")}</a>}
        {rights.talks && <MessagesLink kind="contest-call" id={call.id} />}
      </p>
      <ErrorSummary
        title={words("problem")}
        errors={refused ? [{ field: refused.intent, sentence: refused.sentence }] : []}
      />
      {rights.reads && (
        <section className="part">
          <h2>{t("applications")}</h2>
          <ApplicationTable callId={call.id} rows={applications} />
        </section>
      )}
      {rights.keeps && <Moves refused={refused} />}
      <section className="part">
        <h2>{t("conditions")}</h2>
        <CallFacts call={call} terms={terms} />
      </section>
      <section className="part">
        <h2>{words("criteria")}</h2>
        <CriteriaTable rules={terms.rules} />
      </section>
      {terms.regulations !== "" && (
        <details className="fold">
          <summary>{words("regulations")}</summary>
          <p className="printed measure" lang="ru">
            {terms.regulations}
          </p>
        </details>
      )}
    </>
  );
}

function Moves({ refused }: { readonly refused: RefusedForm | undefined }) {
  const { call } = useLoaderData<typeof loader>();
  const t = useText(callWords);
  const words = useText(contestWords);
  const moves = (Object.keys(CALL_MOVES) as CallMove[]).filter((move) => canMoveCall(move, call.state));
  if (moves.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("moves")}</h2>
      {moves.map((move, at) => (
        <FoldForm
          key={move}
          intent={move}
          summary={t(`do_${move}`)}
          submit={t(`do_${move}`)}
          hint={t(`hint_${move}`)}
          refused={refused}
          isMain={at === 0}
        >
          <input type="hidden" name="version" value={call.version} />
          {CALL_MOVES[move].needsReason && (
            <Textarea
              name="reason"
              label={words("reason")}
              rows={2}
              maxLength={2000}
              defaultValue={refused?.typed.reason ?? ""}
            />
          )}
        </FoldForm>
      ))}
    </section>
  );
}
