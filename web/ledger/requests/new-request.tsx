import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { type Refused, sendFor } from "../parts/act.ts";
import { fieldOfRequest, readRequest } from "./read-form.ts";
import { RequestFields } from "./request-fields.tsx";
import { requestWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { activities } = await answer(doors, (ctx) => doors.ledger.listRequestChoices(ctx));
  return { activities, today: doors.today, formKey: crypto.randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const made = await sendFor(doors, form, (ctx) => doors.ledger.askPayment(ctx, readRequest(form)));
  if (typeof made !== "string") return made;
  return redirect(inLanguage(paths.request(made), doors.language));
}

/** «Заявка на оплату»: whom to pay, for what, by which document. */
export default function NewRequest() {
  const { activities, today, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(requestWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <title>{t("newTitle")}</title>
      <Crumbs above={[{ path: paths.requests(), text: t("title") }]} here={t("newTitle")} />
      <h1>{t("newTitle")}</h1>
      <p className="under">{t("newLead")}</p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOfRequest(refused), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form">
        <RequestFields activities={activities} filled={null} today={today} formKey={formKey} refused={refused} />
        <Button type="submit" loading={busy}>
          {t("send")}
        </Button>
      </Form>
    </div>
  );
}
