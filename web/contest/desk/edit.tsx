import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import { termsShape } from "../../../src/contest/call/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { daysOf } from "../parts/dates.ts";
import { contestWords } from "../words.ts";
import { DateFields } from "./date-fields.tsx";
import { ListFields, SourceFields } from "./list-fields.tsx";
import { readTerms } from "./read-terms.ts";
import { callWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const call = await answer(doors, async (ctx) => {
    doors.access.requirePermission(ctx, "contest.keep");
    return doors.contests.getCall(ctx, id);
  });
  return { call, days: daysOf(call, doors.municipality.timeZone) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  const { refused } = await submitForm(doors, form, async (ctx) => {
    doors.access.requirePermission(ctx, "contest.keep");
    const was = await doors.contests.getCall(ctx, id);
    await doors.contests.editCall(ctx, {
      id,
      version: text("version"),
      contestId: was.contest.id,
      year: String(was.year),
      ...{ opensOn: text("opensOn"), opensTime: text("opensTime"), closesOn: text("closesOn") },
      ...{ closesTime: text("closesTime"), reviewUntil: text("reviewUntil") },
      isBlind: typed.isBlind === "yes",
      terms: readTerms(form, was.terms),
    });
  });
  return refused ?? redirect(inLanguage(paths.deskCall(id), doors.language));
}

/** The terms of a draft: what copying last year's left to change. */
export default function EditCall() {
  const { call, days } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(callWords);
  const words = useText(contestWords);
  const busy = useNavigation().state === "submitting";
  const title = t("editTitle", { name: call.contest.name, year: call.year });
  const href = useHref();
  return (
    <div className="narrow wider">
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.deskContests, text: t("title") },
          { path: paths.deskCall(call.id), text: String(call.year) },
        ]}
        here={t("edit")}
      />
      <h1>{title}</h1>
      <p className="under">{t("editLead")}</p>
      <p className="links">
        <a href={href(paths.editCriteria(call.id))}>{t("editCriteria")}</a>
      </p>
      <ErrorSummary title={words("problem")} errors={refused ? [{ field: "dates", sentence: refused.sentence }] : []} />
      <Form method="post" className="form">
        <input type="hidden" name="version" value={refused?.typed.version ?? call.version} />
        <h2 id="dates">{t("dates")}</h2>
        <DateFields filled={refused?.typed ?? days} />
        <TermFields typed={refused?.typed} />
        <Button type="submit" loading={busy}>
          {words("save")}
        </Button>
      </Form>
    </div>
  );
}

function TermFields({ typed }: { readonly typed: RefusedForm["typed"] | undefined }) {
  const { call } = useLoaderData<typeof loader>();
  const t = useText(callWords);
  const terms = termsShape.parse(call.terms);
  const { money } = call.terms.rules;
  const field = (
    name:
      | "tax"
      | "age"
      | "prizeFree"
      | "perAssociation"
      | "mostPerProject"
      | "ownLeast"
      | "quorum"
      | "appealWithin"
      | "appealAnswer",
    value: string,
  ) => <TextInput name={name} label={t(name)} defaultValue={typed?.[name] ?? value} />;
  const tick = (name: string, label: string, isOn: boolean) => (
    <Checkbox name={name} value="yes" label={label} defaultChecked={typed ? typed[name] === "yes" : isOn} />
  );
  return (
    <>
      <h2>{t("who")}</h2>
      {tick("legal-entity", t("legalEntity"), terms.applicants.includes("legal-entity"))}
      {tick("chair-person", t("chairPerson"), terms.applicants.includes("chair-person"))}
      {field("tax", String(terms.taxPercent))}
      {tick("mustBeActive", t("mustBeActive"), terms.mustBeActive)}
      {field("age", String(terms.leastAgeMonths ?? ""))}
      {field("prizeFree", String(terms.prizeFreeYears ?? ""))}
      {field("perAssociation", String(terms.applicationsPerAssociation))}
      {tick("isBlind", t("isBlind"), call.isBlind)}
      <ListFields terms={call.terms} typed={typed} />
      <h2>{t("money")}</h2>
      <SourceFields terms={call.terms} typed={typed} />
      {field("mostPerProject", money.mostPerProject ?? "")}
      <div className="row-of-fields">
        {field("ownLeast", money.ownContribution?.least ?? "")}
        <NativeSelect
          name="ownOf"
          label={t("ownOf")}
          defaultValue={typed?.ownOf ?? money.ownContribution?.of ?? "whole"}
          data={[
            { value: "whole", label: t("ownWhole") },
            { value: "requested", label: t("ownRequested") },
          ]}
        />
      </div>
      <h2>{t("regulations")}</h2>
      {field("quorum", `${terms.quorum.numerator}/${terms.quorum.denominator}`)}
      {field("appealWithin", String(terms.appeals.withinDays ?? ""))}
      {field("appealAnswer", String(terms.appeals.answerDays))}
      <Textarea
        name="regulations"
        label={t("regulations")}
        rows={8}
        maxLength={100_000}
        defaultValue={typed?.regulations ?? terms.regulations}
      />
    </>
  );
}
