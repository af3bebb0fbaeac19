import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { PARTS } from "../../../src/programme/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { ChangeTable } from "../compare/change-table.tsx";
import { MoneyDifference } from "../compare/money-difference.tsx";
import { programmeWords } from "../words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const slug = args.params.slug ?? "";
  return { slug, comparison: await answer(doors, (ctx) => doors.programme.compareDraft(ctx, slug)) };
}

/** What the draft changes in the edition it began from. */
export default function DraftComparison() {
  const { slug, comparison } = useLoaderData<typeof loader>();
  const t = useText(programmeWords);
  const href = useHref();
  const changes = comparison?.changes ?? [];
  const title = comparison ? t("draftCompared", { count: changes.length }) : t("draftNone");
  const parts = PARTS.map((part) => ({ part, changes: changes.filter((change) => change.part === part) }));
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
      {parts
        .filter((one) => one.changes.length > 0)
        .map((one) => (
          <section key={one.part} className="part">
            <h2>{capitalise(t(`part_${one.part}`))}</h2>
            <ChangeTable name={capitalise(t(`part_${one.part}`))} slug={slug} changes={one.changes} linked={false} />
          </section>
        ))}
    </>
  );
}
