import "../act/act.css";
import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useNavigation,
} from "react-router";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { languageOf } from "../../ui/language.ts";
import { makeText, useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { shortTitle } from "../view/titles.ts";
import { programmeWords } from "../words.ts";

export function loader(args: LoaderFunctionArgs) {
  requireSignedIn(doorsOf(args), args.request);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const language = languageOf(new URL(args.request.url).pathname);
  const file = (await args.request.formData()).get("document");
  if (!(file instanceof File) || file.name === "") {
    return data({ sentence: makeText(programmeWords, language)("fileMissing"), act: null }, { status: 422 });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const hints = await doors.run((ctx) => doors.programme.loadHints(ctx));
    const reading = await doors.readDocument(bytes, hints);
    const { id } = await doors.run((ctx) => doors.programme.saveReading(ctx, { fileName: file.name, bytes, reading }));
    return redirect(inLanguage(paths.reading(id), language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const act = explained.code === "amending-act" ? await keepAct(doors, { bytes, name: file.name }) : null;
    return data({ sentence: explained.sentence, act }, { status: explained.status });
  }
}

/** An amending act is no programme, but a draft can take it in: it is kept, and the way goes on from here. */
async function keepAct(doors: Doors, { bytes, name }: { bytes: Uint8Array; name: string }) {
  const file = await doors.run((ctx) => doors.programme.keepAct(ctx, bytes));
  const programmes = await doors.run((ctx) => doors.programme.listProgrammes(ctx));
  return { file, name, programmes: programmes.map(({ slug, title }) => ({ slug, title })) };
}

/** A document is chosen and read; nothing is approved here. */
export default function Upload() {
  const t = useText(programmeWords);
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state === "submitting";
  const errors = refused ? [{ field: "document", sentence: refused.sentence }] : [];
  return (
    <div className="narrow wider">
      <title>{t("uploadTitle")}</title>
      <h1>{t("uploadTitle")}</h1>
      <p className="under">{t("uploadLead")}</p>
      <ErrorSummary title={t("uploadProblem")} errors={errors} />
      {refused?.act && <ActFound act={refused.act} />}
      <Form method="post" encType="multipart/form-data" className="form">
        <div>
          <label htmlFor="document">{t("uploadFile")}</label>
          <p className="note" id="document-hint">
            {t("uploadHint")}
          </p>
          <input id="document" name="document" type="file" aria-describedby="document-hint" required className="file" />
        </div>
        <Button type="submit" loading={busy}>
          {t("uploadSubmit")}
        </Button>
        {busy && (
          <p className="note" role="status">
            {t("uploadBusy")}
          </p>
        )}
      </Form>
      <section className="aside">
        <h2>{t("uploadNext")}</h2>
        <ul className="points">
          {(["uploadRead", "uploadCheck", "uploadApprove"] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function ActFound({ act }: { readonly act: Awaited<ReturnType<typeof keepAct>> }) {
  const t = useText(programmeWords);
  const href = useHref();
  const { file, name, programmes } = act;
  return (
    <section className="act-found">
      <h2>{t("importAct")}</h2>
      <p>{t("importActLead")}</p>
      <ul className="points">
        {programmes.map(({ slug, title }) => (
          <li key={slug}>
            <a href={href(paths.draftAct(slug, { file, name }))}>
              <Words>{shortTitle(title)}</Words>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
