import { Button, TextInput } from "@mantine/core";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { readTyped, runFor } from "../parts/act.ts";
import { SettlementFields, settlementFieldOf } from "./settlement-fields.tsx";
import { groundWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return answer(doors, (ctx) => doors.registry.getKeptSettlement(ctx, args.params.id ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const { name = "", oktmo = "", endedOn = "", version = "" } = readTyped(form);
  const given = { id: args.params.id ?? "", name, oktmo, endedOn, version: Number(version) };
  const { refused } = await runFor(doors, form, (ctx) => doors.registry.changeSettlement(ctx, given));
  return refused ?? redirect(inLanguage(paths.settlements, doors.language));
}

/** Renames a settlement, or says when it ended. */
export default function SettlementForm() {
  const settlement = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(groundWords);
  const isStale = refused?.code === "settlement-changed";
  const stored = { name: settlement.name, oktmo: settlement.oktmo ?? "", endedOn: settlement.endedOn ?? "" };
  const values: Readonly<Record<string, string>> = refused && !isStale ? refused.typed : stored;
  return (
    <div className="narrow">
      <title>{settlement.name}</title>
      <Crumbs
        above={[
          { path: paths.registry, text: t("register") },
          { path: paths.settlements, text: t("settlements") },
        ]}
        here={settlement.name}
      />
      <h1>{settlement.name}</h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: settlementFieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form" key={`${settlement.version} ${refused?.code}`}>
        <input type="hidden" name="version" value={settlement.version} />
        <SettlementFields values={values} />
        <TextInput
          id="endedOn"
          name="endedOn"
          type="date"
          label={t("ended")}
          description={t("endedHint")}
          defaultValue={values.endedOn ?? ""}
        />
        <Button type="submit">{t("save")}</Button>
      </Form>
    </div>
  );
}
