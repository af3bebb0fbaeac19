import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useText } from "../../ui/text.ts";
import { ChangeParts } from "../compare/change-parts.tsx";
import { MoneyDifference } from "../compare/money-difference.tsx";
import { programmeWords } from "../words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const slug = args.params.slug ?? "";
  return answer(doors, async (ctx) => {
    const comparison = await doors.programme.compareDraft(ctx, slug);
    // Refuses a programme that there is not.
    await doors.programme.listEditions(ctx, slug);
    return { slug, comparison };
  });
}

/** What the draft changes in the edition it began from. */
export default function DraftComparison() {
  const { slug, comparison } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const changes = comparison?.changes ?? [];
  const title = comparison ? t("draftCompared", { count: changes.length }) : t("draftNone");
  return (
    <>
      <title>{title}</title>
      <Crumbs
        above={[
          { path: paths.programme(slug), text: t("programme") },
          { path: paths.draft(slug), text: t("draft") },
        ]}
        here={t("compareHead")}
      />
      <h1>{title}</h1>
      {changes.length > 0 && (
        <p className="links">
          <a href={href(paths.act(slug, { was: null, became: "draft" }))}>{t("actFromDraft")}</a>
        </p>
      )}
      {comparison?.money && changes.length > 0 && <MoneyDifference money={comparison.money} />}
      <ChangeParts changes={changes} slug={slug} />
    </>
  );
}
