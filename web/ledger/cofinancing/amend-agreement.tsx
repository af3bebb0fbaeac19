import { TextInput } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useText } from "../../ui/text.ts";
import { type Refused, readText, sendFor } from "../parts/act.ts";
import { ledgerWords } from "../words.ts";
import { AgreementForm } from "./agreement-form.tsx";
import { readTerms } from "./read-form.ts";
import { cofinancingWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const agreement = await answer(doors, (ctx) => doors.ledger.getAgreement(ctx, args.params.id ?? ""));
  const choices = await answer(doors, (ctx) => doors.ledger.listAgreementChoices(ctx));
  return { ...choices, agreement, today: doors.today, formKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const own = {
    agreementId: args.params.id ?? "",
    key: readText(form, "key"),
    version: Number(readText(form, "version")),
    document: readText(form, "document"),
    date: readText(form, "date"),
  };
  const made = await sendFor(doors, form, (ctx) => doors.ledger.amendAgreement(ctx, { ...own, ...readTerms(form) }));
  if (typeof made !== "string") return made;
  return redirect(inLanguage(paths.agreement(made), doors.language));
}

/** «Дополнительное соглашение»: the terms anew and whole. */
export default function AmendAgreement() {
  const { agreement, activities, years, today, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(cofinancingWords);
  const money = useText(ledgerWords);
  const typed = refused?.typed;
  return (
    <div className="narrow wider">
      <title>{t("amendTitle")}</title>
      <Crumbs
        above={[
          { path: paths.money(), text: money("money") },
          { path: paths.cofinancing, text: t("title") },
          { path: paths.agreement(agreement.id), text: `№ ${agreement.number}` },
        ]}
        here={t("amendTitle")}
      />
      <h1>{t("amendTitle")}</h1>
      <p className="under">{t("amendLead")}</p>
      <AgreementForm activities={activities} years={years} filled={agreement} refused={refused} formKey={formKey}>
        <input type="hidden" name="version" value={typed?.version ?? String(agreement.version)} />
        <TextInput
          id="document"
          name="document"
          label={t("document")}
          description={t("documentHint")}
          maxLength={1000}
          defaultValue={typed?.document ?? ""}
        />
        <TextInput
          id="date"
          name="date"
          type="date"
          label={t("from")}
          max={today}
          defaultValue={typed?.date ?? today}
        />
      </AgreementForm>
    </div>
  );
}
