import "../act/act.css";
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
import type { DraftHistory, HistoryEntry } from "../../../src/programme/views-draft.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { inLanguage, paths } from "../../app/paths.ts";
import { useRootData } from "../../app/root-data.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { formatInstant } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { languageOf, useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Told } from "../act/told.tsx";
import { programmeWords } from "../words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const slug = args.params.slug ?? "";
  const asked = new URL(args.request.url).searchParams.get("page") ?? "";
  const page = /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
  const history = await answer(doors, async (ctx) => {
    const listed = await doors.programme.listDraftHistory(ctx, { slug, page });
    // Refuses a programme that there is not.
    await doors.programme.listEditions(ctx, slug);
    return listed;
  });
  const mayEdit = may(doors.actor, "programme.draft");
  return { slug, history, mayEdit };
}

/** One change is taken back, by a change of its own. */
export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const slug = args.params.slug ?? "";
  const [id, version, change] = [String(form.get("id")), Number(form.get("version")), Number(form.get("change"))];
  try {
    await doors.run((ctx) => doors.programme.takeBack(ctx, { id, version, change }));
    return redirect(inLanguage(paths.draftHistory(slug), languageOf(new URL(args.request.url).pathname)));
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    return data({ sentence: explained.sentence }, { status: explained.status });
  }
}

/** Who changed what in the draft, the last change first. */
export default function HistoryPage() {
  const { slug, history, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<{ sentence: string }>();
  const t = useText(programmeWords);
  const title = history ? t("historyTitle") : t("historyNoDraft");
  return (
    <div className="act">
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.programme(slug), text: t("programme") },
          { path: paths.draft(slug), text: t("draft") },
        ]}
        here={t("history")}
      />
      <h1>{title}</h1>
      <ErrorSummary
        title={t("historyProblem")}
        errors={refused ? [{ field: "record", sentence: refused.sentence }] : []}
      />
      {history && history.entries.length === 0 && <p className="under">{t("historyNone")}</p>}
      <div id="record" className="record">
        {history?.entries.map((entry) => (
          <Entry key={entry.version} {...{ entry, history, mayEdit }} />
        ))}
      </div>
      {history && history.pages > 1 && <Pages slug={slug} history={history} />}
    </div>
  );
}

function Entry({ entry, history, mayEdit }: { entry: HistoryEntry; history: DraftHistory; mayEdit: boolean }) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const timeZone = useRootData()?.municipality.timeZone ?? "UTC";
  const said = [
    t("historyNumber", { version: entry.version }),
    entry.act !== null && t("historyAct", { act: entry.act }),
    entry.takenBack !== null && t("historyTakenBack", { version: entry.takenBack }),
  ];
  return (
    <article className="history-entry">
      <div className="history-head">
        <h2>{said.filter(Boolean).join(", ")}</h2>
        <p className="note">
          {entry.madeBy}, {formatInstant(entry.madeAt, timeZone, language)}
        </p>
      </div>
      <p>
        <Told edits={entry.edits} more={entry.more} />
      </p>
      {mayEdit && (
        <Form method="post">
          <input type="hidden" name="id" value={history.id} />
          <input type="hidden" name="version" value={history.version} />
          <button type="submit" name="change" value={entry.version} className="link">
            {t("historyTakeBack")}
          </button>
        </Form>
      )}
    </article>
  );
}

function Pages({ slug, history }: { slug: string; history: DraftHistory }) {
  const t = useText(programmeWords);
  const href = useHref();
  const { page, pages } = history;
  return (
    <nav className="links" aria-label={t("historyPages")}>
      {page > 1 && <a href={href(paths.draftHistory(slug, page - 1))}>{t("historyNewer")}</a>}
      <span className="soft">{t("historyPage", { page, pages })}</span>
      {page < pages && <a href={href(paths.draftHistory(slug, page + 1))}>{t("historyOlder")}</a>}
    </nav>
  );
}
