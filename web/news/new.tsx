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
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { type FormAgain, searchAgain, submitPublication } from "./offer.ts";
import { fieldOf } from "./parts/field-of.ts";
import { offerOf, PublicationFields } from "./parts/publication-fields.tsx";
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
  if (form.get("intent") === "find") return searchAgain(doors, form, "");
  const given = readPublicationInput(form);
  const { done, again } = await submitPublication(doors, form, (ctx) => doors.news.draftPublication(ctx, given));
  return again ?? redirect(inLanguage(paths.newsroomItem(done), doors.language));
}

export default function NewPublication() {
  const { choices } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const refused = again?.refused;
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
        errors={refused?.code ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form" key={again ? JSON.stringify(again) : "new"}>
        <PublicationFields choices={choices} offered={again?.offered ?? offerOf()} refused={refused} />
        <Button type="submit" name="intent" value="draft" loading={busy}>
          {t("save")}
        </Button>
      </Form>
    </div>
  );
}
