import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { termsShape } from "../../../src/contest/call/contract.ts";
import { answer } from "../../app/answer.ts";
import { Crumbs } from "../../app/crumbs.tsx";
import { doorsOf } from "../../app/doors.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { CallFacts } from "../parts/call-facts.tsx";
import { CriteriaTable } from "../parts/criteria-table.tsx";
import { contestWords } from "../words.ts";
import { ResultTable } from "./result-table.tsx";
import { publicWords } from "./words.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  return answer(doors, (ctx) => doors.contests.getPublicCall(ctx, args.params.id ?? ""));
}

/** One call for everybody: results where there are any, then its terms and criteria. */
export default function PublicCallPage() {
  const { call } = useLoaderData<typeof loader>();
  const t = useText(publicWords);
  const words = useText(contestWords);
  const href = useHref();
  const terms = termsShape.parse(call.terms);
  const title = `${call.contest.name}, ${call.year}`;
  return (
    <>
      <title>{title}</title>
      <Crumbs above={[{ path: paths.contests, text: words("contests") }]} here={String(call.year)} />
      <h1 className="title">
        <Words>{title}</Words>
      </h1>
      {call.state === "announced" && (
        <p className="lead">
          {t("apply")}: <a href={href(paths.deskContests)}>{t("applyLink")}</a>. {t("applyFile")}:{" "}
          <a href={href(paths.callForm(call.id, "docx"))}>Word</a>,{" "}
          <a href={href(paths.callForm(call.id, "xlsx"))}>Excel</a>.
        </p>
      )}
      {(call.state === "void" || call.state === "cancelled" || call.state === "review") && (
        <p className="lead">{t(call.state)}</p>
      )}
      <Results />
      <section className="part">
        <h2>{t("rules")}</h2>
        <CallFacts call={call} terms={terms} />
      </section>
      <section className="part">
        <h2>{words("criteria")}</h2>
        <CriteriaTable rules={terms.rules} />
      </section>
      {terms.regulations !== "" && (
        <section className="part">
          <h2>{words("regulations")}</h2>
          {terms.regulations.split(/\n+/).map((paragraph) => (
            <p key={paragraph} className="measure paragraph">
              <Words>{paragraph}</Words>
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function Results() {
  const { submitted, admitted, sitting } = useLoaderData<typeof loader>();
  const t = useText(publicWords);
  const language = useLanguage();
  if (!sitting) return null;
  const date = formatDate(sitting.heldOn, language);
  return (
    <section className="part">
      <h2>{t("results")}</h2>
      <p className="measure">{t("resultsUnder", { date, submitted, admitted, present: sitting.present })}</p>
      {sitting.basis && <p className="notice">{t("appeal", { basis: sitting.basis })}</p>}
      <ResultTable results={sitting.results} />
      <p className="note hash">{t("hash", { hash: sitting.hash })}</p>
    </section>
  );
}
