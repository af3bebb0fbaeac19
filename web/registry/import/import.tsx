import "../registry.css";
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
import type { ImportAnswers } from "../../../src/registry/exchange/views.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { makeText, useText } from "../../ui/text.ts";
import { readTyped } from "../parts/act.ts";
import { registryWords } from "../words.ts";
import { Preview } from "./preview.tsx";
import { readAnswers } from "./read-answers.ts";
import type { ShownPreview } from "./shown.ts";

export function loader(args: LoaderFunctionArgs) {
  requireSignedIn(doorsOf(args), args.request);
  return null;
}

const NO_ANSWERS: ImportAnswers = { columns: {}, cells: {}, rows: {}, addSettlements: false };

/** What the page shows after a step: the preview, or why there is none. */
interface Step {
  readonly sentence: string | null;
  readonly preview: ShownPreview | null;
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const typed = readTyped(form);
  const answers = typed.text === undefined ? NO_ANSWERS : readAnswers(typed);
  const look = async (text: string) => {
    const preview = await doors.run((ctx) => doors.registry.previewImport(ctx, { text, answers }));
    return { sentence: null, preview: { ...preview, answers } } satisfies Step;
  };
  let text: string | null = null;
  try {
    text = typed.text ?? (await readFile(doors, form));
    if (text === null) return data(sayStep(makeText(registryWords, doors.language)("importMissing")), { status: 422 });
    if (typed.intent !== "accept") return data(await look(text));
    const given = { text, answers };
    await doors.run((ctx) => doors.registry.acceptImport(ctx, given));
    return redirect(inLanguage(paths.registry, doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    // What came up since the preview is shown in it: nothing that was typed is lost.
    return data(text !== null && UNDECIDED.includes(code) ? await look(text) : sayStep(sentence), { status });
  }
}

const UNDECIDED: readonly string[] = ["import-errors", "import-questions"];

const sayStep = (sentence: string): Step => ({ sentence, preview: null });

async function readFile(doors: Doors, form: FormData): Promise<string | null> {
  const file = form.get("table");
  if (!(file instanceof File) || file.name === "") return null;
  return doors.registry.writeCsv(await doors.registry.readTable(new Uint8Array(await file.arrayBuffer())));
}

/** A table is chosen, looked at, mended, and taken in whole. */
export default function ImportPage() {
  const step = useActionData<typeof action>();
  const t = useText(registryWords);
  return (
    <>
      <title>{t("importTitle")}</title>
      <Crumbs above={[{ path: paths.registry, text: t("register") }]} here={t("importTitle")} />
      {step?.preview ? <Preview preview={step.preview} /> : <Upload sentence={step?.sentence ?? null} />}
    </>
  );
}

function Upload({ sentence }: { readonly sentence: string | null }) {
  const t = useText(registryWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <h1>{t("importTitle")}</h1>
      <p className="under">{t("importLead")}</p>
      <ErrorSummary title={t("importProblem")} errors={sentence ? [{ field: "table", sentence }] : []} />
      <Form method="post" encType="multipart/form-data" className="form">
        <div>
          <label htmlFor="table">{t("importFile")}</label>
          <p className="note" id="table-hint">
            {t("importHint")}
          </p>
          <input id="table" name="table" type="file" aria-describedby="table-hint" className="file" />
        </div>
        <Button type="submit" loading={busy}>
          {t("importRead")}
        </Button>
      </Form>
    </div>
  );
}
