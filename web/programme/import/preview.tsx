import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useActionData,
  useLoaderData,
} from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { appWords } from "../../app/words.ts";
import { formatInstant } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { formatBytes } from "../../ui/format.ts";
import { languageOf, useLanguage } from "../../ui/language.ts";
import { makeText, useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";
import { Decision } from "./decision.tsx";
import { Match } from "./match.tsx";
import { readChoices } from "./match-choices.ts";
import { describeMatch } from "./match-data.ts";
import { describePreview, type PreviewLoaded, type PreviewRefused } from "./preview-data.ts";
import { PreviewPart } from "./preview-part.tsx";
import { Questions, readAnswers } from "./questions.tsx";

export async function loader(args: LoaderFunctionArgs): Promise<PreviewLoaded> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const reading = await answer(doors, (ctx) => doors.programme.getReading(ctx, args.params.id ?? ""));
  const { searchParams, pathname } = new URL(args.request.url);
  const asked = { tab: searchParams.get("part"), only: searchParams.get("show") === "findings" };
  const { fileName, fileBytes, readAt, readBy, state, version, wouldBe, questions } = reading;
  const preview = describePreview(reading, asked, makeText(programmeWords, languageOf(pathname)));
  const proposal =
    state === "open" ? await answer(doors, (ctx) => doors.programme.proposeCarry(ctx, reading.id)) : null;
  const match = proposal && describeMatch(proposal);
  const older = proposal?.older?.sentence ?? null;
  return {
    id: reading.id,
    fileName,
    fileBytes,
    readAt,
    readBy,
    state,
    version,
    wouldBe,
    questions,
    preview,
    match,
    older,
  };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const language = languageOf(new URL(args.request.url).pathname);
  const [id, version] = [args.params.id ?? "", Number(form.get("version"))];
  const basis = String(form.get("basis") ?? "");
  try {
    if (form.get("intent") === "discard") {
      await doors.run((ctx) => doors.programme.discardReading(ctx, { id, version }));
      return redirect(inLanguage(paths.desk, language));
    }
    if (form.get("intent") === "answer") {
      const answers = readAnswers(form);
      const { bytes, hints } = await doors.run((ctx) => doors.programme.keepAnswers(ctx, { id, version, answers }));
      const reading = await doors.readDocument(bytes, hints);
      await doors.run((ctx) => doors.programme.saveRereading(ctx, { id, version, reading }));
      return redirect(inLanguage(paths.reading(id), language));
    }
    const acceptErrors = form.get("acceptErrors") === "on";
    const acceptOlder = form.get("acceptOlder") === "on";
    const edition = await doors.run(async (ctx) => {
      const chosen = readChoices(form, await doors.programme.proposeCarry(ctx, id));
      return doors.programme.approveReading(ctx, id, { version, basis, acceptErrors, acceptOlder, ...chosen });
    });
    return redirectDocument(inLanguage(paths.edition(edition.slug, edition.number), language));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ code: explained.code, sentence: explained.sentence, basis }, { status: explained.status });
  }
}

/** The document as it was read, with its findings beside their places, and the decision about it. */
export default function Preview() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<PreviewRefused>();
  const t = useText(programmeWords);
  const app = useText(appWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const title = usePreviewTitle(loaded);
  const size = formatBytes(loaded.fileBytes, language);
  const field = refused?.code === "reading-has-errors" ? "acceptErrors" : "basis";
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.desk, text: app("desk") },
          { path: paths.import, text: app("import") },
        ]}
        here={loaded.fileName}
      />
      <h1>{title}</h1>
      <p className="under">
        {t("previewFile", {
          name: loaded.fileName,
          size,
          instant: formatInstant(loaded.readAt, timeZone, language),
          who: loaded.readBy,
        })}{" "}
        <PreviewContent counts={loaded.preview.content} />
      </p>
      <ErrorSummary title={t("decisionProblem")} errors={refused ? [{ field, sentence: refused.sentence }] : []} />
      <Decision loaded={loaded} refused={refused} />
      {loaded.state === "open" && <Questions questions={loaded.questions} version={loaded.version} />}
      {loaded.match && <Match match={loaded.match} changes={paths.readingChanges(loaded.id)} />}
      <PreviewPart preview={loaded.preview} />
    </>
  );
}

function PreviewContent({ counts }: { readonly counts: PreviewLoaded["preview"]["content"] }) {
  const t = useText(programmeWords);
  const { sections, indicators, activities } = counts;
  return t("previewContent", {
    sections: t("sectionsCount", { count: sections }),
    indicators: t("indicatorsCount", { count: indicators }),
    activities: t("activitiesCount", { count: activities }),
  });
}

function usePreviewTitle({ preview }: PreviewLoaded): string {
  const t = useText(programmeWords);
  const { error } = preview.counts;
  if (preview.notUnderstood > 0) return t("previewTitle_unread", { count: preview.notUnderstood });
  return error === 0 ? t("previewTitle_clean") : t("previewTitle_errors", { errors: t("error", { count: error }) });
}
