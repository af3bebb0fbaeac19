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
import { type RefusedForm, submitForm } from "../../app/form.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { ActFields } from "./parts/act-fields.tsx";
import { fieldOf } from "./parts/field-of.ts";
import { readActInput } from "./read-act-input.ts";
import { actWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  await answer(doors, async (ctx) => doors.access.requirePermission(ctx, "act.read"));
  return { settlements: await answer(doors, (ctx) => doors.registry.listSettlements(ctx)) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { done, refused } = await submitForm(doors, form, (ctx) => doors.acts.enterAct(ctx, readActInput(form)));
  return refused ?? redirect(inLanguage(paths.registryAct(done), doors.language));
}

export default function NewAct() {
  const { settlements } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(actWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <title>{t("newAct")}</title>
      <Crumbs above={[{ path: paths.registryActs, text: t("acts") }]} here={t("newAct")} />
      <h1>{t("newAct")}</h1>
      <p className="under">{t("newLead")}</p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form">
        <ActFields settlements={settlements} refused={refused} />
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </Form>
    </div>
  );
}
