import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useText } from "../../ui/text.ts";
import type { Refused } from "../parts/act.ts";
import { deskWords } from "../words.ts";
import { saveSaid } from "./save.ts";
import { Thread } from "./thread.tsx";

function threadOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  return { kind: args.params.kind ?? "", id: args.params.id ?? "" };
}

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  return { thread: await answer(doors, (ctx) => doors.desk.openThread(ctx, threadOf(args))) };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const thread = threadOf(args);
  const here = inLanguage(paths.thread(thread.kind, thread.id), doors.language);
  return (await saveSaid(doors, await args.request.formData(), thread)) ?? redirect(here);
}

/** The messages on a record of another slice. */
export default function ThreadPage() {
  const { thread } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const t = useText(deskWords);
  const href = useHref();
  const title = t("messagesOn", { title: thread.title });
  const errors = refused ? [{ field: "text", sentence: refused.sentence }] : [];
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.desk, text: t("desk") }]} here={t("messages")} />
      <h1 className="title">{title}</h1>
      <p className="links">
        <a href={href(thread.href)}>{t("toRecord")}</a>
      </p>
      <ErrorSummary title={t("problem")} errors={errors} />
      <Thread thread={thread} refused={refused} untitled />
    </>
  );
}
