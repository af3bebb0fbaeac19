import "./act.css";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import type { ToldAct } from "../../../src/programme/views-act.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { type Doors, doorsOf } from "../../app/doors.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { languageOf } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";
import { ActUpload, DraftFirst } from "./act-upload.tsx";
import { LeftByHand, Proposals } from "./proposals.tsx";
import { takeAct } from "./take-act.ts";

interface ReadFile {
  readonly hash: string;
  readonly name: string;
  readonly told: ToldAct;
}

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const slug = args.params.slug ?? "";
  const asked = new URL(args.request.url).searchParams;
  const [latest] = await answer(doors, (ctx) => doors.programme.listEditions(ctx, slug));
  const draft = await answer(doors, (ctx) => doors.programme.getDraft(ctx, slug));
  const common = { slug, edition: latest?.edition ?? 0, draft: draft && { id: draft.id, version: draft.version } };
  const hash = asked.get("file");
  if (!hash || !draft) return { ...common, act: null, refused: null };
  const name = (asked.get("name") ?? "").slice(0, 200);
  try {
    const bytes = await doors.run((ctx) => doors.programme.openAct(ctx, hash));
    const told = doors.programme.tellAct(await doors.readAct(bytes, draft.content), draft.content, doors.language);
    return { ...common, act: { hash, name, told } satisfies ReadFile, refused: null };
  } catch (error) {
    return { ...common, act: null, refused: explain(doors, error).sentence };
  }
}

function explain(doors: Doors, error: unknown) {
  const explained = doors.explain(error);
  if (!explained) throw error;
  return explained;
}

/** An act is uploaded, or what was ticked of it goes into the draft. */
export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { pathname, search } = new URL(args.request.url);
  const slug = args.params.slug ?? "";
  const form = await args.request.formData();
  const to = (path: string) => redirect(inLanguage(path, languageOf(pathname)));
  try {
    if (form.get("intent") === "open") {
      await doors.run((ctx) => doors.programme.openDraft(ctx, slug));
      return redirect(pathname.replace(/\.data$/, "") + search);
    }
    const file = form.get("document");
    if (file instanceof File) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { content } = await doors.run((ctx) => doors.programme.openDraft(ctx, slug));
      await doors.readAct(bytes, content);
      const hash = await doors.run((ctx) => doors.programme.keepAct(ctx, bytes));
      return to(paths.draftAct(slug, { file: hash, name: file.name }));
    }
    const taken = await takeAct(doors, slug, form);
    return to(`${paths.draft(slug)}?taken=${taken}`);
  } catch (error) {
    const { sentence, status } = explain(doors, error);
    return data({ sentence }, { status });
  }
}

/** An amending act becomes changes of the open draft: first read, then chosen, then made. */
export default function TakeIn() {
  const { slug, edition, draft, act, refused } = useLoaderData<typeof loader>();
  const answered = useActionData<{ sentence: string }>();
  const t = useText(programmeWords);
  const sentence = answered?.sentence ?? refused;
  const count = act?.told.proposals.length ?? 0;
  const title = act ? (count > 0 ? t("takeInRead", { count }) : t("takeInNothing")) : t("takeInTitle");
  return (
    <div className="act">
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.programme(slug), text: t("programme") },
          { path: paths.draft(slug), text: t("draft") },
        ]}
        here={t("takeIn")}
      />
      <h1>{title}</h1>
      <ErrorSummary title={t("takeInProblem")} errors={sentence ? [{ field: "document", sentence }] : []} />
      {!draft && <DraftFirst edition={edition} />}
      {draft && act && (
        <>
          {count > 0 && <Proposals {...{ slug, draft, act }} />}
          <LeftByHand {...act.told} />
        </>
      )}
      {draft && !act && <ActUpload />}
      {draft && act && count === 0 && <ActUpload />}
    </div>
  );
}
