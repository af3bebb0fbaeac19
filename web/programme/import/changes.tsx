import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { appWords } from "../../app/words.ts";
import { useText } from "../../ui/text.ts";
import { ChangeParts } from "../compare/change-parts.tsx";
import { MoneyDifference } from "../compare/money-difference.tsx";
import { programmeWords } from "../words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { id, fileName, wouldBe } = await answer(doors, (ctx) => doors.programme.getReading(ctx, args.params.id ?? ""));
  const comparison = await answer(doors, (ctx) => doors.programme.compareReading(ctx, id));
  return { id, fileName, slug: wouldBe.slug, comparison };
}

/** What a document that was read changes in the edition in force, its lines tied as the preview proposes. */
export default function ReadingChanges() {
  const { id, fileName, slug, comparison } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const app = useText(appWords);
  const changes = comparison?.changes ?? [];
  const differs = changes.length > 0 ? t("readingCompared", { count: changes.length }) : t("readingSame");
  const title = comparison ? differs : t("readingFirst");
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.desk, text: app("desk") },
          { path: paths.import, text: app("import") },
          { path: paths.reading(id), text: fileName },
        ]}
        here={t("compareHead")}
      />
      <h1>{title}</h1>
      {comparison && (
        <p className="under">
          {t("readingAgainst", { was: comparison.was.name, title: comparison.was.title })} {t("readingTied")}
        </p>
      )}
      {comparison?.money && changes.length > 0 && <MoneyDifference money={comparison.money} />}
      <ChangeParts changes={changes} slug={slug} />
    </>
  );
}
