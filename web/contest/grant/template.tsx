import { Button, Textarea } from "@mantine/core";
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
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { contestWords } from "../words.ts";
import { grantWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return answer(doors, async (ctx) => {
    doors.access.requirePermission(ctx, "agreement.keep");
    return doors.contests.readTemplate(ctx);
  });
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { version = "", body = "" } = readTyped(form);
  const { refused } = await submitForm(doors, form, (ctx) => doors.contests.saveTemplate(ctx, { version, body }));
  return refused ?? redirect(inLanguage(paths.grantTemplate, doors.language));
}

const NAMES = [
  ...["номер", "дата", "конкурс", "год", "проект", "тос", "получатель", "реквизиты", "сумма", "источники", "налог"],
  ...["решение", "отчёт до", "муниципалитет", "смета", "график"],
];

/** The municipality's own template of agreements. */
export default function Template() {
  const { version, body } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(grantWords);
  const words = useText(contestWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <title>{t("templateTitle")}</title>
      <Crumbs above={[{ path: paths.deskContests, text: words("contests") }]} here={t("templateLink")} />
      <h1>{t("templateTitle")}</h1>
      <p className="under">{t("templateUnder")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "body", sentence: refused.sentence }] : []} />
      <Form method="post" className="form">
        <input type="hidden" name="version" value={version} />
        <Textarea
          id="body"
          name="body"
          label={t("template")}
          description={t("templateNames", { names: NAMES.map((name) => `{{${name}}}`).join(", ") })}
          rows={28}
          defaultValue={refused?.typed.body ?? body}
        />
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </Form>
    </div>
  );
}
