import "./act.css";
import { Button } from "@mantine/core";
import { data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { shortTitle } from "../view/titles.ts";
import { programmeWords } from "../words.ts";
import { PaperView } from "./paper-view.tsx";
import { readQuestion, writeFields } from "./question.ts";
import { Requisites } from "./requisites.tsx";
import { Techniques } from "./techniques.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const slug = args.params.slug ?? "";
  const question = readQuestion(slug, new URL(args.request.url).searchParams);
  if (!question) throw data(null, { status: 404 });
  const { requisites, ...sheet } = await answer(doors, (ctx) => doors.programme.prepareAct(ctx, question));
  return { slug, sides: question.sides, fields: writeFields(requisites), sheet };
}

/** The amending act that follows from a comparison: how each part is amended, the particulars, and the text itself. */
export default function ActPage() {
  const { slug, sides, fields, sheet } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const compared =
    sides.became === "draft"
      ? { path: paths.draft(slug), text: t("draft") }
      : { path: paths.compare(slug, { was: sides.was, became: sides.became }), text: t("compareHead") };
  // The address carries all that was said, so that it can be sent to a colleague; a file is asked for by the same form.
  return (
    <div className="act">
      <title>{t("actTitle")}</title>
      <Crumbs above={[{ path: paths.programme(slug), text: t("programme") }, compared]} here={t("actHead")} />
      <h1>{t("actTitle")}</h1>
      <p className="under">
        <Words>{shortTitle(sheet.title)}</Words>
        <br />
        {capitalise(t("actUnder", sheet.names))} {t("actLead")}
      </p>
      <div className="act-body">
        <form method="get" className="form act-form" id="said">
          {sides.was !== null && <input type="hidden" name="was" value={sides.was} />}
          <input type="hidden" name="became" value={sides.became} />
          <Techniques parts={sheet.parts} />
          <Requisites fields={fields} />
          <div className="buttons">
            <Button type="submit" formAction={href(paths.actFile(slug))}>
              {t("actDownload")}
            </Button>
            <Button type="submit" variant="outline">
              {t("actShow")}
            </Button>
          </div>
        </form>
        <section className="act-text" aria-labelledby="act-text">
          <h2 id="act-text">{t("actText")}</h2>
          <PaperView paper={sheet.paper} />
        </section>
      </div>
    </div>
  );
}
