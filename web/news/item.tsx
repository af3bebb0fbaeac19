import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { answer } from "../app/answer.ts";
import { Crumbs } from "../app/crumbs.tsx";
import { doorsOf } from "../app/doors.ts";
import { FoldForm } from "../app/fold-form.tsx";
import { useHref } from "../app/link.ts";
import { MessagesLink } from "../app/messages-link.tsx";
import { inLanguage, paths } from "../app/paths.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { useText } from "../ui/text.ts";
import { Words } from "../ui/words.tsx";
import { chooseNewsCommand } from "./item-command.ts";
import { type FormAgain, searchAgain, submitPublication } from "./offer.ts";
import { Article } from "./parts/article.tsx";
import { fieldOf } from "./parts/field-of.ts";
import { History } from "./parts/history.tsx";
import { Moves } from "./parts/moves.tsx";
import { PictureForms } from "./parts/picture-forms.tsx";
import { offerOf, PublicationFields } from "./parts/publication-fields.tsx";
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
  if (form.getAll("intent").at(-1) === "find") return searchAgain(doors, form, "edit");
  const command = await chooseNewsCommand(doors, form, id);
  const { again } = await submitPublication<unknown>(doors, form, command);
  return again ?? redirect(inLanguage(paths.newsroomItem(id), doors.language));
}

/** One publication on its way to the reader. */
export default function NewsRoomItem() {
  const { publication, choices, today } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const refused = again?.refused;
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
        errors={refused?.code ? [{ field: fieldOf(refused.code), sentence: refused.sentence }] : []}
      />
      <Moves publication={publication} today={today} refused={refused} />
      {publication.mayWrite && (
        <section className="part">
          <FoldForm intent="edit" summary={t("edit")} submit={t("save")} refused={refused}>
            <input type="hidden" name="version" value={publication.version} />
            <PublicationFields
              key={again ? JSON.stringify(again) : "kept"}
              publication={publication}
              choices={choices}
              offered={again?.refused.intent === "edit" ? again.offered : offerOf(publication)}
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
