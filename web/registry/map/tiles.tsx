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
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import { explainRefused, type Refused, readText } from "./parts/act.ts";
import { mapWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return answer(doors, async (ctx) => {
    doors.access.requirePermission(ctx, "map.set-tiles");
    return doors.boundaries.getMapTiles(ctx);
  });
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const given = {
    url: readText(form, "url"),
    credit: readText(form, "credit"),
    version: Number(readText(form, "version")),
  };
  try {
    await doors.run((ctx) => doors.boundaries.setMapTiles(ctx, given));
    return redirect(inLanguage(paths.mapTiles, doors.language));
  } catch (error) {
    return explainRefused(doors, error, form);
  }
}

/** Where the ground of the editor's map comes from; by default from nowhere. */
export default function Tiles() {
  const { tiles, version } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(mapWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <title>{t("tilesTitle")}</title>
      <Crumbs above={[{ path: paths.boundaries, text: t("boundaries") }]} here={t("tilesTitle")} />
      <h1>{t("tilesTitle")}</h1>
      <p className="under">{t("tilesLead")}</p>
      <ErrorSummary title={t("problem")} errors={refused ? [{ field: "url", sentence: refused.sentence }] : []} />
      <Form method="post" className="form" key={version}>
        <input type="hidden" name="version" value={version} />
        <TextInput
          id="url"
          name="url"
          label={t("tilesUrl")}
          description={t("tilesUrlHint")}
          maxLength={500}
          defaultValue={refused?.typed.url ?? tiles?.url ?? ""}
        />
        <TextInput
          id="credit"
          name="credit"
          label={t("tilesCredit")}
          description={t("tilesCreditHint")}
          maxLength={300}
          defaultValue={refused?.typed.credit ?? tiles?.credit ?? ""}
        />
        <Button type="submit" loading={busy}>
          {t("save")}
        </Button>
      </Form>
    </div>
  );
}
