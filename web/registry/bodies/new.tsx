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
import { type RefusedForm, readTyped, submitForm } from "../../app/form.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { listActChoices, readBodyInput } from "./body-input.ts";
import { BodyFields } from "./parts/body-fields.tsx";
import { fieldOf } from "./parts/field-of.ts";
import { SizeFields } from "./parts/size-fields.tsx";
import { bodyWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  await answer(doors, async (ctx) => doors.access.requirePermission(ctx, "body.keep"));
  return { acts: await listActChoices(doors) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { seats = "", basis = "" } = readTyped(form);
  const { done, refused } = await submitForm(doors, form, (ctx) =>
    doors.bodies.enterBody(ctx, { ...readBodyInput(form), seats, basis }),
  );
  return refused ?? redirect(inLanguage(paths.registryBody(done), doors.language));
}

export default function NewBody() {
  const { acts } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(bodyWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <title>{t("newBody")}</title>
      <Crumbs above={[{ path: paths.registryBodies, text: t("bodies") }]} here={t("newBody")} />
      <h1>{t("newBody")}</h1>
      <p className="under">{t("newLead")}</p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form">
        <BodyFields acts={acts} refused={refused} />
        <SizeFields refused={refused} />
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </Form>
    </div>
  );
}
