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
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { type RefusedForm, submitForm } from "../app/form.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { fieldOf } from "./parts/field-of.ts";
import { PublicationFields } from "./parts/publication-fields.tsx";
import { readPublicationInput } from "./read-input.ts";
import { newsWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return { choices: await answer(doors, (ctx) => doors.news.listNewsChoices(ctx)) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const given = readPublicationInput(form);
  const { done, refused } = await submitForm(doors, form, (ctx) => doors.news.draftPublication(ctx, given));
  return refused ?? redirect(inLanguage(paths.newsroomItem(done), doors.language));
}

export default function NewPublication() {
  const { choices } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(newsWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <title>{t("newPublication")}</title>
      <Crumbs above={[{ path: paths.newsroom, text: t("publications") }]} here={t("newPublication")} />
      <h1>{t("newPublication")}</h1>
      <p className="under">{t("newLead")}</p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form">
        <PublicationFields choices={choices} refused={refused} />
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </Form>
    </div>
  );
}
