import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { FoldForm } from "../app/fold-form.tsx";
import { type RefusedForm, submitForm } from "../app/form.ts";
import { useHref } from "../app/link.ts";
import { MessagesLink } from "../app/messages-link.tsx";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { chooseNewsCommand } from "./item-command.ts";
import { Article } from "./parts/article.tsx";
import { fieldOf } from "./parts/field-of.ts";
import { History } from "./parts/history.tsx";
import { Moves } from "./parts/moves.tsx";
import { PictureForms } from "./parts/picture-forms.tsx";
import { PublicationFields } from "./parts/publication-fields.tsx";
import { StateMark } from "./parts/state-mark.tsx";
import { newsWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const publication = await answer(doors, (ctx) => doors.news.getPublication(ctx, args.params.id ?? ""));
  return { publication, choices: await answer(doors, (ctx) => doors.news.listNewsChoices(ctx)), today: doors.today };
}

export async function action(args: ActionFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const form = await args.request.formData();
  const command = await chooseNewsCommand(doors, form, id);
  const { refused } = await submitForm<unknown>(doors, form, command);
  return refused ?? redirect(inLanguage(paths.newsroomItem(id), doors.language));
}

/** One publication on its way to the reader. */
export default function NewsRoomItem() {
  const { publication, choices, today } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const t = useText(newsWords);
  const href = useHref();
  return (
    <>
      <title>{publication.title}</title>
      <Crumbs above={[{ path: paths.newsroom, text: t("publications") }]} here={`№ ${publication.number}`} />
      <h1>
        <Words>{publication.title}</Words>
      </h1>
      <p className="links">
        <StateMark state={publication.state} />
        {publication.state === "published" && <a href={href(paths.newsItem(publication.number))}>{t("openPublic")}</a>}
        <MessagesLink kind="publication" id={publication.id} />
      </p>
      <ErrorSummary
        title={t("problem")}
        errors={refused ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Moves publication={publication} today={today} refused={refused} />
      {publication.mayWrite && (
        <section className="part">
          <FoldForm intent="edit" summary={t("edit")} submit={t("save")} refused={refused}>
            <input type="hidden" name="version" value={publication.version} />
            <PublicationFields
              publication={publication}
              choices={choices}
              refused={refused?.intent === "edit" ? refused : undefined}
            />
          </FoldForm>
          <PictureForms publication={publication} refused={refused} />
        </section>
      )}
      <section className="part">
        <Article publication={publication} />
      </section>
      <History events={publication.events} />
    </>
  );
}
