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
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { languageOf } from "../../ui/language.ts";
import { makeText, useText } from "../../ui/text.ts";
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
    return data({ sentence: makeText(programmeWords, language)("fileMissing") }, { status: 422 });
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const hints = await doors.run((ctx) => doors.programme.loadHints(ctx));
    const reading = await doors.readDocument(bytes, hints);
    const { id } = await doors.run((ctx) => doors.programme.saveReading(ctx, { fileName: file.name, bytes, reading }));
    return redirect(inLanguage(paths.reading(id), language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence }, { status: explained.status });
  }
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
