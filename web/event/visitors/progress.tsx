import { Button } from "@mantine/core";
import { useEffect } from "react";
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
  useRevalidator,
} from "react-router";
import type { VisitorProgress } from "../../../src/event/visitors/views.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useText } from "../../ui/text.ts";
import { visitorWords } from "./words.ts";

const LOOK_EVERY_MS = 500;

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  return { progress: await answer(doors, (ctx) => doors.events.visitors.get(ctx, id)) };
}

/** Stops the import. */
export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  await answer(doors, (ctx) => doors.events.visitors.stop(ctx, id));
  return redirect(inLanguage(paths.visitorImport(id), doors.language));
}

/** How far a table of visitors is; it looks again by itself, with and without scripts. */
export default function ProgressPage() {
  const { progress } = useLoaderData<typeof loader>();
  const { revalidate, state } = useRevalidator();
  const t = useText(visitorWords);
  const isRunning = progress.state === "running";
  // Not while an answer is on its way: asking again would let go of it, and a slow line would never see one.
  useEffect(() => {
    if (!isRunning || state !== "idle") return;
    const timer = setTimeout(() => void revalidate(), LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isRunning, state, revalidate]);
  const title = isRunning ? t("running") : t(progress.state === "done" ? "done" : "failed");
  return (
    <>
      <title>{title}</title>
      {isRunning && (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
      <Crumbs above={[{ path: paths.deskEvents(), text: t("events") }]} here={t("title")} />
      <div className="narrow wider">
        <h1>{title}</h1>
        {isRunning ? <Running progress={progress} /> : <Ended progress={progress} />}
      </div>
    </>
  );
}

function Running({ progress: { done, total } }: { readonly progress: VisitorProgress }) {
  const t = useText(visitorWords);
  const said = t("progress", { done, total });
  return (
    <>
      <progress className="bar" max={total} value={done} aria-label={said} />
      <p aria-live="polite">{said}</p>
      <p className="note">{t("reload")}</p>
      <Form method="post">
        <Button type="submit" variant="outline">
          {t("stop")}
        </Button>
      </Form>
    </>
  );
}

function Ended({ progress: { state, result, sentence } }: { readonly progress: VisitorProgress }) {
  const t = useText(visitorWords);
  const href = useHref();
  return (
    <>
      {result && (
        <p className="under">
          {t("doneResult", { ...result })}
          {result.late > 0 && ` ${t("doneLate", { ...result })}`}
          {result.skipped > 0 && ` ${t("doneSkipped", { ...result })}`}
        </p>
      )}
      {state === "failed" && <p>{sentence ?? t("failedNext")}</p>}
      {state === "stalled" && <p>{t("stalled")}</p>}
      {state === "cancelled" && <p>{t("cancelled")}</p>}
      <p className="links">
        <a href={href(paths.deskEvents())}>{t("events")}</a>
        <a href={href(paths.visitors())}>{t("again")}</a>
      </p>
    </>
  );
}
