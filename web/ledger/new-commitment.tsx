import { Button, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import { COMMITMENT_BASES } from "../../src/ledger/contract.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { type Refused, readEntryInput, readText, recordFor } from "./parts/act.ts";
import { EntryFields } from "./parts/entry-fields.tsx";
import { LineFields } from "./parts/line-fields.tsx";
import { loadForm } from "./parts/load-form.ts";
import { fieldOf, SumFields } from "./parts/sum-fields.tsx";
import { ledgerWords } from "./words.ts";

export const loader = (args: LoaderFunctionArgs) => loadForm(args);

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const line = {
    activityId: readText(form, "activityId"),
    year: readText(form, "year"),
    basisKind: readText(form, "basisKind"),
    payee: readText(form, "payee"),
  };
  const recorded = await recordFor(doors, form, (ctx) =>
    doors.ledger.commit(ctx, { ...readEntryInput(form), ...line }),
  );
  if (typeof recorded !== "string") return recorded;
  return redirect(inLanguage(paths.moneyEntry(recorded), doors.language));
}

/** «Обязательство»: what an agreement reserves of the limit. */
export default function NewCommitment() {
  const { activities, sources, today, formKey, proposed } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(ledgerWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <title>{t("commitmentTitle")}</title>
      <Crumbs above={[{ path: paths.money(), text: t("money") }]} here={t("commitmentTitle")} />
      <h1>{t("commitmentTitle")}</h1>
      <p className="under">{t("commitmentLead")}</p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form">
        <LineFields activities={activities} proposed={proposed} bases={COMMITMENT_BASES} refused={refused} />
        <TextInput
          id="payee"
          name="payee"
          label={t("payee")}
          maxLength={500}
          defaultValue={refused?.typed.payee ?? ""}
          error={refused && fieldOf(refused) === "payee" ? refused.sentence : undefined}
        />
        <SumFields sources={sources} refused={refused} hint={t("sumsHint")} />
        <EntryFields refused={refused} today={today} formKey={formKey} />
        <Button type="submit" loading={busy}>
          {t("record")}
        </Button>
      </Form>
    </div>
  );
}
