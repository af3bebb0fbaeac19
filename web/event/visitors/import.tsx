import { Button, Checkbox } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { makeText, useText } from "../../ui/text.ts";
import { Preview, type ShownPreview } from "./preview.tsx";
import { readAnswers } from "./read-answers.ts";
import { visitorWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = new URL(args.request.url).searchParams.get("event");
  const event = id === null ? null : await answer(doors, (ctx) => doors.events.openEvent(ctx, id));
  return { event: event && { id: event.id, title: event.title } };
}

/** What the page shows after a step: the preview, or why there is none. */
interface Step {
  readonly sentence: string | null;
  readonly preview: ShownPreview | null;
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const answers = readAnswers(form);
  const look = async (text: string) => {
    const preview = await doors.run((ctx) => doors.events.visitors.preview(ctx, { text, answers }));
    return { sentence: null, preview: { ...preview, answers } } satisfies Step;
  };
  let text: string | null = null;
  try {
    text = await readTable(doors, form);
    if (text === null) return data(sayStep(makeText(visitorWords, doors.language)("missing")), { status: 422 });
    if (form.get("intent") !== "accept") return data(await look(text));
    return redirect(inLanguage(paths.visitorImport(await doors.importVisitors({ text, answers })), doors.language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    // What came up since the preview is shown in it: nothing that was typed is lost.
    return data(text !== null && UNDECIDED.includes(code) ? await look(text) : sayStep(sentence), { status });
  }
}

const UNDECIDED: readonly string[] = ["visitors-errors", "visitors-questions"];

const sayStep = (sentence: string): Step => ({ sentence, preview: null });

/** Of the file, or the text with which the preview answers. */
async function readTable(doors: Doors, form: FormData): Promise<string | null> {
  const text = form.get("text");
  if (typeof text === "string") return text;
  const file = form.get("table");
  if (!(file instanceof File) || file.name === "") return null;
  return doors.events.visitors.readFile(new Uint8Array(await file.arrayBuffer()));
}

/** A table of visitors is chosen, looked at, mended, and taken in whole. */
export default function ImportPage() {
  const { event } = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  const t = useText(visitorWords);
  const above = [
    { path: paths.deskEvents(), text: t("events") },
    ...(event ? [{ path: paths.deskEvent(event.id), text: event.title }] : []),
  ];
  return (
    <>
      <title>{t("title")}</title>
      <Crumbs above={above} here={t("title")} />
      {step?.preview ? <Preview preview={step.preview} /> : <Upload event={event} sentence={step?.sentence ?? null} />}
    </>
  );
}

interface UploadProps {
  readonly event: { readonly id: string; readonly title: string } | null;
  readonly sentence: string | null;
}

function Upload({ event, sentence }: UploadProps) {
  const t = useText(visitorWords);
  const busy = useNavigation().state === "submitting";
  return (
    <div className="narrow wider">
      <h1>{t("title")}</h1>
      <p className="under">{t("lead")}</p>
      <ErrorSummary title={t("problem")} errors={sentence ? [{ field: "table", sentence }] : []} />
      <Form method="post" encType="multipart/form-data" className="form">
        {event && <input type="hidden" name="event" value={event.id} />}
        <p>
          {event && <strong>{t("ofEvent", { title: event.title })} </strong>}
          <span className="note">{t(event ? "ofEventHint" : "noEventHint")}</span>
        </p>
        <div>
          <label htmlFor="table">{t("file")}</label>
          <p className="note" id="table-hint">
            {t("fileHint")}
          </p>
          <input id="table" name="table" type="file" aria-describedby="table-hint" className="file" />
        </div>
        <Checkbox name="haveSigned" value="yes" label={t("haveSigned")} />
        <Button type="submit" loading={busy}>
          {t("read")}
        </Button>
      </Form>
    </div>
  );
}
