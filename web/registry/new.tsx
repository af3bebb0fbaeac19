import { Button, NativeSelect, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { readTyped, runFor } from "./parts/act.ts";
import { registryWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return { settlements: await doors.run((ctx) => doors.registry.listSettlements(ctx)) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { name = "", settlementId = "" } = readTyped(form);
  const { done, refused } = await runFor(doors, form, (ctx) =>
    doors.registry.enterAssociation(ctx, { name, settlementId }),
  );
  return refused ?? redirect(inLanguage(paths.associationCard(done), doors.language));
}

/** The least that an association begins with. */
export default function NewAssociation() {
  const { settlements } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(registryWords);
  const title = t("newTitle");
  return (
    <div className="narrow">
      <title>{title}</title>
      <Crumbs above={[{ path: paths.registry, text: t("register") }]} here={title} />
      <h1>{title}</h1>
      <p className="under">{t("newLead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "name", sentence: refused.sentence }] : []} />
      <Form method="post" className="form">
        <TextInput id="name" name="name" label={t("newName")} defaultValue={refused?.typed.name ?? ""} />
        <NativeSelect
          name="settlementId"
          label={t("settlement")}
          data={settlements.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={refused?.typed.settlementId ?? ""}
        />
        <Button type="submit">{t("enter")}</Button>
      </Form>
    </div>
  );
}
