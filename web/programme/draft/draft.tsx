import "./draft.css";
import { Button } from "@mantine/core";
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { may } from "../../../src/access/permissions.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { appWords } from "../../app/words.ts";
import { formatInstant } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { languageOf, useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { shortTitle } from "../view/titles.ts";
import { programmeWords } from "../words.ts";
import { DraftWork } from "./work.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const slug = args.params.slug ?? "";
  return answer(doors, async (ctx) => {
    const draft = await doors.programme.getDraft(ctx, slug);
    const [latest] = await doors.programme.listEditions(ctx, slug);
    const mayEdit = may(doors.actor, "programme.draft");
    return { slug, draft, title: latest?.title ?? "", edition: latest?.edition ?? 0, mayEdit };
  });
}

/** A draft is opened, put aside, moved onto another edition or sent to be approved; its changes go by their own address. */
export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const language = languageOf(new URL(args.request.url).pathname);
  const slug = args.params.slug ?? "";
  const form = await args.request.formData();
  const id = String(form.get("id") ?? "");
  const here = inLanguage(paths.draft(slug), language);
  try {
    switch (form.get("intent")) {
      case "open":
        await doors.run((ctx) => doors.programme.openDraft(ctx, slug));
        return redirect(here);
      case "discard":
        await doors.run((ctx) => doors.programme.discardDraft(ctx, id));
        return redirect(inLanguage(paths.desk, language));
      case "rebase": {
        const { conflicts } = await doors.run((ctx) => doors.programme.rebaseDraft(ctx, id));
        return redirect(`${here}?aside=${conflicts.length}`);
      }
      default: {
        const version = Number(form.get("version"));
        const { readingId } = await doors.run((ctx) => doors.programme.submitDraft(ctx, { id, version }));
        return redirect(inLanguage(paths.reading(readingId), language));
      }
    }
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence }, { status: explained.status });
  }
}

/** The draft of the next edition: its grids, what does not agree in it, and what becomes of it. */
export default function DraftPage() {
  const { slug, draft, title: name, edition, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<{ sentence: string }>();
  const t = useText(programmeWords);
  const app = useText(appWords);
  const href = useHref();
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const title = draft ? t("draftTitle", { number: draft.inForce + 1 }) : t("draftNone");
  return (
    <div className="draft">
      <title>{title}</title>
      <Crumbs above={[{ path: paths.programme(slug), text: t("programme") }]} here={t("draft")} />
      <h1>{title}</h1>
      <p className="under">
        <Words>{shortTitle(name)}</Words>
      </p>
      <ErrorSummary
        title={t("draftProblem")}
        errors={refused ? [{ field: "submit", sentence: refused.sentence }] : []}
      />
      {draft ? (
        <>
          <p className="note">
            {t("draftUnder", {
              base: draft.base,
              who: draft.openedBy,
              instant: formatInstant(draft.openedAt, timeZone, language),
            })}{" "}
            {!mayEdit && t("draftReadOnly")}{" "}
            <a href={href(paths.thread("programme-draft", draft.id))}>{app("messages")}</a>
          </p>
          <DraftWork key={draft.id} draft={draft} readOnly={!mayEdit} />
        </>
      ) : (
        <Form method="post" className="form narrow">
          <p>{t("draftNoneLead", { number: edition })}</p>
          {mayEdit && (
            <Button type="submit" name="intent" value="open">
              {t("draftOpen")}
            </Button>
          )}
        </Form>
      )}
    </div>
  );
}
