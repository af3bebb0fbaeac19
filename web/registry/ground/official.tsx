import { Button } from "@mantine/core";
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
import { OfficialFields, officialFieldOf } from "./official-fields.tsx";
import { groundWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return answer(doors, (ctx) => doors.registry.getOfficial(ctx, args.params.id ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const fields = readTyped(form);
  const given = { id: args.params.id ?? "", version: Number(fields.version), fields };
  const { refused } = await runFor(doors, form, (ctx) => doors.registry.changeOfficial(ctx, given));
  return refused ?? redirect(inLanguage(paths.officials, doors.language));
}

/** Mends the record of an official or a deputy, or ends their term. */
export default function OfficialForm() {
  const official = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(groundWords);
  const isStale = refused?.code === "official-changed";
  const { kind, name, office, since, until, version } = official;
  const stored = { kind, name, office, since, until: until ?? "" };
  return (
    <div className="narrow wider">
      <title>{name}</title>
      <Crumbs
        above={[
          { path: paths.registry, text: t("register") },
          { path: paths.officials, text: t("officials") },
        ]}
        here={name}
      />
      <h1>{name}</h1>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: officialFieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Form method="post" className="form" key={`${version} ${refused?.code}`}>
        <input type="hidden" name="version" value={version} />
        <OfficialFields values={refused && !isStale ? refused.typed : stored} />
        <Button type="submit">{t("save")}</Button>
      </Form>
    </div>
  );
}
