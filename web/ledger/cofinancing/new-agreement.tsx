import { NativeSelect, TextInput } from "@mantine/core";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { GRANTED_SOURCES } from "../../../src/ledger/cofinancing/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { type Refused, readText, sendFor } from "../parts/act.ts";
import { sourceHead } from "../parts/money.ts";
import { ledgerWords } from "../words.ts";
import { AgreementForm } from "./agreement-form.tsx";
import { readTerms } from "./read-form.ts";
import { cofinancingWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const choices = await answer(doors, (ctx) => doors.ledger.listAgreementChoices(ctx));
  return { ...choices, today: doors.today, formKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const own = {
    key: readText(form, "key"),
    number: readText(form, "number"),
    date: readText(form, "date"),
    source: readText(form, "source"),
  };
  const made = await sendFor(doors, form, (ctx) => doors.ledger.signAgreement(ctx, { ...own, ...readTerms(form) }));
  if (typeof made !== "string") return made;
  return redirect(inLanguage(paths.agreement(made), doors.language));
}

/** «Соглашение»: what the district and the region signed. */
export default function NewAgreement() {
  const { activities, years, today, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(cofinancingWords);
  const money = useText(ledgerWords);
  const language = useLanguage();
  const typed = refused?.typed;
  return (
    <div className="narrow wider">
      <title>{t("newTitle")}</title>
      <Crumbs
        above={[
          { path: paths.money(), text: money("money") },
          { path: paths.cofinancing, text: t("title") },
        ]}
        here={t("newTitle")}
      />
      <h1>{t("newTitle")}</h1>
      <p className="under">{t("newLead")}</p>
      <AgreementForm activities={activities} years={years} filled={null} refused={refused} formKey={formKey}>
        <TextInput id="number" name="number" label={t("number")} maxLength={100} defaultValue={typed?.number ?? ""} />
        <TextInput
          id="date"
          name="date"
          type="date"
          label={t("signedOn")}
          max={today}
          defaultValue={typed?.date ?? ""}
        />
        <NativeSelect
          id="source"
          name="source"
          label={t("source")}
          defaultValue={typed?.source ?? "regional"}
          data={GRANTED_SOURCES.map((source) => ({ value: source, label: sourceHead(source, language) }))}
        />
      </AgreementForm>
    </div>
  );
}
